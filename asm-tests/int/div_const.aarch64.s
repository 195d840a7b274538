; aarch64, 11 functions in 464 bytes of code

func[0] <div_u_8>: ; 28 bytes, wasm 0x27
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #32
    lsr w0, w0, #3
    add sp, sp, #32
    ldp x29, x30, [sp], #16
    ret

func[1] <rem_u_16>: ; 28 bytes, wasm 0x2f
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #32
    and x0, x0, #15
    add sp, sp, #32
    ldp x29, x30, [sp], #16
    ret

func[2] <rem_u_sign_bit>: ; 28 bytes, wasm 0x37
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #32
    and w0, w0, #0x7fffffff
    add sp, sp, #32
    ldp x29, x30, [sp], #16
    ret

func[3] <rem_u_sign_bit_64>: ; 28 bytes, wasm 0x43
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #32
    and x0, x0, #0x7fffffffffffffff
    add sp, sp, #32
    ldp x29, x30, [sp], #16
    ret

func[4] <div_u_sign_bit>: ; 28 bytes, wasm 0x54
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #32
    lsr x0, x0, #63
    add sp, sp, #32
    ldp x29, x30, [sp], #16
    ret

func[5] <div_u_1>: ; 24 bytes, wasm 0x65
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #32
    add sp, sp, #32
    ldp x29, x30, [sp], #16
    ret

func[6] <div_u_10>: ; 44 bytes, wasm 0x6d
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #32
    mov w17, #0xcccd
    movk w17, #0xcccc, lsl #16
    umull x1, w0, w17
    lsr x1, x1, #35
    mov w0, w1
    add sp, sp, #32
    ldp x29, x30, [sp], #16
    ret

func[7] <div_s_10>: ; 56 bytes, wasm 0x75
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #32
    sxtw x1, w0
    mov w17, #0x6667
    movk w17, #0x6666, lsl #16
    mul x1, x1, x17
    asr x1, x1, #34
    asr w2, w0, #31
    sub w1, w1, w2
    mov w0, w1
    add sp, sp, #32
    ldp x29, x30, [sp], #16
    ret

func[8] <rem_s_8>: ; 48 bytes, wasm 0x7d
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #32
    asr x1, x0, #63
    lsr x1, x1, #61
    add x1, x1, x0
    and x1, x1, #0xfffffffffffffff8
    sub x1, x0, x1
    mov x0, x1
    add sp, sp, #32
    ldp x29, x30, [sp], #16
    ret

func[9] <div_u_0>: ; 44 bytes, wasm 0x85
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #32
    mov w1, #0
    cbz w1, .L0
    udiv w2, w0, w1
    mov w0, w2
    add sp, sp, #32
    ldp x29, x30, [sp], #16
    ret
.L0:
    udf #7                                   ; wasm 0x8a trap: integer divide by zero

func[10] <div_s_minus_1>: ; 52 bytes, wasm 0x8d
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #32
    mov w1, #-1
    cmn w1, #1
    ccmp w0, #1, #0, eq
    b.vs .L0
    sdiv w2, w0, w1
    mov w0, w2
    add sp, sp, #32
    ldp x29, x30, [sp], #16
    ret
.L0:
    udf #6                                   ; wasm 0x92 trap: integer overflow
