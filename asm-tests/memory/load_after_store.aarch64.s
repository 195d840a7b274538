; aarch64, 7 functions in 352 bytes of code

func[0]: ; 44 bytes, wasm 0x31
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #48
    add w2, w1, #1
    add x16, x28, x0
    str w2, [x16, #8]                        ; wasm 0x39
    mul w2, w2, w1
    mov w0, w2
    add sp, sp, #48
    ldp x29, x30, [sp], #16
    ret

func[1]: ; 60 bytes, wasm 0x46
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #32
    add x16, x28, x0
    str x1, [x16, #8]                        ; wasm 0x4b
    mov x2, x1
    add x16, x28, x0
    str x2, [x16, #16]                       ; wasm 0x59
    add x16, x28, x0
    ldr w0, [x16, #16]                       ; wasm 0x63
    add x2, x2, x0
    mov x0, x2
    add sp, sp, #32
    ldp x29, x30, [sp], #16
    ret

func[2]: ; 44 bytes, wasm 0x69
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #32
    fneg d1, d0
    add x16, x28, x0
    str d1, [x16, #8]                        ; wasm 0x6f
    fmul d1, d1, d0
    fmov d0, d1
    add sp, sp, #32
    ldp x29, x30, [sp], #16
    ret

func[3]: ; 36 bytes, wasm 0x7c
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #32
    str w1, [x28, x0]                        ; wasm 0x81
    ldr w1, [x28, x1]                        ; wasm 0x86
    mov w0, w1
    add sp, sp, #32
    ldp x29, x30, [sp], #16
    ret

func[4]: ; 32 bytes, wasm 0x8b
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #32
    strb w1, [x28, x0]                       ; wasm 0x90
    ldrb w0, [x28, x0]                       ; wasm 0x95
    add sp, sp, #32
    ldp x29, x30, [sp], #16
    ret

func[5]: ; 40 bytes, wasm 0x9a
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #32
    mov w2, w0
    cbnz w1, .L0
    str w1, [x28, x2]                        ; wasm 0xa5
.L0:
    ldr w0, [x28, x2]                        ; wasm 0xab
    add sp, sp, #32
    ldp x29, x30, [sp], #16
    ret

func[6]: ; 60 bytes, wasm 0xb0
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #16
    mov w2, w0
    mov w3, w1
.L0:
    add x16, x28, x2
    str w3, [x16, #4]                        ; wasm 0xb7
    mov w2, w3
    add x16, x28, x2
    ldr w0, [x16, #4]                        ; wasm 0xc3
    cbnz w0, .L0
    mov w0, w2
    add sp, sp, #16
    ldp x29, x30, [sp], #16
    ret
