; aarch64, 6 functions in 288 bytes of code

func[0] <f>: ; 24 bytes, wasm 0x28
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #16
    add sp, sp, #16
    ldp x29, x30, [sp], #16
    ret

func[1] <leaf_with_slot>: ; 28 bytes, wasm 0x2d
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #16
    clz w0, w0
    add sp, sp, #16
    ldp x29, x30, [sp], #16
    ret

func[2] <no_slots>: ; 32 bytes, wasm 0x33
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #16
    mov w0, #1
    bl func[0] <f>                           ; wasm 0x36 call
    add sp, sp, #16
    ldp x29, x30, [sp], #16
    ret

func[3] <one_slot>: ; 32 bytes, wasm 0x3a
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #32
    bl func[0] <f>                           ; wasm 0x3d call
    add w0, w0, #1
    add sp, sp, #32
    ldp x29, x30, [sp], #16
    ret

func[4] <saved_register>: ; 60 bytes, wasm 0x44
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #48
    stur x19, [x29, #-8]
    mov w19, w0
    mov w0, w19
    bl func[0] <f>                           ; wasm 0x47 call
    add w0, w0, w19
    mul w1, w19, w19
    madd w1, w19, w1, w0
    mov w0, w1
    ldur x19, [x29, #-8]
    add sp, sp, #48
    ldp x29, x30, [sp], #16
    ret

func[5] <saved_three>: ; 84 bytes, wasm 0x57
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #48
    stp x20, x19, [x29, #-16]
    stur x21, [x29, #-24]
    mov w19, w0
    mov w20, w1
    mov w21, w2
.L0:
    add w0, w20, w21
    add w0, w19, w0
    bl func[0] <f>                           ; wasm 0x62 call
    mov w19, w0
    add w0, w20, w21
    cmp w19, w0
    b.lt .L0
    mov w0, w19
    ldp x20, x19, [x29, #-16]
    ldur x21, [x29, #-24]
    add sp, sp, #48
    ldp x29, x30, [sp], #16
    ret
