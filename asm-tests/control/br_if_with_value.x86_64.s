; x86_64, 3 functions in 112 bytes of code

func[0] <temporary>: ; 26 bytes, wasm 0x21
    push rbp
    mov rbp, rsp
    mov r10d, ecx
    mov r9d, edx
    lea ecx, [r10+3]
    mov eax, ecx
    test r9d, r9d
    jne .L0
    add eax, 1
.L0:
    pop rbp
    ret

func[1] <local>: ; 31 bytes, wasm 0x33
    push rbp
    mov rbp, rsp
    mov r10d, ecx
    mov r9d, edx
    test r9d, r9d
    je .L0
    mov eax, r10d
    jmp .L1
.L0:
    mov ecx, r10d
    imul ecx, r10d
    mov eax, ecx
.L1:
    pop rbp
    ret

func[2] <register_taken>: ; 39 bytes, wasm 0x45
    push rbp
    mov rbp, rsp
    mov r10d, ecx
    mov r9d, edx
    mov ecx, r10d
    imul ecx, r9d
    lea edx, [r10+r9]
    cmp r10d, r9d
    jge .L0
    mov eax, ecx
    jmp .L1
.L0:
    sub edx, r10d
    mov eax, ecx
.L1:
    xor eax, edx
    pop rbp
    ret
