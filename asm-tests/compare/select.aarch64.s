; aarch64, 8 functions in 368 bytes of code

func[0] <max>: ; 36 bytes, wasm 0x39
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #48
    cmp w0, w1
    csel w2, w0, w1, gt
    mov w0, w2
    add sp, sp, #48
    ldp x29, x30, [sp], #16
    ret

func[1] <into_first>: ; 36 bytes, wasm 0x46
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #48
    cmp w0, w1
    csel w2, w0, w1, lo
    mov w0, w2
    add sp, sp, #48
    ldp x29, x30, [sp], #16
    ret

func[2] <into_second>: ; 36 bytes, wasm 0x57
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #48
    cmp x0, x1
    csel x2, x0, x1, lo
    mov x0, x2
    add sp, sp, #48
    ldp x29, x30, [sp], #16
    ret

func[3] <constants>: ; 44 bytes, wasm 0x68
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #32
    mov w1, #20
    mov w2, #10
    cmp w0, #0
    csel w2, w2, w1, ne
    mov w0, w2
    add sp, sp, #32
    ldp x29, x30, [sp], #16
    ret

func[4] <same>: ; 36 bytes, wasm 0x72
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #48
    cmp w1, #0
    csel w2, w0, w0, eq
    mov w0, w2
    add sp, sp, #48
    ldp x29, x30, [sp], #16
    ret

func[5] <of_float_comparison>: ; 36 bytes, wasm 0x7d
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #64
    fmov d1, #1.0
    fcmp d0, d1
    csel x0, x0, x1, eq
    add sp, sp, #64
    ldp x29, x30, [sp], #16
    ret

func[6] <typed>: ; 32 bytes, wasm 0x91
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #48
    cmp w2, #0
    csel x0, x0, x1, ne
    add sp, sp, #48
    ldp x29, x30, [sp], #16
    ret

func[7] <temporaries>: ; 48 bytes, wasm 0x9d
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #48
    add w2, w0, #1
    add w1, w1, #2
    and w0, w0, #4
    cmp w0, #0
    csel w2, w2, w1, ne
    mov w0, w2
    add sp, sp, #48
    ldp x29, x30, [sp], #16
    ret
