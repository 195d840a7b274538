; aarch64, 10 functions in 368 bytes of code

func[0] <zero>: ; 28 bytes, wasm 0x29
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #16
    movi d0, #0
    add sp, sp, #16
    ldp x29, x30, [sp], #16
    ret

func[1] <minus_zero>: ; 32 bytes, wasm 0x35
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #16
    mov x16, #-0x8000000000000000
    fmov d0, x16
    add sp, sp, #16
    ldp x29, x30, [sp], #16
    ret

func[2] <one>: ; 28 bytes, wasm 0x41
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #16
    fmov d0, #1.0
    add sp, sp, #16
    ldp x29, x30, [sp], #16
    ret

func[3] <half32>: ; 28 bytes, wasm 0x4d
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #16
    fmov s0, #0.5
    add sp, sp, #16
    ldp x29, x30, [sp], #16
    ret

func[4] <pi>: ; 44 bytes, wasm 0x55
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #16
    mov x16, #0x2d18
    movk x16, #0x5444, lsl #16
    movk x16, #0x21fb, lsl #32
    movk x16, #0x4009, lsl #48
    fmov d0, x16
    add sp, sp, #16
    ldp x29, x30, [sp], #16
    ret

func[5] <third32>: ; 36 bytes, wasm 0x61
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #16
    mov w16, #0xaaaa
    movk w16, #0x3eaa, lsl #16
    fmov s0, w16
    add sp, sp, #16
    ldp x29, x30, [sp], #16
    ret

func[6] <nan>: ; 32 bytes, wasm 0x69
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #16
    mov w16, #0x7fc00000
    fmov s0, w16
    add sp, sp, #16
    ldp x29, x30, [sp], #16
    ret

func[7] <infinity>: ; 32 bytes, wasm 0x71
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #16
    mov x16, #0x7ff0000000000000
    fmov d0, x16
    add sp, sp, #16
    ldp x29, x30, [sp], #16
    ret

func[8] <not_folded>: ; 40 bytes, wasm 0x7d
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #16
    fmov d0, #1.0
    fmov d1, #2.0
    fadd d1, d1, d0
    fmov d0, d1
    add sp, sp, #16
    ldp x29, x30, [sp], #16
    ret

func[9] <times_constant>: ; 32 bytes, wasm 0x93
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #32
    fmov d1, #2.5
    fmul d0, d0, d1
    add sp, sp, #32
    ldp x29, x30, [sp], #16
    ret
