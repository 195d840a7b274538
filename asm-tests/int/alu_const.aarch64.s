; aarch64, 10 functions in 368 bytes of code

func[0] <imm8>: ; 40 bytes, wasm 0x27
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #32
    add w1, w0, #5
    sub w0, w0, #7
    orr w1, w1, w0
    mov w0, w1
    add sp, sp, #32
    ldp x29, x30, [sp], #16
    ret

func[1] <imm32>: ; 48 bytes, wasm 0x35
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #32
    mov w17, #0x2345
    movk w17, #1, lsl #16
    and w1, w0, w17
    orr w0, w0, #0x70000
    eor w1, w1, w0
    mov w0, w1
    add sp, sp, #32
    ldp x29, x30, [sp], #16
    ret

func[2] <plus_128>: ; 32 bytes, wasm 0x47
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #32
    add w1, w0, #0x80
    mov w0, w1
    add sp, sp, #32
    ldp x29, x30, [sp], #16
    ret

func[3] <minus_const>: ; 28 bytes, wasm 0x54
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #32
    sub x0, x0, #0x3e8
    add sp, sp, #32
    ldp x29, x30, [sp], #16
    ret

func[4] <sign_bit_32>: ; 32 bytes, wasm 0x5d
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #32
    mov w16, #-0x80000000
    add w0, w0, w16
    add sp, sp, #32
    ldp x29, x30, [sp], #16
    ret

func[5] <imm64>: ; 44 bytes, wasm 0x69
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #32
    mov x16, #0xdef0
    movk x16, #0x9abc, lsl #16
    movk x16, #0x5678, lsl #32
    movk x16, #0x1234, lsl #48
    add x0, x0, x16
    add sp, sp, #32
    ldp x29, x30, [sp], #16
    ret

func[6] <two_to_the_31>: ; 32 bytes, wasm 0x79
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #32
    mov w16, #-0x80000000
    add x0, x0, x16
    add sp, sp, #32
    ldp x29, x30, [sp], #16
    ret

func[7] <and_u32>: ; 28 bytes, wasm 0x85
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #32
    and x0, x0, #0xfffffff0
    add sp, sp, #32
    ldp x29, x30, [sp], #16
    ret

func[8] <or_one_high_bit>: ; 28 bytes, wasm 0x91
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #32
    orr x0, x0, #0x4000000000000000
    add sp, sp, #32
    ldp x29, x30, [sp], #16
    ret

func[9] <clear_one_high_bit>: ; 28 bytes, wasm 0xa2
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #32
    and x0, x0, #0xfffffffeffffffff
    add sp, sp, #32
    ldp x29, x30, [sp], #16
    ret
