; aarch64, 2 functions in 144 bytes of code

func[0] <sum>: ; 56 bytes, wasm 0x24
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #32
    mov w2, w0
    stur wzr, [x29, #-8]
.L0:
    ldur w17, [x29, #-8]
    add w0, w2, w17
    sub w2, w2, #1
    cbz w2, .L1
    stur w0, [x29, #-8]
    b .L0
.L1:
    add sp, sp, #32
    ldp x29, x30, [sp], #16
    ret

func[1] <two>: ; 72 bytes, wasm 0x38
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #48
    stur x0, [x29, #-24]
    mov w17, #1
    stur x17, [x29, #-16]
.L0:
    ldur x0, [x29, #-24]
    ldur x17, [x29, #-16]
    mul x1, x0, x17
    sub x2, x0, #1
    cbz x0, .L1
    stur x1, [x29, #-16]
    stur x2, [x29, #-24]
    b .L0
.L1:
    mov x0, x1
    add sp, sp, #48
    ldp x29, x30, [sp], #16
    ret
