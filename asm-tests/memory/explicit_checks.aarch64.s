; aarch64, 6 functions in 320 bytes of code

func[0] <load>: ; 48 bytes, wasm 0x2b
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #16
    ldur x17, [x28, #-8]
    add x16, x0, #4
    cmp x16, x17
    b.hi .L0
    ldr w0, [x28, x0]                        ; wasm 0x2e
    add sp, sp, #16
    ldp x29, x30, [sp], #16
    ret
.L0:
    udf #2                                   ; wasm 0x2e trap: out of bounds memory access

func[1] <load8>: ; 48 bytes, wasm 0x33
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #16
    ldur x17, [x28, #-8]
    add x16, x0, #1
    cmp x16, x17
    b.hi .L0
    ldrb w0, [x28, x0]                       ; wasm 0x36
    add sp, sp, #16
    ldp x29, x30, [sp], #16
    ret
.L0:
    udf #2                                   ; wasm 0x36 trap: out of bounds memory access

func[2] <store>: ; 52 bytes, wasm 0x3b
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #32
    ldur x17, [x28, #-8]
    add x16, x0, #0x6c
    cmp x16, x17
    b.hi .L0
    add x16, x28, x0
    stur x1, [x16, #0x64]                    ; wasm 0x40
    add sp, sp, #32
    ldp x29, x30, [sp], #16
    ret
.L0:
    udf #2                                   ; wasm 0x40 trap: out of bounds memory access

func[3] <offset_large>: ; 60 bytes, wasm 0x45
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #16
    ldur x17, [x28, #-8]
    mov w16, #-12
    add x16, x0, x16
    cmp x16, x17
    b.hi .L0
    mov w16, #-16
    add x0, x0, x16
    ldr w0, [x28, x0]                        ; wasm 0x48
    add sp, sp, #16
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
    add sp, sp, #16
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
    add sp, sp, #16
    ldp x29, x30, [sp], #16
    ret
.L0:
    udf #2                                   ; wasm 0x60 trap: out of bounds memory access
