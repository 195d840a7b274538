; x86_64, 2 functions in 96 bytes of code

func[0] <both>: ; 42 bytes, wasm 0x1f
    push rbp
    mov rbp, rsp
    mov r10d, ecx
    mov r9d, edx
    lea ecx, [r10+1]
    mov [rbp-8], ecx
    test r9d, r9d
    je .L0
    mov ecx, [rbp-8]
    lea ecx, [rcx+rcx*2]
    mov eax, ecx
    jmp .L1
.L0:
    mov ecx, [rbp-8]
    xor ecx, 5
    mov eax, ecx
.L1:
    pop rbp
    ret

func[1] <no_else>: ; 37 bytes, wasm 0x33
    push rbp
    mov rbp, rsp
    mov r10d, ecx
    mov r9d, edx
    lea ecx, [r10+1]
    mov [rbp-8], ecx
    test r9d, r9d
    je .L0
    mov ecx, [rbp-8]
    lea ecx, [rcx+rcx*2]
    mov eax, ecx
    jmp .L1
.L0:
    mov eax, [rbp-8]
.L1:
    pop rbp
    ret
