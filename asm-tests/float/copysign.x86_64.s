; x86_64, 6 functions in 224 bytes of code

func[0] <f>: ; 6 bytes, wasm 0x2c
    push rbp
    mov rbp, rsp
    pop rbp
    ret

func[1] <registers>: ; 27 bytes, wasm 0x2f
    push rbp
    mov rbp, rsp
    pcmpeqd xmm15, xmm15
    psrlq xmm15, 1
    xorps xmm0, xmm1
    andps xmm0, xmm15
    xorps xmm0, xmm1
    pop rbp
    ret

func[2] <into_first>: ; 37 bytes, wasm 0x37
    push rbp
    mov rbp, rsp
    pcmpeqd xmm15, xmm15
    psrld xmm15, 1
    movaps xmm2, xmm0
    xorps xmm2, xmm1
    andps xmm2, xmm15
    xorps xmm2, xmm1
    addss xmm2, xmm1
    movaps xmm0, xmm2
    pop rbp
    ret

func[3] <into_sign>: ; 34 bytes, wasm 0x46
    push rbp
    mov rbp, rsp
    pcmpeqd xmm15, xmm15
    psrlq xmm15, 1
    movaps xmm2, xmm0
    xorps xmm2, xmm1
    andps xmm2, xmm15
    xorps xmm2, xmm1
    addsd xmm0, xmm2
    pop rbp
    ret

func[4] <slots>: ; 64 bytes, wasm 0x55
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
    add rsp, 0x20
    pop rbp
    ret

func[5] <itself>: ; 12 bytes, wasm 0x5f
    push rbp
    mov rbp, rsp
    movaps xmm1, xmm0
    movaps xmm0, xmm1
    pop rbp
    ret
