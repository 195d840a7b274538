; x86_64, 2 functions in 112 bytes of code

func[0] <sum>: ; 35 bytes, wasm 0x24
    push rbp
    mov rbp, rsp
    mov r10d, ecx
    mov dword ptr [rbp-8], 0
.L0:
    mov ecx, r10d
    add ecx, [rbp-8]
    add r10d, -1
    je .L1
    mov [rbp-8], ecx
    jmp .L0
.L1:
    mov eax, ecx
    pop rbp
    ret

func[1] <two>: ; 52 bytes, wasm 0x38
    push rbp
    mov rbp, rsp
    mov [rbp-0x18], rcx
    mov qword ptr [rbp-0x10], 1
.L0:
    mov rcx, [rbp-0x18]
    mov rdx, [rbp-0x10]
    imul rdx, rcx
    lea rax, [rcx-1]
    test rcx, rcx
    je .L1
    mov [rbp-0x10], rdx
    mov [rbp-0x18], rax
    jmp .L0
.L1:
    mov rax, rdx
    pop rbp
    ret
