; aarch64, 7 functions in 320 bytes of code

func[0] <branch>: ; 40 bytes, wasm 0x37
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #32
    cmp w0, w1
    b.lt .L0
    mov w17, #5
    stur w17, [x28, #-56]
.L0:
    mov sp, x29
    ldp x29, x30, [sp], #16
    ret

func[1] <branch_not>: ; 40 bytes, wasm 0x4b
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #32
    fcmp d0, d1
    b.pl .L0
    mov w17, #5
    stur w17, [x28, #-56]
.L0:
    mov sp, x29
    ldp x29, x30, [sp], #16
    ret

func[2] <number>: ; 32 bytes, wasm 0x60
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #32
    cmp w0, w1
    cset w0, eq
    mov sp, x29
    ldp x29, x30, [sp], #16
    ret

func[3] <set>: ; 44 bytes, wasm 0x6b
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #32
    mov w3, w1
    cmp x0, #0
    cset w2, eq
.L0:
    stur w2, [x28, #-56]
    cbnz w3, .L0
    mov sp, x29
    ldp x29, x30, [sp], #16
    ret

func[4] <other_constant>: ; 36 bytes, wasm 0x82
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #32
    cmp w0, w1
    cset w0, eq
    and w0, w0, #2
    mov sp, x29
    ldp x29, x30, [sp], #16
    ret

func[5] <other_operator>: ; 36 bytes, wasm 0x8d
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #32
    cmp w0, w1
    cset w0, eq
    add w0, w0, #1
    mov sp, x29
    ldp x29, x30, [sp], #16
    ret

func[6] <other_length>: ; 40 bytes, wasm 0x98
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #32
    cmp w0, w1
    cset w0, eq
    mov w17, #0x81
    and w0, w0, w17
    mov sp, x29
    ldp x29, x30, [sp], #16
    ret
