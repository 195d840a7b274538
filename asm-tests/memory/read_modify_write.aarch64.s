; aarch64, 3 functions in 176 bytes of code

func[0] <increment>: ; 40 bytes, wasm 0x29
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #32
    mov w2, w0
    ldr w0, [x28, x2]                        ; wasm 0x2e
    add w0, w0, #1
    str w0, [x28, x2]                        ; wasm 0x34
    mov sp, x29
    ldp x29, x30, [sp], #16
    ret

func[1] <copy>: ; 56 bytes, wasm 0x39
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #16
    mov w2, w0
    mov w3, w1
    ldr x0, [x28, x3]                        ; wasm 0x3e
    str x0, [x28, x2]                        ; wasm 0x41
    add x16, x28, x3
    ldr x0, [x16, #8]                        ; wasm 0x48
    add x16, x28, x2
    str x0, [x16, #8]                        ; wasm 0x4b
    mov sp, x29
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
    mov sp, x29
    ldp x29, x30, [sp], #16
    ret
