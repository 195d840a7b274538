; x86_64, 8 functions in 256 bytes of code

func[0] <abs>: ; 22 bytes, wasm 0x24
    push rbp
    mov rbp, rsp
    movaps xmm7, xmm0
    movaps xmm0, xmm7
    psllq xmm0, 1
    psrlq xmm0, 1
    pop rbp
    ret

func[1] <neg>: ; 27 bytes, wasm 0x2a
    push rbp
    mov rbp, rsp
    movaps xmm7, xmm0
    pcmpeqd xmm15, xmm15
    pslld xmm15, 0x1f
    movaps xmm0, xmm7
    xorps xmm0, xmm15
    pop rbp
    ret

func[2] <sqrt>: ; 16 bytes, wasm 0x30
    push rbp
    mov rbp, rsp
    movaps xmm7, xmm0
    xorps xmm0, xmm0
    sqrtsd xmm0, xmm7
    pop rbp
    ret

func[3] <ceil>: ; 18 bytes, wasm 0x36
    push rbp
    mov rbp, rsp
    movaps xmm7, xmm0
    xorps xmm0, xmm0
    roundss xmm0, xmm7, 2
    pop rbp
    ret

func[4] <floor>: ; 18 bytes, wasm 0x3c
    push rbp
    mov rbp, rsp
    movaps xmm7, xmm0
    xorps xmm0, xmm0
    roundsd xmm0, xmm7, 1
    pop rbp
    ret

func[5] <trunc>: ; 18 bytes, wasm 0x42
    push rbp
    mov rbp, rsp
    movaps xmm7, xmm0
    xorps xmm0, xmm0
    roundsd xmm0, xmm7, 3
    pop rbp
    ret

func[6] <nearest>: ; 18 bytes, wasm 0x48
    push rbp
    mov rbp, rsp
    movaps xmm7, xmm0
    xorps xmm0, xmm0
    roundsd xmm0, xmm7, 0
    pop rbp
    ret

func[7] <in_place>: ; 41 bytes, wasm 0x4e
    push rbp
    mov rbp, rsp
    movaps xmm7, xmm0
    psllq xmm7, 1
    psrlq xmm7, 1
    pcmpeqd xmm15, xmm15
    psllq xmm15, 0x3f
    movaps xmm0, xmm7
    xorps xmm0, xmm15
    sqrtsd xmm0, xmm0
    pop rbp
    ret
