; aarch64, 2 functions in 144 bytes of code

func[0] <both>: ; 68 bytes, wasm 0x1f
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #16
    mov w2, w0
    mov w3, w1
    add w0, w2, #1
    stur w0, [x29, #-8]
    cbz w3, .L0
    ldur w0, [x29, #-8]
    add w0, w0, w0, lsl #1
    b .L1
.L0:
    ldur w0, [x29, #-8]
    mov w17, #5
    eor w0, w0, w17
.L1:
    mov sp, x29
    ldp x29, x30, [sp], #16
    ret

func[1] <no_else>: ; 60 bytes, wasm 0x33
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #16
    mov w2, w0
    mov w3, w1
    add w0, w2, #1
    stur w0, [x29, #-8]
    cbz w3, .L0
    ldur w0, [x29, #-8]
    add w0, w0, w0, lsl #1
    b .L1
.L0:
    ldur w0, [x29, #-8]
.L1:
    mov sp, x29
    ldp x29, x30, [sp], #16
    ret
