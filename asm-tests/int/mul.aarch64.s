; aarch64, 12 functions in 416 bytes of code

func[0] <f>: ; 16 bytes, wasm 0x37
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    ldp x29, x30, [sp], #16
    ret

func[1] <registers>: ; 28 bytes, wasm 0x3a
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #32
    mul w0, w0, w1
    add sp, sp, #32
    ldp x29, x30, [sp], #16
    ret

func[2] <slots>: ; 48 bytes, wasm 0x42
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #32
    stur x0, [x29, #-8]
    stur x1, [x29, #-16]
    bl func[0] <f>                           ; wasm 0x43 call
    ldur x0, [x29, #-8]
    ldur x17, [x29, #-16]
    mul x0, x0, x17
    add sp, sp, #32
    ldp x29, x30, [sp], #16
    ret

func[3] <by_3>: ; 28 bytes, wasm 0x4c
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #32
    add w0, w0, w0, lsl #1
    add sp, sp, #32
    ldp x29, x30, [sp], #16
    ret

func[4] <by_9>: ; 28 bytes, wasm 0x54
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #32
    add x0, x0, x0, lsl #3
    add sp, sp, #32
    ldp x29, x30, [sp], #16
    ret

func[5] <by_64>: ; 28 bytes, wasm 0x5c
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #32
    lsl w0, w0, #6
    add sp, sp, #32
    ldp x29, x30, [sp], #16
    ret

func[6] <by_sign_bit>: ; 28 bytes, wasm 0x65
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #32
    lsl w0, w0, #31
    add sp, sp, #32
    ldp x29, x30, [sp], #16
    ret

func[7] <by_minus_1>: ; 28 bytes, wasm 0x71
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #32
    neg w0, w0
    add sp, sp, #32
    ldp x29, x30, [sp], #16
    ret

func[8] <by_0>: ; 28 bytes, wasm 0x79
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #32
    mov w0, #0
    add sp, sp, #32
    ldp x29, x30, [sp], #16
    ret

func[9] <by_imm8>: ; 32 bytes, wasm 0x81
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #32
    mov w17, #0x64
    mul w0, w0, w17
    add sp, sp, #32
    ldp x29, x30, [sp], #16
    ret

func[10] <by_imm32>: ; 36 bytes, wasm 0x8a
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #32
    mov w17, #0x4243
    movk w17, #15, lsl #16
    mul w0, w0, w17
    add sp, sp, #32
    ldp x29, x30, [sp], #16
    ret

func[11] <by_imm64>: ; 36 bytes, wasm 0x94
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #32
    mov x17, #0x1b3
    movk x17, #0x100, lsl #32
    mul x0, x0, x17
    add sp, sp, #32
    ldp x29, x30, [sp], #16
    ret
