; x86_64, 1 function in 112 bytes of code

func[0] <deep>: ; 107 bytes, wasm 0x18
    push rbp
    mov rbp, rsp
    movaps xmm1, xmm0
    addsd xmm1, xmm0
    movaps xmm2, xmm0
    addsd xmm2, xmm0
    movaps xmm3, xmm0
    addsd xmm3, xmm0
    movaps xmm4, xmm0
    addsd xmm4, xmm0
    movaps xmm5, xmm0
    addsd xmm5, xmm0
    movaps xmm6, xmm0
    addsd xmm6, xmm0
    movaps xmm7, xmm0
    addsd xmm7, xmm0
    movlps [rbp-0x10], xmm1
    movaps xmm1, xmm0
    addsd xmm1, xmm0
    sqrtsd xmm0, xmm0
    subsd xmm1, xmm0
    subsd xmm7, xmm1
    subsd xmm6, xmm7
    subsd xmm5, xmm6
    subsd xmm4, xmm5
    subsd xmm3, xmm4
    subsd xmm2, xmm3
    movsd xmm0, [rbp-0x10]
    subsd xmm0, xmm2
    pop rbp
    ret
