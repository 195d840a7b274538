; x86_64, 3 functions in 128 bytes of code

func[0] <div>: ; 31 bytes, wasm 0x21
    push rbp
    mov rbp, rsp
    mov r10d, ecx
    mov r9d, edx
    mov eax, r10d
    cmp r9d, -1
    je .L1
    cdq
    idiv r9d                                 ; wasm 0x26 trap: integer divide by zero
.L0:
    pop rbp
    ret
.L1:
    neg eax
    jno .L0
    ud2                                      ; wasm 0x26 trap: integer overflow

func[1] <rem>: ; 33 bytes, wasm 0x29
    push rbp
    mov rbp, rsp
    mov r10, rcx
    mov r9, rdx
    mov rax, r10
    cmp r9, -1
    je .L1
    cqo
    idiv r9                                  ; wasm 0x2e trap: integer divide by zero
.L0:
    mov rax, rdx
    pop rbp
    ret
.L1:
    xor edx, edx
    jmp .L0

func[2] <into_home>: ; 40 bytes, wasm 0x31
    push rbp
    mov rbp, rsp
    mov r10d, ecx
    mov r9d, edx
    mov eax, r10d
    cmp r9d, -1
    je .L1
    cdq
    idiv r9d                                 ; wasm 0x36 trap: integer divide by zero
.L0:
    mov r10d, eax
    lea ecx, [r10+r9]
    mov eax, ecx
    pop rbp
    ret
.L1:
    neg eax
    jno .L0
    ud2                                      ; wasm 0x36 trap: integer overflow
