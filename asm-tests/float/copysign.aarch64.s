; aarch64, 6 functions in 256 bytes of code

func[0] <f>: ; 16 bytes, wasm 0x2c
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    ldp x29, x30, [sp], #16
    ret

func[1] <registers>: ; 32 bytes, wasm 0x2f
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #32
    ushr d31, d1, #63
    sli d0, d31, #63
    add sp, sp, #32
    ldp x29, x30, [sp], #16
    ret

func[2] <into_first>: ; 44 bytes, wasm 0x37
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #32
    ushr v31.2s, v1.2s, #31
    fmov d2, d0
    sli v2.2s, v31.2s, #31
    fadd s2, s2, s1
    fmov d0, d2
    add sp, sp, #32
    ldp x29, x30, [sp], #16
    ret

func[3] <into_sign>: ; 40 bytes, wasm 0x46
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #32
    ushr d31, d1, #63
    fmov d2, d0
    sli d2, d31, #63
    fadd d0, d0, d2
    add sp, sp, #32
    ldp x29, x30, [sp], #16
    ret

func[4] <slots>: ; 52 bytes, wasm 0x55
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #32
    stur d0, [x29, #-8]
    stur d1, [x29, #-16]
    bl func[0] <f>                           ; wasm 0x56 call
    ldur d0, [x29, #-8]
    ldur d30, [x29, #-16]
    ushr d31, d30, #63
    sli d0, d31, #63
    add sp, sp, #32
    ldp x29, x30, [sp], #16
    ret

func[5] <itself>: ; 40 bytes, wasm 0x5f
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #32
    ushr d31, d0, #63
    fmov d1, d0
    sli d1, d31, #63
    fmov d0, d1
    add sp, sp, #32
    ldp x29, x30, [sp], #16
    ret
