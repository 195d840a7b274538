; aarch64, 3 functions in 160 bytes of code

func[0] <early>: ; 44 bytes, wasm 0x27
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #32
    cbnz w0, .L0
    movi d0, #0
    b .L1
.L0:
    fmul d1, d0, d0
    fmov d0, d1
.L1:
    add sp, sp, #32
    ldp x29, x30, [sp], #16
    ret

func[1] <two>: ; 52 bytes, wasm 0x3f
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #32
    cbz w0, .L0
    mov x16, x0
    mov x0, x1
    mov x1, x16
    b .L1
.L0:
    mov x0, #-1
    mov w1, #-1
.L1:
    add sp, sp, #32
    ldp x29, x30, [sp], #16
    ret

func[2] <conditionally>: ; 36 bytes, wasm 0x50
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #32
    cmp w0, #9
    b.ls .L0
    mov w0, #5
.L0:
    add sp, sp, #32
    ldp x29, x30, [sp], #16
    ret
