; aarch64, 4 functions in 160 bytes of code

func[0] <get>: ; 36 bytes, wasm 0x3e
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #16
    ldur x0, [x28, #-56]
    ldr w1, [x0]
    mov w0, w1
    add sp, sp, #16
    ldp x29, x30, [sp], #16
    ret

func[1] <set>: ; 32 bytes, wasm 0x43
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #16
    ldur x1, [x28, #-56]
    str w0, [x1]
    add sp, sp, #16
    ldp x29, x30, [sp], #16
    ret

func[2] <float>: ; 32 bytes, wasm 0x4a
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #16
    ldur x0, [x28, #-64]
    ldr d0, [x0]
    add sp, sp, #16
    ldp x29, x30, [sp], #16
    ret

func[3] <both>: ; 36 bytes, wasm 0x4f
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #16
    ldur x0, [x28, #-56]
    ldr w1, [x0]
    stur w1, [x28, #-0x48]
    add sp, sp, #16
    ldp x29, x30, [sp], #16
    ret
