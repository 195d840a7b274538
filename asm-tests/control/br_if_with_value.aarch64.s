; aarch64, 3 functions in 176 bytes of code

func[0] <temporary>: ; 36 bytes, wasm 0x21
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #32
    add w0, w0, #3
    cbnz w1, .L0
    add w0, w0, #1
.L0:
    add sp, sp, #32
    ldp x29, x30, [sp], #16
    ret

func[1] <local>: ; 36 bytes, wasm 0x33
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #32
    cbnz w1, .L0
    mul w1, w0, w0
    mov w0, w1
.L0:
    add sp, sp, #32
    ldp x29, x30, [sp], #16
    ret

func[2] <register_taken>: ; 68 bytes, wasm 0x45
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #48
    mul w2, w0, w1
    add w3, w0, w1
    cmp w0, w1
    b.ge .L0
    mov w0, w2
    mov w1, w3
    b .L1
.L0:
    sub w3, w3, w0
    mov w0, w2
    mov w1, w3
.L1:
    eor w0, w0, w1
    add sp, sp, #48
    ldp x29, x30, [sp], #16
    ret
