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

func[2] <one>: ; 24 bytes, wasm 0x41
    push rbp
    mov rbp, rsp
    movsd xmm0, [.L0]
    pop rbp
    ret
    int3
    int3
.L0:
    .quad 0x3ff0000000000000

func[3] <half32>: ; 20 bytes, wasm 0x4d
    push rbp
    mov rbp, rsp
    movss xmm0, [.L0]
    pop rbp
    ret
    int3
    int3
.L0:
    .long 0x3f000000

func[4] <pi>: ; 24 bytes, wasm 0x55
    push rbp
    mov rbp, rsp
    movsd xmm0, [.L0]
    pop rbp
    ret
    int3
    int3
.L0:
    .quad 0x400921fb54442d18

func[5] <third32>: ; 20 bytes, wasm 0x61
    push rbp
    mov rbp, rsp
    movss xmm0, [.L0]
    pop rbp
    ret
    int3
    int3
.L0:
    .long 0x3eaaaaaa

func[6] <nan>: ; 20 bytes, wasm 0x69
    push rbp
    mov rbp, rsp
    movss xmm0, [.L0]
    pop rbp
    ret
    int3
    int3
.L0:
    .long 0x7fc00000

func[7] <infinity>: ; 24 bytes, wasm 0x71
    push rbp
    mov rbp, rsp
    movsd xmm0, [.L0]
    pop rbp
    ret
    int3
    int3
.L0:
    .quad 0x7ff0000000000000

func[8] <not_folded>: ; 40 bytes, wasm 0x7d
    push rbp
    mov rbp, rsp
    movsd xmm0, [.L0]
    addsd xmm0, [.L1]
    pop rbp
    ret
    int3
    int3
.L0:
    .quad 0x4000000000000000
.L1:
    .quad 0x3ff0000000000000

func[9] <times_constant>: ; 24 bytes, wasm 0x93
    push rbp
    mov rbp, rsp
    mulsd xmm0, [.L0]
    pop rbp
    ret
    int3
    int3
.L0:
    .quad 0x4004000000000000
