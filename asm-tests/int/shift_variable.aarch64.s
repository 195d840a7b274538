; aarch64, 7 functions in 288 bytes of code

func[0] <shl>: ; 28 bytes, wasm 0x2a
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #32
    lsl w0, w0, w1
    add sp, sp, #32
    ldp x29, x30, [sp], #16
    ret

func[1] <shr_s>: ; 28 bytes, wasm 0x32
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #32
    asr x0, x0, x1
    add sp, sp, #32
    ldp x29, x30, [sp], #16
    ret

func[2] <of_constant>: ; 36 bytes, wasm 0x3a
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #32
    mov w1, #1
    lsl w1, w1, w0
    mov w0, w1
    add sp, sp, #32
    ldp x29, x30, [sp], #16
    ret

func[3] <count_is_temporary>: ; 36 bytes, wasm 0x42
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #48
    add w1, w1, #3
    neg w17, w1
    ror w0, w0, w17
    add sp, sp, #48
    ldp x29, x30, [sp], #16
    ret

func[4] <rcx_is_owned>: ; 48 bytes, wasm 0x4d
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #48
    add w2, w0, #1
    add w3, w0, w1
    lsr w1, w1, w0
    add w3, w3, w1
    add w2, w2, w3
    mov w0, w2
    add sp, sp, #48
    ldp x29, x30, [sp], #16
    ret

func[5] <by_itself>: ; 36 bytes, wasm 0x61
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #32
    add w1, w0, #1
    lsl w1, w1, w0
    mov w0, w1
    add sp, sp, #32
    ldp x29, x30, [sp], #16
    ret

func[6] <in_place>: ; 32 bytes, wasm 0x6c
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #32
    ror w2, w0, w1
    mov w0, w2
    add sp, sp, #32
    ldp x29, x30, [sp], #16
    ret
