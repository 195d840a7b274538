; aarch64, 14 functions in 624 bytes of code

func[0] <branch>: ; 40 bytes, wasm 0x44
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #32
    cmp w0, w1
    b.lt .L0
    mov w17, #5
    stur w17, [x28, #-56]
.L0:
    add sp, sp, #32
    ldp x29, x30, [sp], #16
    ret

func[1] <branch_not>: ; 40 bytes, wasm 0x58
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #32
    fcmp d0, d1
    b.pl .L0
    mov w17, #5
    stur w17, [x28, #-56]
.L0:
    add sp, sp, #32
    ldp x29, x30, [sp], #16
    ret

func[2] <number>: ; 32 bytes, wasm 0x6d
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #32
    cmp w0, w1
    cset w0, eq
    add sp, sp, #32
    ldp x29, x30, [sp], #16
    ret

func[3] <set>: ; 44 bytes, wasm 0x78
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #32
    mov w3, w1
    cmp x0, #0
    cset w2, eq
.L0:
    stur w2, [x28, #-56]
    cbnz w3, .L0
    add sp, sp, #32
    ldp x29, x30, [sp], #16
    ret

func[4] <branch_inverted>: ; 40 bytes, wasm 0x8f
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #32
    cmp w0, w1
    b.lt .L0
    mov w17, #5
    stur w17, [x28, #-56]
.L0:
    add sp, sp, #32
    ldp x29, x30, [sp], #16
    ret

func[5] <branch_inverted_float>: ; 40 bytes, wasm 0xa6
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #32
    fcmp d0, d1
    b.pl .L0
    mov w17, #5
    stur w17, [x28, #-56]
.L0:
    add sp, sp, #32
    ldp x29, x30, [sp], #16
    ret

func[6] <number_inverted>: ; 32 bytes, wasm 0xbd
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #32
    cmp w0, w1
    cset w0, ne
    add sp, sp, #32
    ldp x29, x30, [sp], #16
    ret

func[7] <lowest_bit_clear>: ; 40 bytes, wasm 0xcb
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #32
    eor w0, w0, w1
    tbz w0, #0, .L0
    mov w17, #5
    stur w17, [x28, #-56]
.L0:
    add sp, sp, #32
    ldp x29, x30, [sp], #16
    ret

func[8] <lowest_bit_set>: ; 40 bytes, wasm 0xe2
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #32
    tbz w0, #0, .L0
    mov w0, #1
    b .L1
.L0:
    mov w0, #2
.L1:
    add sp, sp, #32
    ldp x29, x30, [sp], #16
    ret

func[9] <inverted_bit>: ; 32 bytes, wasm 0xf6
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #32
    mvn w0, w0
    and w0, w0, #1
    add sp, sp, #32
    ldp x29, x30, [sp], #16
    ret

func[10] <inverted_only>: ; 36 bytes, wasm 0x101
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #32
    cmp w0, w1
    cset w0, eq
    mvn w0, w0
    add sp, sp, #32
    ldp x29, x30, [sp], #16
    ret

func[11] <other_constant>: ; 36 bytes, wasm 0x10c
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #32
    cmp w0, w1
    cset w0, eq
    and w0, w0, #2
    add sp, sp, #32
    ldp x29, x30, [sp], #16
    ret

func[12] <other_operator>: ; 36 bytes, wasm 0x117
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #32
    cmp w0, w1
    cset w0, eq
    add w0, w0, #1
    add sp, sp, #32
    ldp x29, x30, [sp], #16
    ret

func[13] <other_length>: ; 40 bytes, wasm 0x122
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #32
    cmp w0, w1
    cset w0, eq
    mov w17, #0x81
    and w0, w0, w17
    add sp, sp, #32
    ldp x29, x30, [sp], #16
    ret
