; x86_64, 4 functions in 112 bytes of code

func[0] <out_of_two>: ; 22 bytes, wasm 0x1e
    push rbp
    mov rbp, rsp
    test ecx, ecx
    jne .L0
    mov eax, 5
    jmp .L1
.L0:
    add ecx, 1
    mov eax, ecx
.L1:
    pop rbp
    ret

func[1] <operands_below>: ; 37 bytes, wasm 0x34
    push rbp
    mov rbp, rsp
    lea edx, [rcx+9]
    mov [rbp-0x10], edx
    test ecx, ecx
    jne .L0
    mov eax, 1
    jmp .L1
.L0:
    mov edx, ecx
    imul edx, ecx
    mov eax, edx
.L1:
    mov ecx, [rbp-0x10]
    sub ecx, eax
    mov eax, ecx
    pop rbp
    ret

func[2] <to_the_end>: ; 6 bytes, wasm 0x4f
    push rbp
    mov rbp, rsp
    pop rbp
    ret

func[3] <return_from_depth>: ; 11 bytes, wasm 0x57
    push rbp
    mov rbp, rsp
    add ecx, 1
    mov eax, ecx
    pop rbp
    ret
