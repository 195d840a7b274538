; aarch64, 8 functions in 384 bytes of code

func[0] <f>: ; 16 bytes, wasm 0x30
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    ldp x29, x30, [sp], #16
    ret

func[1] <home>: ; 48 bytes, wasm 0x33
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #16
    mov w2, w0
    mov w3, #0
.L0:
    add w3, w3, w2
    sub w2, w2, #1
    cbnz w2, .L0
    mov w0, w3
    add sp, sp, #16
    ldp x29, x30, [sp], #16
    ret

func[2] <written_first>: ; 36 bytes, wasm 0x4d
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #32
    mul w1, w0, w0
    mul w2, w1, w1
    mov w0, w2
    add sp, sp, #32
    ldp x29, x30, [sp], #16
    ret

func[3] <one_slot>: ; 36 bytes, wasm 0x5e
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #16
    stur xzr, [x29, #-8]
    bl func[0] <f>                           ; wasm 0x61 call
    ldur x0, [x29, #-8]
    add sp, sp, #16
    ldp x29, x30, [sp], #16
    ret

func[4] <slots>: ; 76 bytes, wasm 0x67
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #0x50
    stp xzr, xzr, [x29, #-40]
    stp xzr, xzr, [x29, #-24]
    stur xzr, [x29, #-8]
    bl func[0] <f>                           ; wasm 0x6a call
    ldur x0, [x29, #-32]
    ldur x17, [x29, #-40]
    add x0, x0, x17
    ldur x17, [x29, #-24]
    add x0, x0, x17
    ldur x17, [x29, #-16]
    add x0, x0, x17
    ldur x17, [x29, #-8]
    add x0, x0, x17
    add sp, sp, #0x50
    ldp x29, x30, [sp], #16
    ret

func[5] <one_arm>: ; 40 bytes, wasm 0x7c
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #32
    mov w2, #0
    cbz w0, .L0
    mov w2, #5
.L0:
    mul w0, w2, w2
    add sp, sp, #32
    ldp x29, x30, [sp], #16
    ret

func[6] <float>: ; 52 bytes, wasm 0x8f
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #16
    mov w2, w0
    movi d2, #0
.L0:
    fmov d0, #1.0
    fadd d2, d2, d0
    sub w2, w2, #1
    cbnz w2, .L0
    fmov d0, d2
    add sp, sp, #16
    ldp x29, x30, [sp], #16
    ret

func[7] <not_named>: ; 28 bytes, wasm 0xb0
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #16
    mov w0, #1
    add sp, sp, #16
    ldp x29, x30, [sp], #16
    ret
