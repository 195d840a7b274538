; x86_64, 2 functions in 192 bytes of code

func[0] <deep>: ; 100 bytes, wasm 0x20
    push rbp
    mov rbp, rsp
    mov [rbp-8], edx
    mov r10d, ecx
    lea eax, [r10+1]
    lea ecx, [r10+2]
    lea edx, [r10+3]
    lea r8d, [r10+4]
    lea r9d, [r10+5]
    mov [rbp-0x10], eax
    lea eax, [r10+6]
    mov [rbp-0x18], ecx
    lea ecx, [r10+7]
    mov [rbp-0x38], eax
    mov [rbp-0x20], edx
    mov eax, [rbp-8]
    cmp r10d, -1
    je .L1
    cdq
    idiv r10d                                ; wasm 0x48 trap: integer divide by zero
.L0:
    sub ecx, eax
    mov eax, [rbp-0x38]
    sub eax, ecx
    sub r9d, eax
    sub r8d, r9d
    mov eax, [rbp-0x20]
    sub eax, r8d
    mov ecx, [rbp-0x18]
    sub ecx, eax
    mov eax, [rbp-0x10]
    sub eax, ecx
    pop rbp
    ret
.L1:
    neg eax
    jno .L0
    ud2                                      ; wasm 0x48 trap: integer overflow

func[1] <shift_under_pressure>: ; 78 bytes, wasm 0x52
    push rbp
    mov rbp, rsp
    mov [rbp-8], rdx
    mov r10, rcx
    lea rax, [r10+1]
    lea rcx, [r10+2]
    lea rdx, [r10+3]
    lea r8, [r10+4]
    lea r9, [r10+5]
    mov [rbp-0x10], rax
    lea rax, [r10+6]
    mov [rbp-0x18], rcx
    mov rcx, [rbp-8]
    shl rax, cl
    sub r9, rax
    sub r8, r9
    sub rdx, r8
    mov rax, [rbp-0x18]
    sub rax, rdx
    mov rcx, [rbp-0x10]
    sub rcx, rax
    mov rax, rcx
    pop rbp
    ret
