; aarch64, 4 functions in 192 bytes of code

func[0] <f>: ; 16 bytes, wasm 0x34
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    ldp x29, x30, [sp], #16
    ret

func[1] <store>: ; 52 bytes, wasm 0x37
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #32
    sub x1, x28, #0xb0
    ldur w2, [x28, #-56]
    cmp w0, w2
    b.hs .L0
    ldur x2, [x28, #-64]
    str x1, [x2, x0, lsl #3]
    add sp, sp, #32
    ldp x29, x30, [sp], #16
    ret
.L0:
    udf #3                                   ; wasm 0x3c trap: out of bounds table access

func[2] <not_null>: ; 60 bytes, wasm 0x40
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #16
    ldur w1, [x28, #-56]
    cmp w0, w1
    b.hs .L0
    ldur x1, [x28, #-64]
    ldr x1, [x1, x0, lsl #3]
    cmp x1, #0
    cset w1, ne
    mov w0, w1
    add sp, sp, #16
    ldp x29, x30, [sp], #16
    ret
.L0:
    udf #3                                   ; wasm 0x43 trap: out of bounds table access

func[3] <either>: ; 44 bytes, wasm 0x49
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #32
    sub x1, x28, #0xb0
    mov w2, #0
    cmp w0, #0
    csel x1, x1, x2, ne
    mov x0, x1
    add sp, sp, #32
    ldp x29, x30, [sp], #16
    ret
