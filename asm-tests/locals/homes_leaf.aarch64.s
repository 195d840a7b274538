; aarch64, 3 functions in 160 bytes of code

func[0] <two>: ; 40 bytes, wasm 0x2e
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #32
    mov w2, w0
    mov w3, w1
    mul w0, w2, w2
    madd w0, w3, w3, w0
    mov sp, x29
    ldp x29, x30, [sp], #16
    ret

func[1] <fifth_and_sixth_parameter>: ; 32 bytes, wasm 0x3c
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #32
    mul w0, w4, w4
    madd w0, w5, w5, w0
    mov sp, x29
    ldp x29, x30, [sp], #16
    ret

func[2] <five>: ; 72 bytes, wasm 0x4a
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #48
    mov w5, w0
    mov w6, w1
    mul w0, w5, w5
    madd w0, w6, w6, w0
    mul w1, w2, w2
    madd w1, w2, w1, w0
    mul w0, w3, w3
    madd w0, w3, w0, w1
    mul w1, w4, w4
    mul w1, w4, w1
    madd w1, w4, w1, w0
    mov w0, w1
    mov sp, x29
    ldp x29, x30, [sp], #16
    ret
