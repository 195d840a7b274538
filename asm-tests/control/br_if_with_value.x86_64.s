; x86_64, 3 functions in 96 bytes of code

func[0] <temporary>: ; 18 bytes, wasm 0x21
    push rbp
    mov rbp, rsp
    add ecx, 3
    mov eax, ecx
    test edx, edx
    jne .L0
    add eax, 1
.L0:
    pop rbp
    ret

func[1] <local>: ; 21 bytes, wasm 0x33
    push rbp
    mov rbp, rsp
    test edx, edx
    je .L0
    mov eax, ecx
    jmp .L1
.L0:
    mov edx, ecx
    imul edx, ecx
    mov eax, edx
.L1:
    pop rbp
    ret

func[2] <register_taken>: ; 32 bytes, wasm 0x45
    push rbp
    mov rbp, rsp
    mov eax, ecx
    imul eax, edx
    lea r8d, [rcx+rdx]
    cmp ecx, edx
    jge .L0
    mov edx, r8d
    jmp .L1
.L0:
    sub r8d, ecx
    mov edx, r8d
.L1:
    xor eax, edx
    pop rbp
    ret
