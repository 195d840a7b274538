; aarch64, 7 functions in 224 bytes of code

func[0] <shl>: ; 32 bytes, wasm 0x23
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #16
    mov w2, w0
    lsl w0, w2, #3
    mov sp, x29
    ldp x29, x30, [sp], #16
    ret

func[1] <shl_1>: ; 32 bytes, wasm 0x2b
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #16
    mov w2, w0
    lsl w0, w2, #1
    mov sp, x29
    ldp x29, x30, [sp], #16
    ret

func[2] <shr_s>: ; 32 bytes, wasm 0x33
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #16
    mov x2, x0
    asr x0, x2, #63
    mov sp, x29
    ldp x29, x30, [sp], #16
    ret

func[3] <shr_u>: ; 32 bytes, wasm 0x3b
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #16
    mov w2, w0
    lsr w0, w2, #1
    mov sp, x29
    ldp x29, x30, [sp], #16
    ret

func[4] <rotl>: ; 32 bytes, wasm 0x43
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #16
    mov w2, w0
    ror w0, w2, #19
    mov sp, x29
    ldp x29, x30, [sp], #16
    ret

func[5] <rotr>: ; 32 bytes, wasm 0x4b
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #16
    mov x2, x0
    ror x0, x2, #1
    mov sp, x29
    ldp x29, x30, [sp], #16
    ret

func[6] <by_0>: ; 32 bytes, wasm 0x53
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #16
    mov x2, x0
    mov x0, x2
    mov sp, x29
    ldp x29, x30, [sp], #16
    ret
