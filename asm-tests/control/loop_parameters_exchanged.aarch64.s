; aarch64, 1 function in 80 bytes of code

func[0] <fibonacci>: ; 72 bytes, wasm 0x1e
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #32
    mov w3, w0
    stur wzr, [x29, #-8]
    mov w17, #1
    stur w17, [x29, #-16]
.L0:
    ldur w2, [x29, #-16]
    ldur w17, [x29, #-8]
    add w0, w2, w17
    sub w3, w3, #1
    cbz w3, .L1
    stur w0, [x29, #-8]
    stur w2, [x29, #-16]
    b .L0
.L1:
    mov sp, x29
    ldp x29, x30, [sp], #16
    ret
