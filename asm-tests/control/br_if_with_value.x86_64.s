; x86_64, 3 functions in 112 bytes of code

func[0] <temporary>: ; 24 bytes, wasm 0x21
    push rbp
    mov rbp, rsp
    mov r10d, ecx
    mov r9d, edx
    lea eax, [r10+3]
    test r9d, r9d
    jne .L0
    add eax, 1
.L0:
    pop rbp
    ret

func[1] <local>: ; 29 bytes, wasm 0x33
    push rbp
    mov rbp, rsp
    mov r10d, ecx
    mov r9d, edx
    test r9d, r9d
    je .L0
    mov eax, r10d
    jmp .L1
.L0:
    mov eax, r10d
    imul eax, r10d
.L1:
    pop rbp
    ret

func[2] <register_taken>: ; 39 bytes, wasm 0x45
    push rbp
    mov rbp, rsp
    mov r10d, ecx
    mov r9d, edx
    mov eax, r10d
    imul eax, r9d
    lea ecx, [r10+r9]
    cmp r10d, r9d
    jge .L0
    mov edx, ecx
    jmp .L1
.L0:
    sub ecx, r10d
    mov edx, ecx
.L1:
    xor eax, edx
    pop rbp
    ret
