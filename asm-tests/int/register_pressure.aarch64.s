; aarch64, 2 functions in 208 bytes of code

func[0] <deep>: ; 116 bytes, wasm 0x20
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #0x50
    mov w2, w0
    mov w3, w1
    add w0, w2, #1
    add w1, w2, #2
    add w4, w2, #3
    add w5, w2, #4
    add w6, w2, #5
    add w7, w2, #6
    add w8, w2, #7
    cbz w2, .L0
    cmn w2, #1
    ccmp w3, #1, #0, eq
    b.vs .L1
    sdiv w9, w3, w2
    sub w8, w8, w9
    sub w7, w7, w8
    sub w6, w6, w7
    sub w5, w5, w6
    sub w4, w4, w5
    sub w1, w1, w4
    sub w0, w0, w1
    mov sp, x29
    ldp x29, x30, [sp], #16
    ret
.L0:
    udf #7                                   ; wasm 0x48 trap: integer divide by zero
.L1:
    udf #6                                   ; wasm 0x48 trap: integer overflow

func[1] <shift_under_pressure>: ; 80 bytes, wasm 0x52
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #64
    mov x2, x0
    mov x3, x1
    add x0, x2, #1
    add x1, x2, #2
    add x4, x2, #3
    add x5, x2, #4
    add x6, x2, #5
    add x7, x2, #6
    lsl x7, x7, x3
    sub x6, x6, x7
    sub x5, x5, x6
    sub x4, x4, x5
    sub x1, x1, x4
    sub x0, x0, x1
    mov sp, x29
    ldp x29, x30, [sp], #16
    ret
