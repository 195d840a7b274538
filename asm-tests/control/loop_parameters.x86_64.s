; x86_64, 2 functions in 112 bytes of code

func[0] <sum>: ; 36 bytes, wasm 0x24
    push rbp
    mov rbp, rsp
    mov r10d, ecx
    mov dword ptr [rbp-8], 0
.L0:
    mov eax, r10d
    add eax, [rbp-8]
    add r10d, -1
    test r10d, r10d
    je .L1
    mov [rbp-8], eax
    jmp .L0
.L1:
    pop rbp
    ret

func[1] <two>: ; 52 bytes, wasm 0x38
    push rbp
    mov rbp, rsp
    mov r10, rcx
    mov [rbp-0x10], r10
    mov qword ptr [rbp-8], 1
.L0:
    mov r10, [rbp-0x10]
    mov rax, [rbp-8]
    imul rax, r10
    lea rcx, [r10-1]
    test r10, r10
    je .L1
    mov [rbp-8], rax
    mov [rbp-0x10], rcx
    jmp .L0
.L1:
    pop rbp
    ret
