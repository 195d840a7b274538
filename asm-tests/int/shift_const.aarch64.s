; aarch64, 7 functions in 224 bytes of code

func[0] <shl>: ; 28 bytes, wasm 0x23
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #32
    lsl w0, w0, #3
    add sp, sp, #32
    ldp x29, x30, [sp], #16
    ret

func[1] <shl_1>: ; 28 bytes, wasm 0x2b
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #32
    lsl w0, w0, #1
    add sp, sp, #32
    ldp x29, x30, [sp], #16
    ret

func[2] <shr_s>: ; 28 bytes, wasm 0x33
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #32
    asr x0, x0, #63
    add sp, sp, #32
    ldp x29, x30, [sp], #16
    ret

func[3] <shr_u>: ; 28 bytes, wasm 0x3b
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #32
    lsr w0, w0, #1
    add sp, sp, #32
    ldp x29, x30, [sp], #16
    ret

func[4] <rotl>: ; 28 bytes, wasm 0x43
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #32
    ror w0, w0, #19
    add sp, sp, #32
    ldp x29, x30, [sp], #16
    ret

func[5] <rotr>: ; 28 bytes, wasm 0x4b
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #32
    ror x0, x0, #1
    add sp, sp, #32
    ldp x29, x30, [sp], #16
    ret

func[6] <by_0>: ; 24 bytes, wasm 0x53
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #32
    add sp, sp, #32
    ldp x29, x30, [sp], #16
    ret
