; aarch64, 9 functions in 304 bytes of code

func[0] <add_0>: ; 24 bytes, wasm 0x25
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #32
    add sp, sp, #32
    ldp x29, x30, [sp], #16
    ret

func[1] <and_0>: ; 28 bytes, wasm 0x2d
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #32
    mov w0, #0
    add sp, sp, #32
    ldp x29, x30, [sp], #16
    ret

func[2] <and_minus_1>: ; 24 bytes, wasm 0x35
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #32
    add sp, sp, #32
    ldp x29, x30, [sp], #16
    ret

func[3] <or_minus_1>: ; 28 bytes, wasm 0x3d
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #32
    mov x0, #-1
    add sp, sp, #32
    ldp x29, x30, [sp], #16
    ret

func[4] <xor_minus_1>: ; 28 bytes, wasm 0x45
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #32
    mvn w0, w0
    add sp, sp, #32
    ldp x29, x30, [sp], #16
    ret

func[5] <and_0xff>: ; 28 bytes, wasm 0x4d
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #32
    and w0, w0, #0xff
    add sp, sp, #32
    ldp x29, x30, [sp], #16
    ret

func[6] <and_0xffff>: ; 28 bytes, wasm 0x56
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #32
    and x0, x0, #0xffff
    add sp, sp, #32
    ldp x29, x30, [sp], #16
    ret

func[7] <and_0xffffffff>: ; 28 bytes, wasm 0x60
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #32
    and x0, x0, #0xffffffff
    add sp, sp, #32
    ldp x29, x30, [sp], #16
    ret

func[8] <zero_minus>: ; 36 bytes, wasm 0x6c
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #32
    mov w1, #0
    sub w1, w1, w0
    mov w0, w1
    add sp, sp, #32
    ldp x29, x30, [sp], #16
    ret
