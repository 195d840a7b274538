; x86_64, 5 functions in 320 bytes of code

func[0] <i32_f32_s>: ; 37 bytes, wasm 0x31
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
    xorps xmm15, xmm15
    ucomiss xmm0, xmm15
    jp .L2
    jb .L0
    not ecx
    jmp .L0
.L2:
    xor ecx, ecx
    jmp .L0

func[1] <i32_f64_u>: ; 36 bytes, wasm 0x38
    push rbp
    mov rbp, rsp
    cvttsd2si rcx, xmm0
    mov r11d, ecx
    cmp r11, rcx
    jne .L1
.L0:
    mov eax, ecx
    pop rbp
    ret
.L1:
    xorps xmm15, xmm15
    ucomisd xmm0, xmm15
    sbb ecx, ecx
    not ecx
    jmp .L0

func[2] <i64_f32_u>: ; 72 bytes, wasm 0x3f
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
    movss xmm15, [.L3]
    addss xmm15, xmm0
    cvttss2si rcx, xmm15
    test rcx, rcx
    js .L2
    btc rcx, 0x3f
    jmp .L0
.L2:
    xorps xmm15, xmm15
    ucomiss xmm0, xmm15
    sbb rcx, rcx
    not rcx
    jmp .L0
    int3
    int3
.L3:
    .long 0xdf000000

func[3] <i64_f64_s>: ; 42 bytes, wasm 0x46
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
    xorps xmm15, xmm15
    ucomisd xmm0, xmm15
    jp .L2
    jb .L0
    not rcx
    jmp .L0
.L2:
    xor ecx, ecx
    jmp .L0

func[4] <two_offsets>: ; 96 bytes, wasm 0x4d
    push rbp
    mov rbp, rsp
    cvttsd2si ecx, xmm0
    cmp ecx, 1
    jo .L2
.L0:
    cvttsd2si edx, xmm1
    cmp edx, 1
    jo .L4
.L1:
    add ecx, edx
    mov eax, ecx
    pop rbp
    ret
.L2:
    xorps xmm15, xmm15
    ucomisd xmm0, xmm15
    jp .L3
    jb .L0
    not ecx
    jmp .L0
.L3:
    xor ecx, ecx
    jmp .L0
.L4:
    movsd xmm15, [.L8]
    ucomisd xmm1, xmm15
    jp .L5
    jbe .L6
    xorps xmm15, xmm15
    ucomisd xmm1, xmm15
    ja .L7
    jmp .L1
.L5:
    ud2                                      ; wasm 0x54 trap: invalid conversion to integer
.L6:
    ud2                                      ; wasm 0x54 trap: integer overflow
.L7:
    ud2                                      ; wasm 0x54 trap: integer overflow
    int3
    int3
.L8:
    .quad 0xc1e0000000200000
