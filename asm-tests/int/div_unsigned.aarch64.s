; aarch64, 4 functions in 224 bytes of code

func[0] <div>: ; 40 bytes, wasm 0x22
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #32
    cbz w1, .L0
    udiv w2, w0, w1
    mov w0, w2
    add sp, sp, #32
    ldp x29, x30, [sp], #16
    ret
.L0:
    udf #7                                   ; wasm 0x27 trap: integer divide by zero

func[1] <rem>: ; 44 bytes, wasm 0x2a
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #32
    cbz x1, .L0
    udiv x16, x0, x1
    msub x2, x16, x1, x0
    mov x0, x2
    add sp, sp, #32
    ldp x29, x30, [sp], #16
    ret
.L0:
    udf #7                                   ; wasm 0x2f trap: integer divide by zero

func[2] <registers_in_the_way>: ; 64 bytes, wasm 0x32
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #64
    add w2, w0, #1
    add w3, w0, #2
    add w4, w0, #3
    cbz w1, .L0
    udiv w5, w0, w1
    add w4, w4, w5
    add w3, w3, w4
    add w2, w2, w3
    mov w0, w2
    add sp, sp, #64
    ldp x29, x30, [sp], #16
    ret
.L0:
    udf #7                                   ; wasm 0x46 trap: integer divide by zero

func[3] <divisor_in_rdx>: ; 56 bytes, wasm 0x4c
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #48
    add w2, w0, #1
    cbz w1, .L0
    udiv w16, w0, w1
    msub w3, w16, w1, w0
    cbz w3, .L1
    udiv w0, w2, w3
    add sp, sp, #48
    ldp x29, x30, [sp], #16
    ret
.L0:
    udf #7                                   ; wasm 0x56 trap: integer divide by zero
.L1:
    udf #7                                   ; wasm 0x57 trap: integer divide by zero
