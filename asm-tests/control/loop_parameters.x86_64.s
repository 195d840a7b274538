; x86_64, 2 functions in 112 bytes of code

func[0] <sum>: ; 38 bytes, wasm 0x24
    push rbp
    mov rbp, rsp
    mov r10d, ecx
    mov dword ptr [rbp-8], 0
.L0:
    mov ecx, r10d
    add ecx, [rbp-8]
    add r10d, -1
    test r10d, r10d
    je .L1
    mov [rbp-8], ecx
    jmp .L0
.L1:
    mov eax, ecx
    pop rbp
    ret

func[1] <two>: ; 55 bytes, wasm 0x38
    push rbp
    mov rbp, rsp
    mov r10, rcx
    mov [rbp-0x10], r10
    mov qword ptr [rbp-8], 1
.L0:
    mov r10, [rbp-0x10]
    mov rcx, [rbp-8]
    imul rcx, r10
    lea rdx, [r10-1]
    test r10, r10
    je .L1
    mov [rbp-8], rcx
    mov [rbp-0x10], rdx
    jmp .L0
.L1:
    mov rax, rcx
    pop rbp
    ret
