; aarch64, 4 functions in 224 bytes of code

func[0] <get>: ; 52 bytes, wasm 0x31
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #16
    ldur w1, [x28, #-56]
    cmp w0, w1
    b.hs .L0
    ldur x1, [x28, #-64]
    ldr x1, [x1, x0, lsl #3]
    mov x0, x1
    add sp, sp, #16
    ldp x29, x30, [sp], #16
    ret
.L0:
    udf #3                                   ; wasm 0x34 trap: out of bounds table access

func[1] <get_constant>: ; 56 bytes, wasm 0x38
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #16
    mov w0, #3
    ldur w1, [x28, #-0x48]
    cmp w0, w1
    b.hs .L0
    ldur x1, [x28, #-0x50]
    ldr x1, [x1, x0, lsl #3]
    mov x0, x1
    add sp, sp, #16
    ldp x29, x30, [sp], #16
    ret
.L0:
    udf #3                                   ; wasm 0x3b trap: out of bounds table access

func[2] <set>: ; 48 bytes, wasm 0x3f
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #32
    ldur w2, [x28, #-0x48]
    cmp w0, w2
    b.hs .L0
    ldur x2, [x28, #-0x50]
    str x1, [x2, x0, lsl #3]
    add sp, sp, #32
    ldp x29, x30, [sp], #16
    ret
.L0:
    udf #3                                   ; wasm 0x44 trap: out of bounds table access

func[3] <set_null>: ; 48 bytes, wasm 0x48
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #32
    ldur w1, [x28, #-56]
    cmp w0, w1
    b.hs .L0
    ldur x1, [x28, #-64]
    str xzr, [x1, x0, lsl #3]
    add sp, sp, #32
    ldp x29, x30, [sp], #16
    ret
.L0:
    udf #3                                   ; wasm 0x4d trap: out of bounds table access
