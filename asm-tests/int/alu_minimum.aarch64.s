; aarch64, 5 functions in 208 bytes of code

func[0] <sub_minimum_32>: ; 36 bytes, wasm 0x21
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #16
    mov w2, w0
    mov w0, #-0x80000000
    add w0, w2, w0
    mov sp, x29
    ldp x29, x30, [sp], #16
    ret

func[1] <sub_minimum_64>: ; 36 bytes, wasm 0x2d
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #16
    mov x2, x0
    mov x0, #-0x8000000000000000
    add x0, x2, x0
    mov sp, x29
    ldp x29, x30, [sp], #16
    ret

func[2] <sub_two_to_the_31>: ; 36 bytes, wasm 0x3e
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #16
    mov x2, x0
    mov x0, #-0x80000000
    add x0, x2, x0
    mov sp, x29
    ldp x29, x30, [sp], #16
    ret

func[3] <and_sign_bit>: ; 32 bytes, wasm 0x4a
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #16
    mov x2, x0
    and x0, x2, #0x8000000000000000
    mov sp, x29
    ldp x29, x30, [sp], #16
    ret

func[4] <xor_sign_bit>: ; 32 bytes, wasm 0x5b
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #16
    mov w2, w0
    eor w0, w2, #0x80000000
    mov sp, x29
    ldp x29, x30, [sp], #16
    ret
