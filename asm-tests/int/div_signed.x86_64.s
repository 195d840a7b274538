; x86_64, 3 functions in 112 bytes of code

func[0] <div>: ; 27 bytes, wasm 0x21
    push rbp
    mov rbp, rsp
    mov r8d, edx
    mov eax, ecx
    cmp r8d, -1
    je .L1
    cdq
    idiv r8d                                 ; wasm 0x26 trap: integer divide by zero
.L0:
    pop rbp
    ret
.L1:
    neg eax
    jno .L0
    ud2                                      ; wasm 0x26 trap: integer overflow

func[1] <rem>: ; 30 bytes, wasm 0x29
    push rbp
    mov rbp, rsp
    mov r8, rdx
    mov rax, rcx
    cmp r8, -1
    je .L1
    cqo
    idiv r8                                  ; wasm 0x2e trap: integer divide by zero
.L0:
    mov rax, rdx
    pop rbp
    ret
.L1:
    xor edx, edx
    jmp .L0

func[2] <into_home>: ; 37 bytes, wasm 0x31
    push rbp
    mov rbp, rsp
    mov r8d, edx
    mov r9d, edx
    mov eax, ecx
    cmp r8d, -1
    je .L1
    cdq
    idiv r8d                                 ; wasm 0x36 trap: integer divide by zero
.L0:
    add eax, r9d
    pop rbp
    ret
.L1:
    neg eax
    jno .L0
    ud2                                      ; wasm 0x36 trap: integer overflow
