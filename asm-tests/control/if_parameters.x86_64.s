; x86_64, 2 functions in 80 bytes of code

func[0] <both>: ; 34 bytes, wasm 0x1f
    push rbp
    mov rbp, rsp
    add ecx, 1
    mov [rbp-0x18], ecx
    test edx, edx
    je .L0
    mov ecx, [rbp-0x18]
    lea ecx, [rcx+rcx*2]
    mov eax, ecx
    jmp .L1
.L0:
    mov ecx, [rbp-0x18]
    xor ecx, 5
    mov eax, ecx
.L1:
    pop rbp
    ret

func[1] <no_else>: ; 29 bytes, wasm 0x33
    push rbp
    mov rbp, rsp
    add ecx, 1
    mov [rbp-0x18], ecx
    test edx, edx
    je .L0
    mov ecx, [rbp-0x18]
    lea ecx, [rcx+rcx*2]
    mov eax, ecx
    jmp .L1
.L0:
    mov eax, [rbp-0x18]
.L1:
    pop rbp
    ret
