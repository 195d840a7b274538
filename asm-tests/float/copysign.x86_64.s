; x86_64, 6 functions in 240 bytes of code

func[0] <f>: ; 6 bytes, wasm 0x2c
    push rbp
    mov rbp, rsp
    pop rbp
    ret

func[1] <registers>: ; 36 bytes, wasm 0x2f
    push rbp
    mov rbp, rsp
    movaps xmm7, xmm0
    movaps xmm6, xmm1
    pcmpeqd xmm15, xmm15
    psrlq xmm15, 1
    movaps xmm0, xmm7
    xorps xmm0, xmm6
    andps xmm0, xmm15
    xorps xmm0, xmm6
    pop rbp
    ret

func[2] <into_first>: ; 40 bytes, wasm 0x37
    push rbp
    mov rbp, rsp
    movaps xmm7, xmm0
    movaps xmm6, xmm1
    pcmpeqd xmm15, xmm15
    psrld xmm15, 1
    xorps xmm7, xmm6
    andps xmm7, xmm15
    xorps xmm7, xmm6
    movaps xmm0, xmm7
    addss xmm0, xmm6
    pop rbp
    ret

func[3] <into_sign>: ; 40 bytes, wasm 0x46
    push rbp
    mov rbp, rsp
    movaps xmm6, xmm0
    movaps xmm7, xmm1
    pcmpeqd xmm15, xmm15
    psllq xmm15, 0x3f
    xorps xmm7, xmm6
    andps xmm7, xmm15
    xorps xmm7, xmm6
    movaps xmm0, xmm6
    addsd xmm0, xmm7
    pop rbp
    ret

func[4] <slots>: ; 60 bytes, wasm 0x55
    push rbp
    mov rbp, rsp
    sub rsp, 0x20
    movlps [rbp-8], xmm0
    movlps [rbp-0x10], xmm1
    call func[0] <f>                         ; wasm 0x56 call
    movsd xmm0, [rbp-8]
    movsd xmm15, [rbp-0x10]
    psrlq xmm15, 0x3f
    psllq xmm15, 0x3f
    psllq xmm0, 1
    psrlq xmm0, 1
    orps xmm0, xmm15
    leave
    ret

func[5] <itself>: ; 12 bytes, wasm 0x5f
    push rbp
    mov rbp, rsp
    movaps xmm7, xmm0
    movaps xmm0, xmm7
    pop rbp
    ret
