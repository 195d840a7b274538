; aarch64, 2 functions in 144 bytes of code

func[0] <load>: ; 68 bytes, wasm 0x2d
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #32
    stur x27, [x29, #-8]
    ldur x27, [x28, #-16]
    ldur x1, [x28, #-56]
    ldr x17, [x1, #8]
    add x16, x0, #8
    cmp x16, x17
    b.hi .L0
    add x16, x27, x0
    ldr w0, [x16, #4]                        ; wasm 0x30
    ldur x27, [x29, #-8]
    add sp, sp, #32
    ldp x29, x30, [sp], #16
    ret
.L0:
    udf #2                                   ; wasm 0x30 trap: out of bounds memory access

func[1] <store>: ; 64 bytes, wasm 0x35
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #48
    stur x27, [x29, #-8]
    ldur x27, [x28, #-16]
    ldur x2, [x28, #-56]
    ldr x17, [x2, #8]
    add x16, x0, #1
    cmp x16, x17
    b.hi .L0
    strb w1, [x27, x0]                       ; wasm 0x3a
    ldur x27, [x29, #-8]
    add sp, sp, #48
    ldp x29, x30, [sp], #16
    ret
.L0:
    udf #2                                   ; wasm 0x3a trap: out of bounds memory access
