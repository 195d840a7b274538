; aarch64, 7 functions in 352 bytes of code

func[0] <shl>: ; 36 bytes, wasm 0x2a
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #16
    mov w2, w0
    mov w3, w1
    lsl w0, w2, w3
    mov sp, x29
    ldp x29, x30, [sp], #16
    ret

func[1] <shr_s>: ; 36 bytes, wasm 0x32
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #16
    mov x2, x0
    mov x3, x1
    asr x0, x2, x3
    mov sp, x29
    ldp x29, x30, [sp], #16
    ret

func[2] <of_constant>: ; 36 bytes, wasm 0x3a
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #16
    mov w2, w0
    mov w0, #1
    lsl w0, w0, w2
    mov sp, x29
    ldp x29, x30, [sp], #16
    ret

func[3] <count_is_temporary>: ; 48 bytes, wasm 0x42
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #32
    mov w2, w0
    mov w3, w1
    add w0, w3, #3
    neg w17, w0
    ror w1, w2, w17
    mov w0, w1
    mov sp, x29
    ldp x29, x30, [sp], #16
    ret

func[4] <rcx_is_owned>: ; 52 bytes, wasm 0x4d
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #32
    mov w2, w0
    mov w3, w1
    add w0, w2, #1
    add w1, w2, w3
    lsr w4, w3, w2
    add w1, w1, w4
    add w0, w0, w1
    mov sp, x29
    ldp x29, x30, [sp], #16
    ret

func[5] <by_itself>: ; 36 bytes, wasm 0x61
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #16
    mov w2, w0
    add w0, w2, #1
    lsl w0, w0, w2
    mov sp, x29
    ldp x29, x30, [sp], #16
    ret

func[6] <in_place>: ; 40 bytes, wasm 0x6c
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #16
    mov w2, w0
    mov w3, w1
    ror w2, w2, w3
    mov w0, w2
    mov sp, x29
    ldp x29, x30, [sp], #16
    ret
