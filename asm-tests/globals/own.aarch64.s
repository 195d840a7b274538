; aarch64, 6 functions in 240 bytes of code

func[0] <get>: ; 28 bytes, wasm 0x53
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #16
    ldur w0, [x28, #-56]
    add sp, sp, #16
    ldp x29, x30, [sp], #16
    ret

func[1] <set>: ; 28 bytes, wasm 0x58
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #16
    stur x0, [x28, #-64]
    add sp, sp, #16
    ldp x29, x30, [sp], #16
    ret

func[2] <set_constants>: ; 56 bytes, wasm 0x5f
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #16
    mov w17, #5
    stur w17, [x28, #-56]
    mov x17, #0x89ab
    movk x17, #0x4567, lsl #16
    movk x17, #0x123, lsl #32
    stur x17, [x28, #-64]
    fmov d0, #2.0
    stur d0, [x28, #-0x50]
    add sp, sp, #16
    ldp x29, x30, [sp], #16
    ret

func[3] <float>: ; 32 bytes, wasm 0x7a
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #16
    stur s0, [x28, #-0x48]
    ldur d0, [x28, #-0x50]
    add sp, sp, #16
    ldp x29, x30, [sp], #16
    ret

func[4] <immutable>: ; 28 bytes, wasm 0x83
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #16
    ldur w0, [x28, #-0x58]
    add sp, sp, #16
    ldp x29, x30, [sp], #16
    ret

func[5] <stack_pointer>: ; 44 bytes, wasm 0x88
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #32
    ldur w1, [x28, #-56]
    sub w1, w1, #16
    stur w1, [x28, #-56]
    add w1, w1, w0
    mov w0, w1
    add sp, sp, #32
    ldp x29, x30, [sp], #16
    ret
