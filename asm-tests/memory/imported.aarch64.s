; aarch64, 6 functions in 256 bytes of code

func[0] <f>: ; 16 bytes, wasm 0x3d
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    ldp x29, x30, [sp], #16
    ret

func[1] <load>: ; 44 bytes, wasm 0x40
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #32
    stur x27, [x29, #-8]
    ldur x27, [x28, #-16]
    add x16, x27, x0
    ldr w0, [x16, #4]                        ; wasm 0x43
    ldur x27, [x29, #-8]
    add sp, sp, #32
    ldp x29, x30, [sp], #16
    ret

func[2] <store_between_calls>: ; 56 bytes, wasm 0x48
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #32
    stur x27, [x29, #-8]
    ldur x27, [x28, #-16]
    stur w0, [x29, #-16]
    bl func[0] <f>                           ; wasm 0x49 call
    ldur w0, [x29, #-16]
    mov w17, #1
    str w17, [x27, x0]                       ; wasm 0x4f
    ldur x27, [x29, #-8]
    add sp, sp, #32
    ldp x29, x30, [sp], #16
    ret

func[3] <constant>: ; 40 bytes, wasm 0x54
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #16
    stur x27, [x29, #-8]
    ldur x27, [x28, #-16]
    ldr w0, [x27, #8]                        ; wasm 0x57
    ldur x27, [x29, #-8]
    add sp, sp, #16
    ldp x29, x30, [sp], #16
    ret

func[4] <size>: ; 40 bytes, wasm 0x5c
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #16
    ldur x0, [x28, #-56]
    ldr x1, [x0, #8]
    lsr x1, x1, #16
    mov w0, w1
    add sp, sp, #16
    ldp x29, x30, [sp], #16
    ret

func[5] <untouched>: ; 28 bytes, wasm 0x61
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #32
    add w0, w0, w1
    add sp, sp, #32
    ldp x29, x30, [sp], #16
    ret
