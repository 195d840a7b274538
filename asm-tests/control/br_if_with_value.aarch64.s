; aarch64, 3 functions in 160 bytes of code

func[0] <temporary>: ; 44 bytes, wasm 0x21
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #16
    mov w2, w0
    mov w3, w1
    add w0, w2, #3
    cbnz w3, .L0
    add w0, w0, #1
.L0:
    mov sp, x29
    ldp x29, x30, [sp], #16
    ret

func[1] <local>: ; 48 bytes, wasm 0x33
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #16
    mov w2, w0
    mov w3, w1
    cbz w3, .L0
    mov w0, w2
    b .L1
.L0:
    mul w0, w2, w2
.L1:
    mov sp, x29
    ldp x29, x30, [sp], #16
    ret

func[2] <register_taken>: ; 56 bytes, wasm 0x45
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #32
    mov w2, w0
    mov w3, w1
    mul w0, w2, w3
    add w1, w2, w3
    cmp w2, w3
    b.lt .L0
    sub w1, w1, w2
.L0:
    eor w0, w0, w1
    mov sp, x29
    ldp x29, x30, [sp], #16
    ret
