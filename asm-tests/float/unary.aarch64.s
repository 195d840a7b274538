; aarch64, 8 functions in 272 bytes of code

func[0] <abs>: ; 28 bytes, wasm 0x24
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #16
    fabs d0, d0
    add sp, sp, #16
    ldp x29, x30, [sp], #16
    ret

func[1] <neg>: ; 28 bytes, wasm 0x2a
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #16
    fneg s0, s0
    add sp, sp, #16
    ldp x29, x30, [sp], #16
    ret

func[2] <sqrt>: ; 28 bytes, wasm 0x30
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #16
    fsqrt d0, d0
    add sp, sp, #16
    ldp x29, x30, [sp], #16
    ret

func[3] <ceil>: ; 28 bytes, wasm 0x36
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #16
    frintp s0, s0
    add sp, sp, #16
    ldp x29, x30, [sp], #16
    ret

func[4] <floor>: ; 28 bytes, wasm 0x3c
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #16
    frintm d0, d0
    add sp, sp, #16
    ldp x29, x30, [sp], #16
    ret

func[5] <trunc>: ; 28 bytes, wasm 0x42
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #16
    frintz d0, d0
    add sp, sp, #16
    ldp x29, x30, [sp], #16
    ret

func[6] <nearest>: ; 28 bytes, wasm 0x48
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #16
    frintn d0, d0
    add sp, sp, #16
    ldp x29, x30, [sp], #16
    ret

func[7] <in_place>: ; 40 bytes, wasm 0x4e
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #16
    fabs d1, d0
    fneg d1, d1
    fsqrt d1, d1
    fmov d0, d1
    add sp, sp, #16
    ldp x29, x30, [sp], #16
    ret
