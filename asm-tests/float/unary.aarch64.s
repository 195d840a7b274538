; aarch64, 8 functions in 272 bytes of code

func[0] <abs>: ; 32 bytes, wasm 0x24
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #16
    fmov d2, d0
    fabs d0, d2
    mov sp, x29
    ldp x29, x30, [sp], #16
    ret

func[1] <neg>: ; 32 bytes, wasm 0x2a
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #16
    fmov d2, d0
    fneg s0, s2
    mov sp, x29
    ldp x29, x30, [sp], #16
    ret

func[2] <sqrt>: ; 32 bytes, wasm 0x30
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #16
    fmov d2, d0
    fsqrt d0, d2
    mov sp, x29
    ldp x29, x30, [sp], #16
    ret

func[3] <ceil>: ; 32 bytes, wasm 0x36
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #16
    fmov d2, d0
    frintp s0, s2
    mov sp, x29
    ldp x29, x30, [sp], #16
    ret

func[4] <floor>: ; 32 bytes, wasm 0x3c
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #16
    fmov d2, d0
    frintm d0, d2
    mov sp, x29
    ldp x29, x30, [sp], #16
    ret

func[5] <trunc>: ; 32 bytes, wasm 0x42
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #16
    fmov d2, d0
    frintz d0, d2
    mov sp, x29
    ldp x29, x30, [sp], #16
    ret

func[6] <nearest>: ; 32 bytes, wasm 0x48
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #16
    fmov d2, d0
    frintn d0, d2
    mov sp, x29
    ldp x29, x30, [sp], #16
    ret

func[7] <in_place>: ; 40 bytes, wasm 0x4e
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #16
    fmov d2, d0
    fabs d2, d2
    fneg d0, d2
    fsqrt d0, d0
    mov sp, x29
    ldp x29, x30, [sp], #16
    ret
