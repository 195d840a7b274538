; x86_64, 2 functions in 208 bytes of code

func[0] <deep>: ; 107 bytes, wasm 0x20
    push rbp
    mov rbp, rsp
    mov r10d, ecx
    mov r9d, edx
    lea ecx, [r10+1]
    lea edx, [r10+2]
    lea eax, [r10+3]
    lea r8d, [r10+4]
    mov [rbp-8], ecx
    lea ecx, [r10+5]
    mov [rbp-0x10], edx
    lea edx, [r10+6]
    mov [rbp-0x18], eax
    lea eax, [r10+7]
    mov [rbp-0x38], eax
    mov [rbp-0x30], edx
    mov eax, r9d
    cmp r10d, -1
    je .L1
    cdq
    idiv r10d                                ; wasm 0x48 trap: integer divide by zero
.L0:
    mov edx, [rbp-0x38]
    sub edx, eax
    mov eax, [rbp-0x30]
    sub eax, edx
    sub ecx, eax
    sub r8d, ecx
    mov ecx, [rbp-0x18]
    sub ecx, r8d
    mov edx, [rbp-0x10]
    sub edx, ecx
    mov ecx, [rbp-8]
    sub ecx, edx
    mov eax, ecx
    pop rbp
    ret
.L1:
    neg eax
    jno .L0
    ud2                                      ; wasm 0x48 trap: integer overflow

func[1] <shift_under_pressure>: ; 84 bytes, wasm 0x52
    push rbp
    mov rbp, rsp
    mov r10, rcx
    mov r9, rdx
    lea rcx, [r10+1]
    lea rdx, [r10+2]
    lea rax, [r10+3]
    lea r8, [r10+4]
    mov [rbp-8], rcx
    lea rcx, [r10+5]
    mov [rbp-0x10], rdx
    lea rdx, [r10+6]
    mov [rbp-0x28], rcx
    mov rcx, r9
    shl rdx, cl
    mov rcx, [rbp-0x28]
    sub rcx, rdx
    sub r8, rcx
    sub rax, r8
    mov rcx, [rbp-0x10]
    sub rcx, rax
    mov rdx, [rbp-8]
    sub rdx, rcx
    mov rax, rdx
    pop rbp
    ret
