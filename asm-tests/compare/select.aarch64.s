; aarch64, 8 functions in 400 bytes of code

func[0] <max>: ; 40 bytes, wasm 0x39
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #32
    mov w2, w0
    mov w3, w1
    cmp w2, w3
    csel w0, w2, w3, gt
    mov sp, x29
    ldp x29, x30, [sp], #16
    ret

func[1] <into_first>: ; 44 bytes, wasm 0x46
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #32
    mov w2, w0
    mov w3, w1
    cmp w2, w3
    csel w2, w2, w3, lo
    mov w0, w2
    mov sp, x29
    ldp x29, x30, [sp], #16
    ret

func[2] <into_second>: ; 44 bytes, wasm 0x57
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #32
    mov x3, x0
    mov x2, x1
    cmp x3, x2
    csel x2, x3, x2, lo
    mov x0, x2
    mov sp, x29
    ldp x29, x30, [sp], #16
    ret

func[3] <constants>: ; 48 bytes, wasm 0x68
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #32
    mov w2, w0
    mov w0, #20
    mov w1, #10
    cmp w2, #0
    csel w1, w1, w0, ne
    mov w0, w1
    mov sp, x29
    ldp x29, x30, [sp], #16
    ret

func[4] <same>: ; 40 bytes, wasm 0x72
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #32
    mov w2, w0
    mov w3, w1
    cmp w3, #0
    csel w0, w2, w2, eq
    mov sp, x29
    ldp x29, x30, [sp], #16
    ret

func[5] <of_float_comparison>: ; 48 bytes, wasm 0x7d
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #32
    mov x2, x0
    mov x3, x1
    fmov d2, d0
    fmov d0, #1.0
    fcmp d2, d0
    csel x0, x2, x3, eq
    mov sp, x29
    ldp x29, x30, [sp], #16
    ret

func[6] <typed>: ; 40 bytes, wasm 0x91
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #32
    mov x3, x0
    mov x4, x1
    cmp w2, #0
    csel x0, x3, x4, ne
    mov sp, x29
    ldp x29, x30, [sp], #16
    ret

func[7] <temporaries>: ; 52 bytes, wasm 0x9d
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #32
    mov w2, w0
    mov w3, w1
    add w0, w2, #1
    add w1, w3, #2
    and w4, w2, #4
    cmp w4, #0
    csel w0, w0, w1, ne
    mov sp, x29
    ldp x29, x30, [sp], #16
    ret
