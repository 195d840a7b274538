; aarch64, 2 functions in 64 bytes of code

func[0] <promote>: ; 28 bytes, wasm 0x1f
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #16
    fcvt d0, s0
    add sp, sp, #16
    ldp x29, x30, [sp], #16
    ret

func[1] <demote>: ; 32 bytes, wasm 0x25
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #32
    fadd d0, d0, d1
    fcvt s0, d0
    add sp, sp, #32
    ldp x29, x30, [sp], #16
    ret
