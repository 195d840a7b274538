; aarch64, 2 functions in 128 bytes of code

func[0] <both>: ; 60 bytes, wasm 0x1f
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #32
    add w0, w0, #1
    stur w0, [x29, #-24]
    cbz w1, .L0
    ldur w0, [x29, #-24]
    add w0, w0, w0, lsl #1
    b .L1
.L0:
    ldur w0, [x29, #-24]
    mov w17, #5
    eor w0, w0, w17
.L1:
    add sp, sp, #32
    ldp x29, x30, [sp], #16
    ret

func[1] <no_else>: ; 52 bytes, wasm 0x33
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #32
    add w0, w0, #1
    stur w0, [x29, #-24]
    cbz w1, .L0
    ldur w0, [x29, #-24]
    add w0, w0, w0, lsl #1
    b .L1
.L0:
    ldur w0, [x29, #-24]
.L1:
    add sp, sp, #32
    ldp x29, x30, [sp], #16
    ret
