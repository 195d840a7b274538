; x86_64, 11 functions in 336 bytes of code

func[0] <div_u_8>: ; 17 bytes, wasm 0x27
    push rbp
    mov rbp, rsp
    mov r10d, ecx
    mov ecx, r10d
    shr ecx, 3
    mov eax, ecx
    pop rbp
    ret

func[1] <rem_u_16>: ; 18 bytes, wasm 0x2f
    push rbp
    mov rbp, rsp
    mov r10, rcx
    mov ecx, r10d
    and ecx, 0xf
    mov rax, rcx
    pop rbp
    ret

func[2] <rem_u_sign_bit>: ; 19 bytes, wasm 0x37
    push rbp
    mov rbp, rsp
    mov r10d, ecx
    mov ecx, 0x7fffffff
    and ecx, r10d
    mov eax, ecx
    pop rbp
    ret

func[3] <rem_u_sign_bit_64>: ; 20 bytes, wasm 0x43
    push rbp
    mov rbp, rsp
    mov r10, rcx
    mov rcx, r10
    btr rcx, 0x3f
    mov rax, rcx
    pop rbp
    ret

func[4] <div_u_sign_bit>: ; 19 bytes, wasm 0x54
    push rbp
    mov rbp, rsp
    mov r10, rcx
    mov rcx, r10
    shr rcx, 0x3f
    mov rax, rcx
    pop rbp
    ret

func[5] <div_u_1>: ; 14 bytes, wasm 0x65
    push rbp
    mov rbp, rsp
    mov r10d, ecx
    mov ecx, r10d
    mov eax, ecx
    pop rbp
    ret

func[6] <div_u_10>: ; 24 bytes, wasm 0x6d
    push rbp
    mov rbp, rsp
    mov r10d, ecx
    mov ecx, -0x33333333
    imul rcx, r10
    shr rcx, 0x23
    mov eax, ecx
    pop rbp
    ret

func[7] <div_s_10>: ; 20 bytes, wasm 0x75
    push rbp
    mov rbp, rsp
    mov r10d, ecx
    mov ecx, 0xa
    mov eax, r10d
    cdq
    idiv ecx                                 ; wasm 0x7a trap: integer divide by zero
    pop rbp
    ret

func[8] <rem_s_8>: ; 25 bytes, wasm 0x7d
    push rbp
    mov rbp, rsp
    mov r10, rcx
    mov ecx, 8
    mov rax, r10
    cqo
    idiv rcx                                 ; wasm 0x82 trap: integer divide by zero
    mov rax, rdx
    pop rbp
    ret

func[9] <div_u_0>: ; 18 bytes, wasm 0x85
    push rbp
    mov rbp, rsp
    mov r10d, ecx
    xor ecx, ecx
    mov eax, r10d
    xor edx, edx
    div ecx                                  ; wasm 0x8a trap: integer divide by zero
    pop rbp
    ret

func[10] <div_s_minus_1>: ; 31 bytes, wasm 0x8d
    push rbp
    mov rbp, rsp
    mov r10d, ecx
    mov ecx, -1
    mov eax, r10d
    cmp ecx, -1
    je .L1
    cdq
    idiv ecx                                 ; wasm 0x92 trap: integer divide by zero
.L0:
    pop rbp
    ret
.L1:
    neg eax
    jno .L0
    ud2                                      ; wasm 0x92 trap: integer overflow
