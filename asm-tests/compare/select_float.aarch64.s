; aarch64, 4 functions in 176 bytes of code

func[0] <f64>: ; 32 bytes, wasm 0x29
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #48
    cmp w0, #0
    fcsel d0, d0, d1, ne
    add sp, sp, #48
    ldp x29, x30, [sp], #16
    ret

func[1] <min>: ; 36 bytes, wasm 0x33
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #48
    fcmp s0, s1
    fcsel s2, s0, s1, mi
    fmov d0, d2
    add sp, sp, #48
    ldp x29, x30, [sp], #16
    ret

func[2] <equal>: ; 36 bytes, wasm 0x40
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #48
    fcmp d0, d1
    fcsel d2, d0, d1, eq
    fmov d0, d2
    add sp, sp, #48
    ldp x29, x30, [sp], #16
    ret

func[3] <not_equal>: ; 36 bytes, wasm 0x51
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #48
    fcmp d0, d1
    fcsel d2, d1, d0, ne
    fmov d0, d2
    add sp, sp, #48
    ldp x29, x30, [sp], #16
    ret
