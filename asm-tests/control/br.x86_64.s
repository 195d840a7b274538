; x86_64, 4 functions in 112 bytes of code

func[0] <out_of_two>: ; 27 bytes, wasm 0x1e
    push rbp
    mov rbp, rsp
    mov r10d, ecx
    test r10d, r10d
    jne .L0
    mov eax, 5
    jmp .L1
.L0:
    lea ecx, [r10+1]
    mov eax, ecx
.L1:
    pop rbp
    ret

func[1] <operands_below>: ; 44 bytes, wasm 0x34
    push rbp
    mov rbp, rsp
    mov r10d, ecx
    lea ecx, [r10+9]
    mov [rbp-8], ecx
    test r10d, r10d
    jne .L0
    mov eax, 1
    jmp .L1
.L0:
    mov ecx, r10d
    imul ecx, r10d
    mov eax, ecx
.L1:
    mov ecx, [rbp-8]
    sub ecx, eax
    mov eax, ecx
    pop rbp
    ret

func[2] <to_the_end>: ; 6 bytes, wasm 0x4f
    push rbp
    mov rbp, rsp
    pop rbp
    ret

func[3] <return_from_depth>: ; 15 bytes, wasm 0x57
    push rbp
    mov rbp, rsp
    mov r10d, ecx
    lea ecx, [r10+1]
    mov eax, ecx
    pop rbp
    ret
