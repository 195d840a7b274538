; x86_64, 2 functions in 48 bytes of code

func[0] <promote>: ; 16 bytes, wasm 0x1f
    push rbp
    mov rbp, rsp
    movaps xmm7, xmm0
    xorps xmm0, xmm0
    cvtss2sd xmm0, xmm7
    pop rbp
    ret

func[1] <demote>: ; 23 bytes, wasm 0x25
    push rbp
    mov rbp, rsp
    movaps xmm7, xmm0
    movaps xmm6, xmm1
    movaps xmm0, xmm7
    addsd xmm0, xmm6
    cvtsd2ss xmm0, xmm0
    pop rbp
    ret
