; aarch64, 3 functions in 176 bytes of code

func[0] <div>: ; 60 bytes, wasm 0x21
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #16
    mov w2, w0
    mov w3, w1
    cbz w3, .L0
    cmn w3, #1
    ccmp w2, #1, #0, eq
    b.vs .L1
    sdiv w0, w2, w3
    mov sp, x29
    ldp x29, x30, [sp], #16
    ret
.L0:
    udf #7                                   ; wasm 0x26 trap: integer divide by zero
.L1:
    udf #6                                   ; wasm 0x26 trap: integer overflow

func[1] <rem>: ; 48 bytes, wasm 0x29
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #16
    mov x2, x0
    mov x3, x1
    cbz x3, .L0
    sdiv x16, x2, x3
    msub x0, x16, x3, x2
    mov sp, x29
    ldp x29, x30, [sp], #16
    ret
.L0:
    udf #7                                   ; wasm 0x2e trap: integer divide by zero

func[2] <into_home>: ; 64 bytes, wasm 0x31
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #16
    mov w2, w0
    mov w3, w1
    cbz w3, .L0
    cmn w3, #1
    ccmp w2, #1, #0, eq
    b.vs .L1
    sdiv w2, w2, w3
    add w0, w2, w3
    mov sp, x29
    ldp x29, x30, [sp], #16
    ret
.L0:
    udf #7                                   ; wasm 0x36 trap: integer divide by zero
.L1:
    udf #6                                   ; wasm 0x36 trap: integer overflow
