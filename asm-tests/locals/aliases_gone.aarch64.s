; aarch64, 2 functions in 80 bytes of code

func[0] <last_entry>: ; 28 bytes, wasm 0x1d
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #32
    stur w0, [x29, #-16]
    add sp, sp, #32
    ldp x29, x30, [sp], #16
    ret

func[1] <written_later>: ; 36 bytes, wasm 0x2d
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #32
    stur w0, [x29, #-16]
    add w1, w0, #5
    mul w0, w1, w1
    add sp, sp, #32
    ldp x29, x30, [sp], #16
    ret
