; aarch64, 4 functions in 288 bytes of code

func[0] <condition>: ; 60 bytes, wasm 0x3c
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #16
    ldur w16, [x28, #-64]
    cbz w16, .L0
    mov w0, #1
    b .L2
.L0:
    ldur w16, [x28, #-64]
    cbnz w16, .L1
    mov w0, #2
    b .L2
.L1:
    mov w0, #3
.L2:
    add sp, sp, #16
    ldp x29, x30, [sp], #16
    ret

func[1] <numbers>: ; 88 bytes, wasm 0x52
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #32
    ldur w16, [x28, #-64]
    cmp w16, #2
    b.eq .L0
    ldur w16, [x28, #-64]
    mov w17, #0x86a0
    movk w17, #1, lsl #16
    cmp w16, w17
    b.lt .L0
    ldur w1, [x28, #-64]
    cmp w1, w0
    b.hs .L0
    mov w0, #5
    b .L1
.L0:
    ldur w16, [x28, #-64]
    cmp w16, #0
    cset w0, ge
.L1:
    add sp, sp, #32
    ldp x29, x30, [sp], #16
    ret

func[2] <select>: ; 36 bytes, wasm 0x77
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #48
    ldur w16, [x28, #-64]
    cmp w16, #0
    csel w0, w0, w1, ne
    add sp, sp, #48
    ldp x29, x30, [sp], #16
    ret

func[3] <others>: ; 68 bytes, wasm 0x81
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #16
    ldur x0, [x28, #-56]
    ldr w1, [x0]
    cbz w1, .L0
    mov w0, #1
    b .L2
.L0:
    ldur x0, [x28, #-0x48]
    cbnz x0, .L1
    mov w0, #2
    b .L2
.L1:
    ldur w0, [x28, #-64]
    add w0, w0, #16
.L2:
    add sp, sp, #16
    ldp x29, x30, [sp], #16
    ret
