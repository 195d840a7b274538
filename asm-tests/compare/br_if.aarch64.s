; aarch64, 6 functions in 272 bytes of code

func[0] <registers>: ; 36 bytes, wasm 0x28
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #32
    cmp w0, w1
    b.lt .L0
    mov w0, w1
.L0:
    add sp, sp, #32
    ldp x29, x30, [sp], #16
    ret

func[1] <immediate>: ; 36 bytes, wasm 0x3a
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #32
    cmp w0, #0x64
    b.hs .L0
    mov w0, #7
.L0:
    add sp, sp, #32
    ldp x29, x30, [sp], #16
    ret

func[2] <constant_first>: ; 36 bytes, wasm 0x4d
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #32
    cmp x0, #5
    b.lt .L0
    mov w0, #7
.L0:
    add sp, sp, #32
    ldp x29, x30, [sp], #16
    ret

func[3] <imm64>: ; 48 bytes, wasm 0x5f
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #32
    mov x17, #0x6789
    movk x17, #0x2345, lsl #16
    movk x17, #1, lsl #32
    cmp x0, x17
    b.eq .L0
    mov w0, #7
.L0:
    add sp, sp, #32
    ldp x29, x30, [sp], #16
    ret

func[4] <value_not_zero>: ; 32 bytes, wasm 0x75
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #16
    cbnz w0, .L0
    mov w0, #7
.L0:
    add sp, sp, #16
    ldp x29, x30, [sp], #16
    ret

func[5] <temporary_not_zero>: ; 36 bytes, wasm 0x84
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #32
    sub w1, w0, #3
    cbnz w1, .L0
    mov w0, #7
.L0:
    add sp, sp, #32
    ldp x29, x30, [sp], #16
    ret
