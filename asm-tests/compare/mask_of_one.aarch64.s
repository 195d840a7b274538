; aarch64, 7 functions in 336 bytes of code

func[0] <branch>: ; 48 bytes, wasm 0x37
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #16
    mov w2, w0
    mov w3, w1
    cmp w2, w3
    b.lt .L0
    mov w17, #5
    stur w17, [x28, #-56]
.L0:
    mov sp, x29
    ldp x29, x30, [sp], #16
    ret

func[1] <branch_not>: ; 48 bytes, wasm 0x4b
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #16
    fmov d2, d0
    fmov d3, d1
    fcmp d2, d3
    b.pl .L0
    mov w17, #5
    stur w17, [x28, #-56]
.L0:
    mov sp, x29
    ldp x29, x30, [sp], #16
    ret

func[2] <number>: ; 40 bytes, wasm 0x60
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #16
    mov w2, w0
    mov w3, w1
    cmp w2, w3
    cset w0, eq
    mov sp, x29
    ldp x29, x30, [sp], #16
    ret

func[3] <set>: ; 48 bytes, wasm 0x6b
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #16
    mov w4, w0
    mov w3, w1
    cmp x4, #0
    cset w2, eq
.L0:
    stur w2, [x28, #-56]
    cbnz w3, .L0
    mov sp, x29
    ldp x29, x30, [sp], #16
    ret

func[4] <other_constant>: ; 44 bytes, wasm 0x82
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #16
    mov w2, w0
    mov w3, w1
    cmp w2, w3
    cset w0, eq
    and w0, w0, #2
    mov sp, x29
    ldp x29, x30, [sp], #16
    ret

func[5] <other_operator>: ; 44 bytes, wasm 0x8d
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #16
    mov w2, w0
    mov w3, w1
    cmp w2, w3
    cset w0, eq
    add w0, w0, #1
    mov sp, x29
    ldp x29, x30, [sp], #16
    ret

func[6] <other_length>: ; 48 bytes, wasm 0x98
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #16
    mov w2, w0
    mov w3, w1
    cmp w2, w3
    cset w0, eq
    mov w17, #0x81
    and w0, w0, w17
    mov sp, x29
    ldp x29, x30, [sp], #16
    ret
