; aarch64, 4 functions in 144 bytes of code

func[0] <f>: ; 16 bytes, wasm 0x27
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    ldp x29, x30, [sp], #16
    ret

func[1] <copy>: ; 36 bytes, wasm 0x2a
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #32
    stur x0, [x29, #-8]
    bl func[0] <f>                           ; wasm 0x2d call
    ldur x0, [x29, #-8]
    add sp, sp, #32
    ldp x29, x30, [sp], #16
    ret

func[2] <null_by_default>: ; 36 bytes, wasm 0x37
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #16
    stur xzr, [x29, #-8]
    bl func[0] <f>                           ; wasm 0x3a call
    ldur x0, [x29, #-8]
    add sp, sp, #16
    ldp x29, x30, [sp], #16
    ret

func[3] <set_null>: ; 28 bytes, wasm 0x40
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #16
    mov w0, #0
    add sp, sp, #16
    ldp x29, x30, [sp], #16
    ret
