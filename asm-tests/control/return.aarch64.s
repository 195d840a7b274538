; aarch64, 3 functions in 160 bytes of code

func[0] <early>: ; 48 bytes, wasm 0x27
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #16
    mov w2, w0
    fmov d2, d0
    cbnz w2, .L0
    movi d0, #0
    b .L1
.L0:
    fmul d0, d2, d2
.L1:
    mov sp, x29
    ldp x29, x30, [sp], #16
    ret

func[1] <two>: ; 56 bytes, wasm 0x3f
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #16
    mov w2, w0
    mov x3, x1
    cbz w2, .L0
    mov x0, x3
    mov w1, w2
    b .L1
.L0:
    mov x0, #-1
    mov w1, #-1
.L1:
    mov sp, x29
    ldp x29, x30, [sp], #16
    ret

func[2] <conditionally>: ; 48 bytes, wasm 0x50
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #32
    mov w2, w0
    cmp w2, #9
    b.ls .L0
    mov w0, #5
    b .L1
.L0:
    mov w0, w2
.L1:
    mov sp, x29
    ldp x29, x30, [sp], #16
    ret
