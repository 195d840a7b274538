; aarch64, 7 functions in 304 bytes of code

func[0] <result>: ; 32 bytes, wasm 0x2f
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #32
    cmp w0, w1
    cset w0, ls
    add sp, sp, #32
    ldp x29, x30, [sp], #16
    ret

func[1] <sum_of_two>: ; 48 bytes, wasm 0x37
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #48
    cmp x0, x1
    cset w1, eq
    cmp x0, #10
    cset w0, gt
    add w1, w1, w0
    mov w0, w1
    add sp, sp, #48
    ldp x29, x30, [sp], #16
    ret

func[2] <into_home>: ; 36 bytes, wasm 0x45
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #32
    cmp w0, #42
    cset w1, ne
    mov w0, w1
    add sp, sp, #32
    ldp x29, x30, [sp], #16
    ret

func[3] <into_other_home>: ; 40 bytes, wasm 0x51
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #32
    cmp w0, w1
    cset w2, gt
    add w2, w2, w0
    mov w0, w2
    add sp, sp, #32
    ldp x29, x30, [sp], #16
    ret

func[4] <sign>: ; 28 bytes, wasm 0x60
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #32
    lsr w0, w0, #31
    add sp, sp, #32
    ldp x29, x30, [sp], #16
    ret

func[5] <no_sign>: ; 36 bytes, wasm 0x68
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #32
    add x0, x0, #1
    cmp x0, #0
    cset w0, ge
    add sp, sp, #32
    ldp x29, x30, [sp], #16
    ret

func[6] <of_temporaries>: ; 40 bytes, wasm 0x73
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #48
    add w0, w0, #1
    add w1, w1, #2
    cmp w0, w1
    cset w0, eq
    add sp, sp, #48
    ldp x29, x30, [sp], #16
    ret
