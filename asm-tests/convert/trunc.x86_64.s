; x86_64, 8 functions in 480 bytes of code

func[0] <i32_f32_s>: ; 56 bytes, wasm 0x2e
    push rbp
    mov rbp, rsp
    cvttss2si ecx, xmm0
    cmp ecx, 1
    jo .L1
.L0:
    mov eax, ecx
    pop rbp
    ret
.L1:
    movss xmm15, [.L5]
    ucomiss xmm0, xmm15
    jp .L2
    jb .L3
    xorps xmm15, xmm15
    ucomiss xmm0, xmm15
    ja .L4
    jmp .L0
.L2:
    ud2                                      ; wasm 0x31 trap: invalid conversion to integer
.L3:
    ud2                                      ; wasm 0x31 trap: integer overflow
.L4:
    ud2                                      ; wasm 0x31 trap: integer overflow
.L5:
    .long 0xcf000000

func[1] <i32_f64_s>: ; 64 bytes, wasm 0x34
    push rbp
    mov rbp, rsp
    cvttsd2si ecx, xmm0
    cmp ecx, 1
    jo .L1
.L0:
    mov eax, ecx
    pop rbp
    ret
.L1:
    movsd xmm15, [.L5]
    ucomisd xmm0, xmm15
    jp .L2
    jbe .L3
    xorps xmm15, xmm15
    ucomisd xmm0, xmm15
    ja .L4
    jmp .L0
.L2:
    ud2                                      ; wasm 0x37 trap: invalid conversion to integer
.L3:
    ud2                                      ; wasm 0x37 trap: integer overflow
.L4:
    ud2                                      ; wasm 0x37 trap: integer overflow
    int3
    int3
.L5:
    .quad 0xc1e0000000200000

func[2] <i32_f32_u>: ; 30 bytes, wasm 0x3a
    push rbp
    mov rbp, rsp
    cvttss2si rcx, xmm0
    mov r11d, ecx
    cmp r11, rcx
    jne .L0
    mov eax, ecx
    pop rbp
    ret
.L0:
    ucomiss xmm0, xmm0
    jp .L1
    ud2                                      ; wasm 0x3d trap: integer overflow
.L1:
    ud2                                      ; wasm 0x3d trap: invalid conversion to integer

func[3] <i32_f64_u>: ; 31 bytes, wasm 0x40
    push rbp
    mov rbp, rsp
    cvttsd2si rcx, xmm0
    mov r11d, ecx
    cmp r11, rcx
    jne .L0
    mov eax, ecx
    pop rbp
    ret
.L0:
    ucomisd xmm0, xmm0
    jp .L1
    ud2                                      ; wasm 0x43 trap: integer overflow
.L1:
    ud2                                      ; wasm 0x43 trap: invalid conversion to integer

func[4] <i64_f32_s>: ; 60 bytes, wasm 0x46
    push rbp
    mov rbp, rsp
    cvttss2si rcx, xmm0
    cmp rcx, 1
    jo .L1
.L0:
    mov rax, rcx
    pop rbp
    ret
.L1:
    movss xmm15, [.L5]
    ucomiss xmm0, xmm15
    jp .L2
    jb .L3
    xorps xmm15, xmm15
    ucomiss xmm0, xmm15
    ja .L4
    jmp .L0
.L2:
    ud2                                      ; wasm 0x49 trap: invalid conversion to integer
.L3:
    ud2                                      ; wasm 0x49 trap: integer overflow
.L4:
    ud2                                      ; wasm 0x49 trap: integer overflow
    int3
.L5:
    .long 0xdf000000

func[5] <i64_f64_s>: ; 72 bytes, wasm 0x4c
    push rbp
    mov rbp, rsp
    cvttsd2si rcx, xmm0
    cmp rcx, 1
    jo .L1
.L0:
    mov rax, rcx
    pop rbp
    ret
.L1:
    movsd xmm15, [.L5]
    ucomisd xmm0, xmm15
    jp .L2
    jb .L3
    xorps xmm15, xmm15
    ucomisd xmm0, xmm15
    ja .L4
    jmp .L0
.L2:
    ud2                                      ; wasm 0x4f trap: invalid conversion to integer
.L3:
    ud2                                      ; wasm 0x4f trap: integer overflow
.L4:
    ud2                                      ; wasm 0x4f trap: integer overflow
    int3
    int3
    int3
    int3
    int3
    int3
    int3
.L5:
    .quad 0xc3e0000000000000

func[6] <i64_f32_u>: ; 64 bytes, wasm 0x52
    push rbp
    mov rbp, rsp
    cvttss2si rcx, xmm0
    test rcx, rcx
    js .L1
.L0:
    mov rax, rcx
    pop rbp
    ret
.L1:
    movss xmm15, [.L4]
    addss xmm15, xmm0
    cvttss2si rcx, xmm15
    test rcx, rcx
    js .L2
    btc rcx, 0x3f
    jmp .L0
.L2:
    ucomiss xmm0, xmm0
    jp .L3
    ud2                                      ; wasm 0x55 trap: integer overflow
.L3:
    ud2                                      ; wasm 0x55 trap: invalid conversion to integer
    int3
.L4:
    .long 0xdf000000

func[7] <i64_f64_u>: ; 72 bytes, wasm 0x58
    push rbp
    mov rbp, rsp
    cvttsd2si rcx, xmm0
    test rcx, rcx
    js .L1
.L0:
    mov rax, rcx
    pop rbp
    ret
.L1:
    movsd xmm15, [.L4]
    addsd xmm15, xmm0
    cvttsd2si rcx, xmm15
    test rcx, rcx
    js .L2
    btc rcx, 0x3f
    jmp .L0
.L2:
    ucomisd xmm0, xmm0
    jp .L3
    ud2                                      ; wasm 0x5b trap: integer overflow
.L3:
    ud2                                      ; wasm 0x5b trap: invalid conversion to integer
    int3
    int3
    int3
    int3
.L4:
    .quad 0xc3e0000000000000
