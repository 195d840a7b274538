; x86_64, 2 functions in 208 bytes of code

func[0] <deep>: ; 105 bytes, wasm 0x20
    push rbp
    mov rbp, rsp
    mov r10d, ecx
    mov r9d, edx
    lea eax, [r10+1]
    lea ecx, [r10+2]
    lea edx, [r10+3]
    lea r8d, [r10+4]
    mov [rbp-8], eax
    lea eax, [r10+5]
    mov [rbp-0x10], ecx
    lea ecx, [r10+6]
    mov [rbp-0x18], edx
    lea edx, [r10+7]
    mov [rbp-0x28], eax
    mov [rbp-0x38], edx
    mov eax, r9d
    cmp r10d, -1
    je .L1
    cdq
    idiv r10d                                ; wasm 0x48 trap: integer divide by zero
.L0:
    mov edx, [rbp-0x38]
    sub edx, eax
    sub ecx, edx
    mov eax, [rbp-0x28]
    sub eax, ecx
    sub r8d, eax
    mov eax, [rbp-0x18]
    sub eax, r8d
    mov ecx, [rbp-0x10]
    sub ecx, eax
    mov eax, [rbp-8]
    sub eax, ecx
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
    lea rax, [r10+1]
    lea rcx, [r10+2]
    lea rdx, [r10+3]
    lea r8, [r10+4]
    mov [rbp-8], rax
    lea rax, [r10+5]
    mov [rbp-0x10], rcx
    lea rcx, [r10+6]
    mov [rbp-0x18], rdx
    mov rdx, rcx
    mov rcx, r9
    shl rdx, cl
    sub rax, rdx
    sub r8, rax
    mov rax, [rbp-0x18]
    sub rax, r8
    mov rcx, [rbp-0x10]
    sub rcx, rax
    mov rax, [rbp-8]
    sub rax, rcx
    pop rbp
    ret
