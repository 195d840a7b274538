; aarch64, 2 functions in 192 bytes of code

func[0] <deep>: ; 112 bytes, wasm 0x20
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #0x60
    add w2, w0, #1
    add w3, w0, #2
    add w4, w0, #3
    add w5, w0, #4
    add w6, w0, #5
    add w7, w0, #6
    add w8, w0, #7
    cbz w0, .L0
    cmn w0, #1
    ccmp w1, #1, #0, eq
    b.vs .L1
    sdiv w9, w1, w0
    sub w8, w8, w9
    sub w7, w7, w8
    sub w6, w6, w7
    sub w5, w5, w6
    sub w4, w4, w5
    sub w3, w3, w4
    sub w2, w2, w3
    mov w0, w2
    add sp, sp, #0x60
    ldp x29, x30, [sp], #16
    ret
.L0:
    udf #7                                   ; wasm 0x48 trap: integer divide by zero
.L1:
    udf #6                                   ; wasm 0x48 trap: integer overflow

func[1] <shift_under_pressure>: ; 76 bytes, wasm 0x52
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #0x50
    add x2, x0, #1
    add x3, x0, #2
    add x4, x0, #3
    add x5, x0, #4
    add x6, x0, #5
    add x0, x0, #6
    lsl x0, x0, x1
    sub x6, x6, x0
    sub x5, x5, x6
    sub x4, x4, x5
    sub x3, x3, x4
    sub x2, x2, x3
    mov x0, x2
    add sp, sp, #0x50
    ldp x29, x30, [sp], #16
    ret
