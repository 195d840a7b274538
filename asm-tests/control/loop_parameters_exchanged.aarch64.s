; aarch64, 1 function in 80 bytes of code

func[0] <fibonacci>: ; 76 bytes, wasm 0x1e
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #48
    mov w2, w0
    stur wzr, [x29, #-16]
    mov w17, #1
    stur w17, [x29, #-24]
.L0:
    ldur w0, [x29, #-24]
    ldur w17, [x29, #-16]
    add w1, w0, w17
    sub w2, w2, #1
    cbz w2, .L1
    stur w1, [x29, #-16]
    stur w0, [x29, #-24]
    b .L0
.L1:
    mov w0, w1
    add sp, sp, #48
    ldp x29, x30, [sp], #16
    ret
