; x86_64, 1 function in 128 bytes of code

func[0] <deep>: ; 125 bytes, wasm 0x18
    push rbp
    mov rbp, rsp
    movaps xmm7, xmm0
    movaps xmm0, xmm7
    addsd xmm0, xmm7
    movaps xmm1, xmm7
    addsd xmm1, xmm7
    movaps xmm2, xmm7
    addsd xmm2, xmm7
    movaps xmm3, xmm7
    addsd xmm3, xmm7
    movaps xmm4, xmm7
    addsd xmm4, xmm7
    movaps xmm5, xmm7
    addsd xmm5, xmm7
    movaps xmm6, xmm7
    addsd xmm6, xmm7
    movlps [rbp-8], xmm0
    movaps xmm0, xmm7
    addsd xmm0, xmm7
    movlps [rbp-0x10], xmm1
    xorps xmm1, xmm1
    sqrtsd xmm1, xmm7
    subsd xmm0, xmm1
    subsd xmm6, xmm0
    subsd xmm5, xmm6
    subsd xmm4, xmm5
    subsd xmm3, xmm4
    subsd xmm2, xmm3
    movsd xmm0, [rbp-0x10]
    subsd xmm0, xmm2
    movsd xmm1, [rbp-8]
    subsd xmm1, xmm0
    movaps xmm0, xmm1
    pop rbp
    ret
