; aarch64, 12 functions in 432 bytes of code

func[0] <f>: ; 16 bytes, wasm 0x3b
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    ldp x29, x30, [sp], #16
    ret

func[1] <s8_32>: ; 28 bytes, wasm 0x3e
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #16
    sxtb w0, w0
    add sp, sp, #16
    ldp x29, x30, [sp], #16
    ret

func[2] <s16_32>: ; 28 bytes, wasm 0x44
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #16
    sxth w0, w0
    add sp, sp, #16
    ldp x29, x30, [sp], #16
    ret

func[3] <s8_64>: ; 28 bytes, wasm 0x4a
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #16
    sxtb x0, w0
    add sp, sp, #16
    ldp x29, x30, [sp], #16
    ret

func[4] <s16_64>: ; 28 bytes, wasm 0x50
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #16
    sxth x0, w0
    add sp, sp, #16
    ldp x29, x30, [sp], #16
    ret

func[5] <s32_64>: ; 28 bytes, wasm 0x56
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #16
    sxtw x0, w0
    add sp, sp, #16
    ldp x29, x30, [sp], #16
    ret

func[6] <i32_s>: ; 28 bytes, wasm 0x5c
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #16
    sxtw x0, w0
    add sp, sp, #16
    ldp x29, x30, [sp], #16
    ret

func[7] <i32_u>: ; 40 bytes, wasm 0x62
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #48
    mov w2, w0
    add w0, w0, w1
    add x2, x2, x0
    mov x0, x2
    add sp, sp, #48
    ldp x29, x30, [sp], #16
    ret

func[8] <i32_u_of_slot>: ; 36 bytes, wasm 0x6f
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #16
    stur w0, [x29, #-8]
    bl func[0] <f>                           ; wasm 0x70 call
    ldur w0, [x29, #-8]
    add sp, sp, #16
    ldp x29, x30, [sp], #16
    ret

func[9] <wrap>: ; 32 bytes, wasm 0x77
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #32
    lsr x0, x0, #32
    mov w0, w0
    add sp, sp, #32
    ldp x29, x30, [sp], #16
    ret

func[10] <wrap_of_home>: ; 36 bytes, wasm 0x80
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #32
    mov w1, w0
    add x1, x1, x0
    mov x0, x1
    add sp, sp, #32
    ldp x29, x30, [sp], #16
    ret

func[11] <wrap_of_slot>: ; 36 bytes, wasm 0x8a
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #16
    stur x0, [x29, #-8]
    bl func[0] <f>                           ; wasm 0x8b call
    ldur w0, [x29, #-8]
    add sp, sp, #16
    ldp x29, x30, [sp], #16
    ret
