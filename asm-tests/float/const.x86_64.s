; x86_64, 10 functions in 304 bytes of code

func[0] <zero>: ; 9 bytes, wasm 0x29
    push rbp
    mov rbp, rsp
    xorps xmm0, xmm0
    pop rbp
    ret

func[1] <minus_zero>: ; 15 bytes, wasm 0x35
    push rbp
    mov rbp, rsp
    pcmpeqd xmm0, xmm0
    psllq xmm0, 0x3f
    pop rbp
    ret

func[2] <one>: ; 21 bytes, wasm 0x41
    push rbp
    mov rbp, rsp
    mov r11, 0x3ff0000000000000
    movq xmm0, r11
    pop rbp
    ret

func[3] <half32>: ; 17 bytes, wasm 0x4d
    push rbp
    mov rbp, rsp
    mov r11d, 0x3f000000
    movd xmm0, r11d
    pop rbp
    ret

func[4] <pi>: ; 21 bytes, wasm 0x55
    push rbp
    mov rbp, rsp
    mov r11, 0x400921fb54442d18
    movq xmm0, r11
    pop rbp
    ret

func[5] <third32>: ; 17 bytes, wasm 0x61
    push rbp
    mov rbp, rsp
    mov r11d, 0x3eaaaaaa
    movd xmm0, r11d
    pop rbp
    ret

func[6] <nan>: ; 17 bytes, wasm 0x69
    push rbp
    mov rbp, rsp
    mov r11d, 0x7fc00000
    movd xmm0, r11d
    pop rbp
    ret

func[7] <infinity>: ; 21 bytes, wasm 0x71
    push rbp
    mov rbp, rsp
    mov r11, 0x7ff0000000000000
    movq xmm0, r11
    pop rbp
    ret

func[8] <not_folded>: ; 43 bytes, wasm 0x7d
    push rbp
    mov rbp, rsp
    mov r11, 0x4000000000000000
    movq xmm0, r11
    mov r11, 0x3ff0000000000000
    movq xmm1, r11
    addsd xmm1, xmm0
    movaps xmm0, xmm1
    pop rbp
    ret

func[9] <times_constant>: ; 25 bytes, wasm 0x93
    push rbp
    mov rbp, rsp
    mov r11, 0x4004000000000000
    movq xmm1, r11
    mulsd xmm0, xmm1
    pop rbp
    ret
