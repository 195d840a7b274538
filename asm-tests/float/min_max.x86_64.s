; x86_64, 4 functions in 208 bytes of code

func[0] <min>: ; 38 bytes, wasm 0x27
    push rbp
    mov rbp, rsp
    movaps xmm7, xmm0
    movaps xmm6, xmm1
    movaps xmm0, xmm7
    ucomisd xmm0, xmm6
    jne .L1
    jp .L0
    orps xmm0, xmm6
    jmp .L2
.L0:
    addsd xmm0, xmm6
    jmp .L2
.L1:
    minsd xmm0, xmm6
.L2:
    pop rbp
    ret

func[1] <max>: ; 37 bytes, wasm 0x2f
    push rbp
    mov rbp, rsp
    movaps xmm7, xmm0
    movaps xmm6, xmm1
    movaps xmm0, xmm7
    ucomiss xmm0, xmm6
    jne .L1
    jp .L0
    andps xmm0, xmm6
    jmp .L2
.L0:
    addss xmm0, xmm6
    jmp .L2
.L1:
    maxss xmm0, xmm6
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

func[3] <with_constant>: ; 53 bytes, wasm 0x46
    push rbp
    mov rbp, rsp
    movaps xmm7, xmm0
    mov r11, 0x3ff0000000000000
    movq xmm0, r11
    movaps xmm1, xmm7
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
