; x86_64, 4 functions in 240 bytes of code

func[0] <min>: ; 52 bytes, wasm 0x27
    push rbp
    mov rbp, rsp
    movlps [rbp-8], xmm0
    movlps [rbp-0x10], xmm1
    movsd xmm0, [rbp-8]
    movsd xmm15, [rbp-0x10]
    ucomisd xmm0, xmm15
    jne .L1
    jp .L0
    orps xmm0, xmm15
    jmp .L2
.L0:
    addsd xmm0, xmm15
    jmp .L2
.L1:
    minsd xmm0, xmm15
.L2:
    pop rbp
    ret

func[1] <max>: ; 53 bytes, wasm 0x2f
    push rbp
    mov rbp, rsp
    movss [rbp-8], xmm0
    movss [rbp-0x10], xmm1
    movss xmm0, [rbp-8]
    movss xmm15, [rbp-0x10]
    ucomiss xmm0, xmm15
    jne .L1
    jp .L0
    andps xmm0, xmm15
    jmp .L2
.L0:
    addss xmm0, xmm15
    jmp .L2
.L1:
    maxss xmm0, xmm15
.L2:
    pop rbp
    ret

func[2] <into_second>: ; 42 bytes, wasm 0x37
    push rbp
    mov rbp, rsp
    movaps xmm6, xmm0
    movaps xmm7, xmm1
    ucomisd xmm7, xmm6
    jne .L1
    jp .L0
    andps xmm7, xmm6
    jmp .L2
.L0:
    addsd xmm7, xmm6
    jmp .L2
.L1:
    maxsd xmm7, xmm6
.L2:
    movaps xmm0, xmm7
    addsd xmm0, xmm6
    pop rbp
    ret

func[3] <with_constant>: ; 56 bytes, wasm 0x46
    push rbp
    mov rbp, rsp
    movlps [rbp-8], xmm0
    mov r11, 0x3ff0000000000000
    movq xmm0, r11
    movsd xmm1, [rbp-8]
    ucomisd xmm1, xmm0
    jne .L1
    jp .L0
    orps xmm1, xmm0
    jmp .L2
.L0:
    addsd xmm1, xmm0
    jmp .L2
.L1:
    minsd xmm1, xmm0
.L2:
    movaps xmm0, xmm1
    pop rbp
    ret
