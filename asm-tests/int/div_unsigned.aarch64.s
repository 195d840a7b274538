; aarch64, 4 functions in 256 bytes of code

func[0] <div>: ; 44 bytes, wasm 0x22
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #16
    mov w2, w0
    mov w3, w1
    cbz w3, .L0
    udiv w0, w2, w3
    mov sp, x29
    ldp x29, x30, [sp], #16
    ret
.L0:
    udf #7                                   ; wasm 0x27 trap: integer divide by zero

func[1] <rem>: ; 48 bytes, wasm 0x2a
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #16
    mov x2, x0
    mov x3, x1
    cbz x3, .L0
    udiv x16, x2, x3
    msub x0, x16, x3, x2
    mov sp, x29
    ldp x29, x30, [sp], #16
    ret
.L0:
    udf #7                                   ; wasm 0x2f trap: integer divide by zero

func[2] <registers_in_the_way>: ; 68 bytes, wasm 0x32
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #48
    mov w2, w0
    mov w3, w1
    add w0, w2, #1
    add w1, w2, #2
    add w4, w2, #3
    cbz w3, .L0
    udiv w5, w2, w3
    add w4, w4, w5
    add w1, w1, w4
    add w0, w0, w1
    mov sp, x29
    ldp x29, x30, [sp], #16
    ret
.L0:
    udf #7                                   ; wasm 0x46 trap: integer divide by zero

func[3] <divisor_in_rdx>: ; 68 bytes, wasm 0x4c
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #32
    mov w2, w0
    mov w3, w1
    add w0, w2, #1
    cbz w3, .L0
    udiv w16, w2, w3
    msub w1, w16, w3, w2
    cbz w1, .L1
    udiv w4, w0, w1
    mov w0, w4
    mov sp, x29
    ldp x29, x30, [sp], #16
    ret
.L0:
    udf #7                                   ; wasm 0x56 trap: integer divide by zero
.L1:
    udf #7                                   ; wasm 0x57 trap: integer divide by zero
