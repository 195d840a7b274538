; aarch64, 8 functions in 368 bytes of code

func[0] <constant>: ; 28 bytes, wasm 0x31
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #16
    ldr w0, [x28, #0x408]                    ; wasm 0x35
    add sp, sp, #16
    ldp x29, x30, [sp], #16
    ret

func[1] <constant_store>: ; 32 bytes, wasm 0x3a
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #16
    mov w17, #1
    str w17, [x28, #16]                      ; wasm 0x3f
    add sp, sp, #16
    ldp x29, x30, [sp], #16
    ret

func[2] <constant_large>: ; 40 bytes, wasm 0x44
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #16
    mov w0, #-16
    mov w16, #-16
    add x0, x0, x16
    ldr w0, [x28, x0]                        ; wasm 0x47
    add sp, sp, #16
    ldp x29, x30, [sp], #16
    ret

func[3] <sum_wraps>: ; 36 bytes, wasm 0x50
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #32
    add w0, w0, #8
    add x16, x28, x0
    ldr w0, [x16, #4]                        ; wasm 0x56
    add sp, sp, #32
    ldp x29, x30, [sp], #16
    ret

func[4] <offset_large>: ; 36 bytes, wasm 0x5b
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #16
    mov w16, #-16
    add x0, x0, x16
    ldr w0, [x28, x0]                        ; wasm 0x5e
    add sp, sp, #16
    ldp x29, x30, [sp], #16
    ret

func[5] <offset_limit>: ; 60 bytes, wasm 0x67
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #32
    mov w16, #0xffef
    movk w16, #0x7fff, lsl #16
    add x16, x16, x0
    ldr w1, [x28, x16]                       ; wasm 0x6a
    mov w16, #0x7ffffff0
    add x0, x0, x16
    ldr w0, [x28, x0]                        ; wasm 0x73
    add w1, w1, w0
    mov w0, w1
    add sp, sp, #32
    ldp x29, x30, [sp], #16
    ret

func[6] <indexed>: ; 36 bytes, wasm 0x7d
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #48
    add w1, w0, w1, lsl #2
    ldr w1, [x28, x1]                        ; wasm 0x86
    mov w0, w1
    add sp, sp, #48
    ldp x29, x30, [sp], #16
    ret

func[7] <chain>: ; 44 bytes, wasm 0x8b
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #16
    ldr w0, [x28, x0]                        ; wasm 0x8e
    add x16, x28, x0
    ldr w0, [x16, #4]                        ; wasm 0x91
    add x16, x28, x0
    ldr w0, [x16, #4]                        ; wasm 0x94
    add sp, sp, #16
    ldp x29, x30, [sp], #16
    ret
