; x86_64, 11 functions in 256 bytes of code

func[0] <div_u_8>: ; 11 bytes, wasm 0x27
    push rbp
    mov rbp, rsp
    shr ecx, 3
    mov eax, ecx
    pop rbp
    ret

func[1] <rem_u_16>: ; 12 bytes, wasm 0x2f
    push rbp
    mov rbp, rsp
    and ecx, 0xf
    mov rax, rcx
    pop rbp
    ret

func[2] <rem_u_sign_bit>: ; 14 bytes, wasm 0x37
    push rbp
    mov rbp, rsp
    and ecx, 0x7fffffff
    mov eax, ecx
    pop rbp
    ret

func[3] <rem_u_sign_bit_64>: ; 14 bytes, wasm 0x43
    push rbp
    mov rbp, rsp
    btr rcx, 0x3f
    mov rax, rcx
    pop rbp
    ret

func[4] <div_u_sign_bit>: ; 13 bytes, wasm 0x54
    push rbp
    mov rbp, rsp
    shr rcx, 0x3f
    mov rax, rcx
    pop rbp
    ret

func[5] <div_u_1>: ; 8 bytes, wasm 0x65
    push rbp
    mov rbp, rsp
    mov eax, ecx
    pop rbp
    ret

func[6] <div_u_10>: ; 21 bytes, wasm 0x6d
    push rbp
    mov rbp, rsp
    mov edx, -0x33333333
    imul rdx, rcx
    shr rdx, 0x23
    mov eax, edx
    pop rbp
    ret

func[7] <div_s_10>: ; 29 bytes, wasm 0x75
    push rbp
    mov rbp, rsp
    movsxd rdx, ecx
    imul rdx, 0x66666667
    sar rdx, 0x22
    mov eax, ecx
    sar eax, 0x1f
    sub edx, eax
    mov eax, edx
    pop rbp
    ret

func[8] <rem_s_8>: ; 33 bytes, wasm 0x7d
    push rbp
    mov rbp, rsp
    mov rdx, rcx
    sar rdx, 0x3f
    shr rdx, 0x3d
    add rdx, rcx
    and rdx, -8
    neg rdx
    add rdx, rcx
    mov rax, rdx
    pop rbp
    ret

func[9] <div_u_0>: ; 16 bytes, wasm 0x85
    push rbp
    mov rbp, rsp
    xor r8d, r8d
    mov eax, ecx
    xor edx, edx
    div r8d                                  ; wasm 0x8a trap: integer divide by zero
    pop rbp
    ret

func[10] <div_s_minus_1>: ; 30 bytes, wasm 0x8d
    push rbp
    mov rbp, rsp
    mov r8d, -1
    mov eax, ecx
    cmp r8d, -1
    je .L1
    cdq
    idiv r8d                                 ; wasm 0x92 trap: integer divide by zero
.L0:
    pop rbp
    ret
.L1:
    neg eax
    jno .L0
    ud2                                      ; wasm 0x92 trap: integer overflow
