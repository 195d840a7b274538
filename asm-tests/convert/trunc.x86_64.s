; x86_64, 8 functions in 464 bytes of code

func[0] <i32_f32_s>: ; 54 bytes, wasm 0x2e
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
    mov r11d, -0x31000000
    movd xmm15, r11d
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

func[1] <i32_f64_s>: ; 60 bytes, wasm 0x34
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
    mov r11, -0x3e1fffffffe00000
    movq xmm15, r11
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

func[4] <i64_f32_s>: ; 57 bytes, wasm 0x46
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
    mov r11d, -0x21000000
    movd xmm15, r11d
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

func[5] <i64_f64_s>: ; 63 bytes, wasm 0x4c
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
    mov r11, -0x3c20000000000000
    movq xmm15, r11
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

func[6] <i64_f32_u>: ; 61 bytes, wasm 0x52
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
    mov r11d, -0x21000000
    movd xmm15, r11d
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

func[7] <i64_f64_u>: ; 66 bytes, wasm 0x58
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
    mov r11, -0x3c20000000000000
    movq xmm15, r11
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
