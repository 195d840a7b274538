; aarch64, 4 functions in 192 bytes of code

func[0] <f64>: ; 44 bytes, wasm 0x29
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #32
    fmov d2, d0
    fmov d3, d1
    mov w2, w0
    cmp w2, #0
    fcsel d0, d2, d3, ne
    mov sp, x29
    ldp x29, x30, [sp], #16
    ret

func[1] <min>: ; 40 bytes, wasm 0x33
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #32
    fmov d2, d0
    fmov d3, d1
    fcmp s2, s3
    fcsel s0, s2, s3, mi
    mov sp, x29
    ldp x29, x30, [sp], #16
    ret

func[2] <equal>: ; 44 bytes, wasm 0x40
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #32
    fmov d2, d0
    fmov d3, d1
    fcmp d2, d3
    fcsel d2, d2, d3, eq
    fmov d0, d2
    mov sp, x29
    ldp x29, x30, [sp], #16
    ret

func[3] <not_equal>: ; 40 bytes, wasm 0x51
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #32
    fmov d3, d0
    fmov d2, d1
    fcmp d3, d2
    fcsel d0, d2, d3, ne
    mov sp, x29
    ldp x29, x30, [sp], #16
    ret
