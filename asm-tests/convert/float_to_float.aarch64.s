; aarch64, 2 functions in 80 bytes of code

func[0] <promote>: ; 32 bytes, wasm 0x1f
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #16
    fmov d2, d0
    fcvt d0, s2
    mov sp, x29
    ldp x29, x30, [sp], #16
    ret

func[1] <demote>: ; 40 bytes, wasm 0x25
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #16
    fmov d2, d0
    fmov d3, d1
    fadd d0, d2, d3
    fcvt s0, d0
    mov sp, x29
    ldp x29, x30, [sp], #16
    ret
