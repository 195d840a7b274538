; aarch64, 2 functions in 288 bytes of code

func[0] <one_block>: ; 92 bytes, wasm 0x26
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #48
    mov w2, w0
    mov w17, #1
    stur w17, [x29, #-24]
    mov w17, #2
    stur w17, [x29, #-32]
    mov w17, #3
    stur w17, [x29, #-40]
    ldur w0, [x29, #-24]
    ldur w1, [x29, #-32]
    ldur w17, [x29, #-40]
    stur w17, [x29, #-32]
    stur w0, [x29, #-16]
    stur w1, [x29, #-24]
    ldur w0, [x29, #-16]
    ldur w1, [x29, #-24]
    ldur w17, [x29, #-32]
    str w17, [x29, #16]
    add sp, sp, #48
    ldp x29, x30, [sp], #16
    ret

func[1] <two_blocks>: ; 192 bytes, wasm 0x40
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #48
    mov w2, w0
    cmp w2, #7
    b.hs .L1
    adr x16, .L3
    ldrsw x17, [x16, x2, lsl #2]
    add x16, x16, x17
    br x16
.L0:
    mov w17, #1
    stur w17, [x29, #-16]
    mov w17, #2
    stur w17, [x29, #-24]
    mov w17, #3
    stur w17, [x29, #-32]
    ldur w0, [x29, #-16]
    ldur w1, [x29, #-24]
    b .L2
.L1:
    mov w17, #1
    stur w17, [x29, #-16]
    mov w17, #2
    stur w17, [x29, #-24]
    mov w17, #3
    stur w17, [x29, #-32]
    ldur w0, [x29, #-16]
    ldur w1, [x29, #-24]
    mov w17, #4
    stur w17, [x29, #-16]
    mov w17, #5
    stur w17, [x29, #-24]
    mov w17, #6
    stur w17, [x29, #-32]
    ldur w0, [x29, #-16]
    ldur w1, [x29, #-24]
.L2:
    ldur w17, [x29, #-32]
    add w1, w1, w17
    add w0, w0, w1
    add sp, sp, #48
    ldp x29, x30, [sp], #16
    ret
.L3:
    .long .L0 - .L3
    .long .L1 - .L3
    .long .L0 - .L3
    .long .L1 - .L3
    .long .L0 - .L3
    .long .L1 - .L3
    .long .L0 - .L3
