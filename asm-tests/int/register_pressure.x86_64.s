; x86_64, 2 functions in 192 bytes of code

func[0] <deep>: ; 101 bytes, wasm 0x20
    push rbp
    mov rbp, rsp
    lea eax, [rcx+1]
    lea r8d, [rcx+2]
    lea r9d, [rcx+3]
    lea r10d, [rcx+4]
    mov [rbp-0x10], edx
    lea edx, [rcx+5]
    mov [rbp-0x18], eax
    lea eax, [rcx+6]
    mov [rbp-0x20], r8d
    lea r8d, [rcx+7]
    mov [rbp-0x40], eax
    mov [rbp-0x38], edx
    mov eax, [rbp-0x10]
    cmp ecx, -1
    je .L1
    cdq
    idiv ecx                                 ; wasm 0x48 trap: integer divide by zero
.L0:
    sub r8d, eax
    mov ecx, [rbp-0x40]
    sub ecx, r8d
    mov edx, [rbp-0x38]
    sub edx, ecx
    sub r10d, edx
    sub r9d, r10d
    mov ecx, [rbp-0x20]
    sub ecx, r9d
    mov edx, [rbp-0x18]
    sub edx, ecx
    mov eax, edx
    pop rbp
    ret
.L1:
    neg eax
    jno .L0
    ud2                                      ; wasm 0x48 trap: integer overflow

func[1] <shift_under_pressure>: ; 70 bytes, wasm 0x52
    push rbp
    mov rbp, rsp
    lea rax, [rcx+1]
    lea r8, [rcx+2]
    lea r9, [rcx+3]
    lea r10, [rcx+4]
    mov [rbp-0x10], rdx
    lea rdx, [rcx+5]
    add rcx, 6
    mov [rbp-0x18], rax
    mov rax, rcx
    mov rcx, [rbp-0x10]
    shl rax, cl
    sub rdx, rax
    sub r10, rdx
    sub r9, r10
    sub r8, r9
    mov rcx, [rbp-0x18]
    sub rcx, r8
    mov rax, rcx
    pop rbp
    ret
