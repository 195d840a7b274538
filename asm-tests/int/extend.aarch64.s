; aarch64, 12 functions in 448 bytes of code

func[0] <f>: ; 16 bytes, wasm 0x3b
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    ldp x29, x30, [sp], #16
    ret

func[1] <s8_32>: ; 32 bytes, wasm 0x3e
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #16
    mov w2, w0
    sxtb w0, w2
    mov sp, x29
    ldp x29, x30, [sp], #16
    ret

func[2] <s16_32>: ; 32 bytes, wasm 0x44
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #16
    mov w2, w0
    sxth w0, w2
    mov sp, x29
    ldp x29, x30, [sp], #16
    ret

func[3] <s8_64>: ; 32 bytes, wasm 0x4a
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #16
    mov x2, x0
    sxtb x0, w2
    mov sp, x29
    ldp x29, x30, [sp], #16
    ret

func[4] <s16_64>: ; 32 bytes, wasm 0x50
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #16
    mov x2, x0
    sxth x0, w2
    mov sp, x29
    ldp x29, x30, [sp], #16
    ret

func[5] <s32_64>: ; 32 bytes, wasm 0x56
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #16
    mov x2, x0
    sxtw x0, w2
    mov sp, x29
    ldp x29, x30, [sp], #16
    ret

func[6] <i32_s>: ; 32 bytes, wasm 0x5c
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #16
    mov w2, w0
    sxtw x0, w2
    mov sp, x29
    ldp x29, x30, [sp], #16
    ret

func[7] <i32_u>: ; 40 bytes, wasm 0x62
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #32
    mov w2, w0
    mov w3, w1
    add w0, w2, w3
    add x0, x2, x0
    mov sp, x29
    ldp x29, x30, [sp], #16
    ret

func[8] <i32_u_of_slot>: ; 36 bytes, wasm 0x6f
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #16
    stur w0, [x29, #-8]
    bl func[0] <f>                           ; wasm 0x70 call
    ldur w0, [x29, #-8]
    mov sp, x29
    ldp x29, x30, [sp], #16
    ret

func[9] <wrap>: ; 36 bytes, wasm 0x77
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #16
    mov x2, x0
    lsr x0, x2, #32
    mov w0, w0
    mov sp, x29
    ldp x29, x30, [sp], #16
    ret

func[10] <wrap_of_home>: ; 36 bytes, wasm 0x80
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #16
    mov x2, x0
    mov w0, w2
    add x0, x0, x2
    mov sp, x29
    ldp x29, x30, [sp], #16
    ret

func[11] <wrap_of_slot>: ; 36 bytes, wasm 0x8a
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #16
    stur x0, [x29, #-8]
    bl func[0] <f>                           ; wasm 0x8b call
    ldur w0, [x29, #-8]
    mov sp, x29
    ldp x29, x30, [sp], #16
    ret
