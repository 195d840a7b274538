; aarch64, 3 functions in 144 bytes of code

func[0] <two>: ; 36 bytes, wasm 0x2e
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #48
    mul w2, w0, w0
    madd w2, w1, w1, w2
    mov w0, w2
    add sp, sp, #48
    ldp x29, x30, [sp], #16
    ret

func[1] <fifth_and_sixth_parameter>: ; 32 bytes, wasm 0x3c
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #48
    mul w0, w4, w4
    madd w0, w5, w5, w0
    add sp, sp, #48
    ldp x29, x30, [sp], #16
    ret

func[2] <five>: ; 64 bytes, wasm 0x4a
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #0x50
    mul w5, w0, w0
    madd w5, w1, w1, w5
    mul w6, w2, w2
    madd w2, w2, w6, w5
    mul w5, w3, w3
    madd w3, w3, w5, w2
    mul w2, w4, w4
    mul w2, w4, w2
    madd w4, w4, w2, w3
    mov w0, w4
    add sp, sp, #0x50
    ldp x29, x30, [sp], #16
    ret
