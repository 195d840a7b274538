; aarch64, 3 functions in 160 bytes of code

func[0] <increment>: ; 36 bytes, wasm 0x29
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #32
    ldr w1, [x28, x0]                        ; wasm 0x2e
    add w1, w1, #1
    str w1, [x28, x0]                        ; wasm 0x34
    add sp, sp, #32
    ldp x29, x30, [sp], #16
    ret

func[1] <copy>: ; 48 bytes, wasm 0x39
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #32
    ldr x2, [x28, x1]                        ; wasm 0x3e
    str x2, [x28, x0]                        ; wasm 0x41
    add x16, x28, x1
    ldr x1, [x16, #8]                        ; wasm 0x48
    add x16, x28, x0
    str x1, [x16, #8]                        ; wasm 0x4b
    add sp, sp, #32
    ldp x29, x30, [sp], #16
    ret

func[2] <sum>: ; 60 bytes, wasm 0x50
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #16
    mov w2, w0
    mov w4, w1
    mov w3, #0
.L0:
    ldr w0, [x28, x2]                        ; wasm 0x59
    add w3, w3, w0
    add w2, w2, #4
    cmp w2, w4
    b.lo .L0
    mov w0, w3
    add sp, sp, #16
    ldp x29, x30, [sp], #16
    ret
