; aarch64, 11 functions in 448 bytes of code

func[0] <div_u_8>: ; 32 bytes, wasm 0x27
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #16
    mov w2, w0
    lsr w0, w2, #3
    mov sp, x29
    ldp x29, x30, [sp], #16
    ret

func[1] <rem_u_16>: ; 32 bytes, wasm 0x2f
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #16
    mov x2, x0
    and x0, x2, #15
    mov sp, x29
    ldp x29, x30, [sp], #16
    ret

func[2] <rem_u_sign_bit>: ; 32 bytes, wasm 0x37
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #16
    mov w2, w0
    and w0, w2, #0x7fffffff
    mov sp, x29
    ldp x29, x30, [sp], #16
    ret

func[3] <rem_u_sign_bit_64>: ; 32 bytes, wasm 0x43
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #16
    mov x2, x0
    and x0, x2, #0x7fffffffffffffff
    mov sp, x29
    ldp x29, x30, [sp], #16
    ret

func[4] <div_u_sign_bit>: ; 32 bytes, wasm 0x54
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #16
    mov x2, x0
    lsr x0, x2, #63
    mov sp, x29
    ldp x29, x30, [sp], #16
    ret

func[5] <div_u_1>: ; 32 bytes, wasm 0x65
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #16
    mov w2, w0
    mov w0, w2
    mov sp, x29
    ldp x29, x30, [sp], #16
    ret

func[6] <div_u_10>: ; 44 bytes, wasm 0x6d
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #16
    mov w2, w0
    mov w17, #0xcccd
    movk w17, #0xcccc, lsl #16
    umull x0, w2, w17
    lsr x0, x0, #35
    mov sp, x29
    ldp x29, x30, [sp], #16
    ret

func[7] <div_s_10>: ; 40 bytes, wasm 0x75
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #16
    mov w2, w0
    mov w0, #10
    sdiv w1, w2, w0
    mov w0, w1
    mov sp, x29
    ldp x29, x30, [sp], #16
    ret

func[8] <rem_s_8>: ; 44 bytes, wasm 0x7d
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #16
    mov x2, x0
    mov w0, #8
    sdiv x16, x2, x0
    msub x1, x16, x0, x2
    mov x0, x1
    mov sp, x29
    ldp x29, x30, [sp], #16
    ret

func[9] <div_u_0>: ; 48 bytes, wasm 0x85
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #16
    mov w2, w0
    mov w0, #0
    cbz w0, .L0
    udiv w1, w2, w0
    mov w0, w1
    mov sp, x29
    ldp x29, x30, [sp], #16
    ret
.L0:
    udf #7                                   ; wasm 0x8a trap: integer divide by zero

func[10] <div_s_minus_1>: ; 56 bytes, wasm 0x8d
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #16
    mov w2, w0
    mov w0, #-1
    cmn w0, #1
    ccmp w2, #1, #0, eq
    b.vs .L0
    sdiv w1, w2, w0
    mov w0, w1
    mov sp, x29
    ldp x29, x30, [sp], #16
    ret
.L0:
    udf #6                                   ; wasm 0x92 trap: integer overflow
