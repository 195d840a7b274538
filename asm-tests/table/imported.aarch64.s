; aarch64, 4 functions in 288 bytes of code

func[0] <get>: ; 56 bytes, wasm 0x38
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #16
    ldur x1, [x28, #-64]
    ldr w2, [x1, #8]
    cmp w0, w2
    b.hs .L0
    ldr x2, [x1]
    ldr x2, [x2, x0, lsl #3]
    mov x0, x2
    add sp, sp, #16
    ldp x29, x30, [sp], #16
    ret
.L0:
    udf #3                                   ; wasm 0x3b trap: out of bounds table access

func[1] <set_under_pressure>: ; 60 bytes, wasm 0x3f
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #64
    ldur x4, [x28, #-64]
    ldr w5, [x4, #8]
    cmp w0, w5
    b.hs .L0
    ldr x5, [x4]
    str x1, [x5, x0, lsl #3]
    mul w0, w2, w2
    madd w0, w3, w3, w0
    add sp, sp, #64
    ldp x29, x30, [sp], #16
    ret
.L0:
    udf #3                                   ; wasm 0x44 trap: out of bounds table access

func[2] <size>: ; 36 bytes, wasm 0x54
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #16
    ldur x0, [x28, #-64]
    ldr w1, [x0, #8]
    mov w0, w1
    add sp, sp, #16
    ldp x29, x30, [sp], #16
    ret

func[3] <call>: ; 108 bytes, wasm 0x5a
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #32
    stur x28, [x29, #-8]
    ldur x1, [x28, #-64]
    ldr w2, [x1, #8]
    cmp w0, w2
    b.hs .L2
    ldr x15, [x1]
    ldr x15, [x15, x0, lsl #3]
    ldr w16, [x15, #16]                      ; wasm 0x5d trap: uninitialized element
    cmp w16, #8
    b.ne .L3
    ldp x16, x17, [x15]
    cmp x17, x28
    b.ne .L1
    blr x16                                  ; wasm 0x5d call
.L0:
    add sp, sp, #32
    ldp x29, x30, [sp], #16
    ret
.L1:
    mov x15, x28
    mov x28, x17
    blr x16                                  ; wasm 0x5d call
    ldur x28, [x29, #-8]
    b .L0
.L2:
    udf #10                                  ; wasm 0x5d trap: undefined element: out of bounds table access
.L3:
    udf #5                                   ; wasm 0x5d trap: indirect call type mismatch
