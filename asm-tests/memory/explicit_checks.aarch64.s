; aarch64, 6 functions in 352 bytes of code

func[0] <load>: ; 52 bytes, wasm 0x2b
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #16
    mov w2, w0
    ldur x17, [x28, #-8]
    add x16, x2, #4
    cmp x16, x17
    b.hi .L0
    ldr w0, [x28, x2]                        ; wasm 0x2e
    mov sp, x29
    ldp x29, x30, [sp], #16
    ret
.L0:
    udf #2                                   ; wasm 0x2e trap: out of bounds memory access

func[1] <load8>: ; 52 bytes, wasm 0x33
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #16
    mov w2, w0
    ldur x17, [x28, #-8]
    add x16, x2, #1
    cmp x16, x17
    b.hi .L0
    ldrb w0, [x28, x2]                       ; wasm 0x36
    mov sp, x29
    ldp x29, x30, [sp], #16
    ret
.L0:
    udf #2                                   ; wasm 0x36 trap: out of bounds memory access

func[2] <store>: ; 60 bytes, wasm 0x3b
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #16
    mov w2, w0
    mov x3, x1
    ldur x17, [x28, #-8]
    add x16, x2, #0x6c
    cmp x16, x17
    b.hi .L0
    add x16, x28, x2
    stur x3, [x16, #0x64]                    ; wasm 0x40
    mov sp, x29
    ldp x29, x30, [sp], #16
    ret
.L0:
    udf #2                                   ; wasm 0x40 trap: out of bounds memory access

func[3] <offset_large>: ; 64 bytes, wasm 0x45
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #16
    mov w2, w0
    ldur x17, [x28, #-8]
    mov w16, #-12
    add x16, x2, x16
    cmp x16, x17
    b.hi .L0
    mov w0, #-16
    add x0, x2, x0
    ldr w0, [x28, x0]                        ; wasm 0x48
    mov sp, x29
    ldp x29, x30, [sp], #16
    ret
.L0:
    udf #2                                   ; wasm 0x48 trap: out of bounds memory access

func[4] <constant>: ; 32 bytes, wasm 0x51
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #16
    add x16, x28, #15, lsl #12
    ldr w0, [x16, #0xffc]                    ; wasm 0x56
    mov sp, x29
    ldp x29, x30, [sp], #16
    ret

func[5] <constant_outside>: ; 52 bytes, wasm 0x5b
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #16
    mov w0, #0xfffd
    ldur x17, [x28, #-8]
    add x16, x0, #4
    cmp x16, x17
    b.hi .L0
    ldr w0, [x28, x0]                        ; wasm 0x60
    mov sp, x29
    ldp x29, x30, [sp], #16
    ret
.L0:
    udf #2                                   ; wasm 0x60 trap: out of bounds memory access
