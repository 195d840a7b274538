; x86_64, 8 functions in 176 bytes of code

func[0] <abs>: ; 16 bytes, wasm 0x24
    push rbp
    mov rbp, rsp
    psllq xmm0, 1
    psrlq xmm0, 1
    pop rbp
    ret

func[1] <neg>: ; 21 bytes, wasm 0x2a
    push rbp
    mov rbp, rsp
    pcmpeqd xmm15, xmm15
    pslld xmm15, 0x1f
    xorps xmm0, xmm15
    pop rbp
    ret

func[2] <sqrt>: ; 10 bytes, wasm 0x30
    push rbp
    mov rbp, rsp
    sqrtsd xmm0, xmm0
    pop rbp
    ret

func[3] <ceil>: ; 12 bytes, wasm 0x36
    push rbp
    mov rbp, rsp
    roundss xmm0, xmm0, 2
    pop rbp
    ret

func[4] <floor>: ; 12 bytes, wasm 0x3c
    push rbp
    mov rbp, rsp
    roundsd xmm0, xmm0, 1
    pop rbp
    ret

func[5] <trunc>: ; 12 bytes, wasm 0x42
    push rbp
    mov rbp, rsp
    roundsd xmm0, xmm0, 3
    pop rbp
    ret

func[6] <nearest>: ; 12 bytes, wasm 0x48
    push rbp
    mov rbp, rsp
    roundsd xmm0, xmm0, 0
    pop rbp
    ret

func[7] <in_place>: ; 41 bytes, wasm 0x4e
    push rbp
    mov rbp, rsp
    movaps xmm1, xmm0
    psllq xmm1, 1
    psrlq xmm1, 1
    pcmpeqd xmm15, xmm15
    psllq xmm15, 0x3f
    xorps xmm1, xmm15
    sqrtsd xmm1, xmm1
    movaps xmm0, xmm1
    pop rbp
    ret
