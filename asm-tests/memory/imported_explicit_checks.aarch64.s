; aarch64, 2 functions in 160 bytes of code

func[0] <load>: ; 76 bytes, wasm 0x2d
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #16
    stur x27, [x29, #-8]
    mov w2, w0
    ldur x27, [x28, #-16]
    ldur x0, [x28, #-56]
    ldr x17, [x0, #8]
    add x16, x2, #8
    cmp x16, x17
    b.hi .L0
    add x16, x27, x2
    ldr w1, [x16, #4]                        ; wasm 0x30
    mov w0, w1
    ldur x27, [x29, #-8]
    mov sp, x29
    ldp x29, x30, [sp], #16
    ret
.L0:
    udf #2                                   ; wasm 0x30 trap: out of bounds memory access

func[1] <store>: ; 72 bytes, wasm 0x35
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #32
    stur x27, [x29, #-8]
    mov w2, w0
    mov w3, w1
    ldur x27, [x28, #-16]
    ldur x0, [x28, #-56]
    ldr x17, [x0, #8]
    add x16, x2, #1
    cmp x16, x17
    b.hi .L0
    strb w3, [x27, x2]                       ; wasm 0x3a
    ldur x27, [x29, #-8]
    mov sp, x29
    ldp x29, x30, [sp], #16
    ret
.L0:
    udf #2                                   ; wasm 0x3a trap: out of bounds memory access
