; aarch64, 6 functions in 272 bytes of code

func[0] <f>: ; 16 bytes, wasm 0x2c
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    ldp x29, x30, [sp], #16
    ret

func[1] <registers>: ; 44 bytes, wasm 0x2f
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #16
    fmov d2, d0
    fmov d3, d1
    ushr d31, d3, #63
    fmov d0, d2
    sli d0, d31, #63
    mov sp, x29
    ldp x29, x30, [sp], #16
    ret

func[2] <into_first>: ; 44 bytes, wasm 0x37
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #16
    fmov d2, d0
    fmov d3, d1
    ushr v31.2s, v3.2s, #31
    sli v2.2s, v31.2s, #31
    fadd s0, s2, s3
    mov sp, x29
    ldp x29, x30, [sp], #16
    ret

func[3] <into_sign>: ; 48 bytes, wasm 0x46
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #16
    fmov d3, d0
    fmov d2, d1
    ushr d31, d2, #63
    fmov d2, d3
    sli d2, d31, #63
    fadd d0, d3, d2
    mov sp, x29
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
    mov sp, x29
    ldp x29, x30, [sp], #16
    ret

func[5] <itself>: ; 40 bytes, wasm 0x5f
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #16
    fmov d2, d0
    ushr d31, d2, #63
    sli d2, d31, #63
    fmov d0, d2
    mov sp, x29
    ldp x29, x30, [sp], #16
    ret
