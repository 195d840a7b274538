; aarch64, 7 functions in 336 bytes of code

func[0] <result>: ; 40 bytes, wasm 0x2f
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #16
    mov w2, w0
    mov w3, w1
    cmp w2, w3
    cset w0, ls
    mov sp, x29
    ldp x29, x30, [sp], #16
    ret

func[1] <sum_of_two>: ; 52 bytes, wasm 0x37
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #32
    mov x2, x0
    mov x3, x1
    cmp x2, x3
    cset w0, eq
    cmp x2, #10
    cset w1, gt
    add w0, w0, w1
    mov sp, x29
    ldp x29, x30, [sp], #16
    ret

func[2] <into_home>: ; 40 bytes, wasm 0x45
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #16
    mov w2, w0
    cmp w2, #42
    cset w2, ne
    mov w0, w2
    mov sp, x29
    ldp x29, x30, [sp], #16
    ret

func[3] <into_other_home>: ; 44 bytes, wasm 0x51
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #16
    mov w3, w0
    mov w2, w1
    cmp w3, w2
    cset w2, gt
    add w0, w2, w3
    mov sp, x29
    ldp x29, x30, [sp], #16
    ret

func[4] <sign>: ; 32 bytes, wasm 0x60
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #16
    mov w2, w0
    lsr w0, w2, #31
    mov sp, x29
    ldp x29, x30, [sp], #16
    ret

func[5] <no_sign>: ; 40 bytes, wasm 0x68
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #16
    mov x2, x0
    add x0, x2, #1
    cmp x0, #0
    cset w0, ge
    mov sp, x29
    ldp x29, x30, [sp], #16
    ret

func[6] <of_temporaries>: ; 48 bytes, wasm 0x73
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #32
    mov w2, w0
    mov w3, w1
    add w0, w2, #1
    add w1, w3, #2
    cmp w0, w1
    cset w0, eq
    mov sp, x29
    ldp x29, x30, [sp], #16
    ret
