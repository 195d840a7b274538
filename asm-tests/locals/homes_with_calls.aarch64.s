; aarch64, 6 functions in 384 bytes of code

func[0] <f>: ; 24 bytes, wasm 0x1d
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #16
    add sp, sp, #16
    ldp x29, x30, [sp], #16
    ret

func[1] <used_often>: ; 92 bytes, wasm 0x22
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #48
    stur x19, [x29, #-8]
    mov w19, w0
    mov w0, w19
    bl func[0] <f>                           ; wasm 0x25 call
    stur w0, [x29, #-16]
    mov w0, w19
    bl func[0] <f>                           ; wasm 0x29 call
    stur w0, [x29, #-24]
    mov w0, w19
    bl func[0] <f>                           ; wasm 0x2d call
    add w1, w19, w19
    add w0, w0, w1
    ldur w17, [x29, #-24]
    add w0, w0, w17
    ldur w17, [x29, #-16]
    add w0, w0, w17
    ldur x19, [x29, #-8]
    add sp, sp, #48
    ldp x29, x30, [sp], #16
    ret

func[2] <used_thrice>: ; 68 bytes, wasm 0x39
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #32
    stur x19, [x29, #-8]
    mov w19, w0
    mov w0, w19
    bl func[0] <f>                           ; wasm 0x3c call
    stur w0, [x29, #-16]
    mov w0, w19
    bl func[0] <f>                           ; wasm 0x40 call
    add w0, w0, w19
    ldur w17, [x29, #-16]
    add w0, w0, w17
    ldur x19, [x29, #-8]
    add sp, sp, #32
    ldp x29, x30, [sp], #16
    ret

func[3] <used_thrice_behind_a_label>: ; 60 bytes, wasm 0x48
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #16
    stur x19, [x29, #-8]
    mov w19, w0
    mov w0, w19
    bl func[0] <f>                           ; wasm 0x4d call
    cbnz w0, .L0
    mov w0, w19
    bl func[0] <f>                           ; wasm 0x53 call
.L0:
    mov w0, w19
    ldur x19, [x29, #-8]
    add sp, sp, #16
    ldp x29, x30, [sp], #16
    ret

func[4] <used_twice>: ; 40 bytes, wasm 0x5b
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #32
    stur w0, [x29, #-8]
    bl func[0] <f>                           ; wasm 0x5e call
    ldur w17, [x29, #-8]
    add w0, w0, w17
    add sp, sp, #32
    ldp x29, x30, [sp], #16
    ret

func[5] <in_a_loop>: ; 64 bytes, wasm 0x65
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #32
    stp x20, x19, [x29, #-16]
    mov w19, w0
    mov w20, #0
.L0:
    mov w0, w19
    bl func[0] <f>                           ; wasm 0x6e call
    add w20, w20, w0
    sub w19, w19, #1
    cbnz w19, .L0
    mov w0, w20
    ldp x20, x19, [x29, #-16]
    add sp, sp, #32
    ldp x29, x30, [sp], #16
    ret
