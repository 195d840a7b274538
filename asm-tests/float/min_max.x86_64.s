; x86_64, 4 functions in 160 bytes of code

func[0] <min>: ; 29 bytes, wasm 0x27
    push rbp
    mov rbp, rsp
    ucomisd xmm0, xmm1
    jne .L1
    jp .L0
    orps xmm0, xmm1
    jmp .L2
.L0:
    addsd xmm0, xmm1
    jmp .L2
.L1:
    minsd xmm0, xmm1
.L2:
    pop rbp
    ret

func[1] <max>: ; 28 bytes, wasm 0x2f
    push rbp
    mov rbp, rsp
    ucomiss xmm0, xmm1
    jne .L1
    jp .L0
    andps xmm0, xmm1
    jmp .L2
.L0:
    addss xmm0, xmm1
    jmp .L2
.L1:
    maxss xmm0, xmm1
.L2:
    pop rbp
    ret

func[2] <into_second>: ; 39 bytes, wasm 0x37
    push rbp
    mov rbp, rsp
    movaps xmm2, xmm0
    ucomisd xmm2, xmm1
    jne .L1
    jp .L0
    andps xmm2, xmm1
    jmp .L2
.L0:
    addsd xmm2, xmm1
    jmp .L2
.L1:
    maxsd xmm2, xmm1
.L2:
    addsd xmm2, xmm0
    movaps xmm0, xmm2
    pop rbp
    ret

func[3] <with_constant>: ; 48 bytes, wasm 0x46
    push rbp
    mov rbp, rsp
    movsd xmm1, [.L3]
    ucomisd xmm0, xmm1
    jne .L1
    jp .L0
    orps xmm0, xmm1
    jmp .L2
.L0:
    addsd xmm0, xmm1
    jmp .L2
.L1:
    minsd xmm0, xmm1
.L2:
    pop rbp
    ret
    int3
    int3
    int3
.L3:
    .quad 0x3ff0000000000000
