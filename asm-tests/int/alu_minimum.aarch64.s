; aarch64, 5 functions in 160 bytes of code

func[0] <sub_minimum_32>: ; 32 bytes, wasm 0x21
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #32
    mov w16, #-0x80000000
    add w0, w0, w16
    add sp, sp, #32
    ldp x29, x30, [sp], #16
    ret

func[1] <sub_minimum_64>: ; 32 bytes, wasm 0x2d
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #32
    mov x16, #-0x8000000000000000
    add x0, x0, x16
    add sp, sp, #32
    ldp x29, x30, [sp], #16
    ret

func[2] <sub_two_to_the_31>: ; 32 bytes, wasm 0x3e
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #32
    mov x16, #-0x80000000
    add x0, x0, x16
    add sp, sp, #32
    ldp x29, x30, [sp], #16
    ret

func[3] <and_sign_bit>: ; 28 bytes, wasm 0x4a
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #32
    and x0, x0, #0x8000000000000000
    add sp, sp, #32
    ldp x29, x30, [sp], #16
    ret

func[4] <xor_sign_bit>: ; 28 bytes, wasm 0x5b
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #32
    eor w0, w0, #0x80000000
    add sp, sp, #32
    ldp x29, x30, [sp], #16
    ret
