; aarch64, 3 functions in 176 bytes of code

func[0] <div>: ; 56 bytes, wasm 0x21
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #32
    cbz w1, .L0
    cmn w1, #1
    ccmp w0, #1, #0, eq
    b.vs .L1
    sdiv w2, w0, w1
    mov w0, w2
    add sp, sp, #32
    ldp x29, x30, [sp], #16
    ret
.L0:
    udf #7                                   ; wasm 0x26 trap: integer divide by zero
.L1:
    udf #6                                   ; wasm 0x26 trap: integer overflow

func[1] <rem>: ; 44 bytes, wasm 0x29
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #32
    cbz x1, .L0
    sdiv x16, x0, x1
    msub x2, x16, x1, x0
    mov x0, x2
    add sp, sp, #32
    ldp x29, x30, [sp], #16
    ret
.L0:
    udf #7                                   ; wasm 0x2e trap: integer divide by zero

func[2] <into_home>: ; 60 bytes, wasm 0x31
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #32
    cbz w1, .L0
    cmn w1, #1
    ccmp w0, #1, #0, eq
    b.vs .L1
    sdiv w2, w0, w1
    add w2, w2, w1
    mov w0, w2
    add sp, sp, #32
    ldp x29, x30, [sp], #16
    ret
.L0:
    udf #7                                   ; wasm 0x36 trap: integer divide by zero
.L1:
    udf #6                                   ; wasm 0x36 trap: integer overflow
