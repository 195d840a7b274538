; aarch64, 8 functions in 368 bytes of code

func[0] <f>: ; 24 bytes, wasm 0x2f
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #16
    add sp, sp, #16
    ldp x29, x30, [sp], #16
    ret

func[1] <post_increment>: ; 32 bytes, wasm 0x34
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #32
    add w1, w0, #1
    mul w0, w0, w1
    add sp, sp, #32
    ldp x29, x30, [sp], #16
    ret

func[2] <swap>: ; 40 bytes, wasm 0x43
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #32
    mov w2, w1
    lsl w2, w2, #4
    sub w2, w2, w0
    mov w0, w2
    add sp, sp, #32
    ldp x29, x30, [sp], #16
    ret

func[3] <two_aliases>: ; 40 bytes, wasm 0x56
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #32
    mov w1, w0
    mov w2, #3
    add w0, w0, w1
    mul w0, w0, w2
    add sp, sp, #32
    ldp x29, x30, [sp], #16
    ret

func[4] <slot>: ; 44 bytes, wasm 0x65
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #32
    stur w0, [x29, #-8]
    mov w1, #0
    mov w0, #0
    bl func[0] <f>                           ; wasm 0x6a call
    ldur w0, [x29, #-8]
    add sp, sp, #32
    ldp x29, x30, [sp], #16
    ret

func[5] <tee>: ; 32 bytes, wasm 0x75
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #32
    add w1, w0, w0, lsl #2
    sub w0, w0, w1
    add sp, sp, #32
    ldp x29, x30, [sp], #16
    ret

func[6] <extended>: ; 40 bytes, wasm 0x82
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #32
    mov w1, w0
    mov w0, #1
    add x1, x1, x0
    mov x0, x1
    add sp, sp, #32
    ldp x29, x30, [sp], #16
    ret

func[7] <no_register_free>: ; 72 bytes, wasm 0x90
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #64
    mov x1, x0
    mov x2, x0
    mov x3, x0
    mov x4, x0
    mov x5, x0
    mov w6, #3
    sub x2, x2, x1
    sub x3, x3, x2
    sub x4, x4, x3
    sub x5, x5, x4
    sub x0, x0, x5
    add x0, x0, x6
    add sp, sp, #64
    ldp x29, x30, [sp], #16
    ret
