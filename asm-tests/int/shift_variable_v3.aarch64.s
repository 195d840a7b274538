; aarch64, 5 functions in 176 bytes of code

func[0] <shl>: ; 28 bytes, wasm 0x28
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #32
    lsl w0, w0, w1
    add sp, sp, #32
    ldp x29, x30, [sp], #16
    ret

func[1] <shr_u>: ; 28 bytes, wasm 0x30
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #32
    lsr x0, x0, x1
    add sp, sp, #32
    ldp x29, x30, [sp], #16
    ret

func[2] <shr_s>: ; 32 bytes, wasm 0x38
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #32
    asr w2, w0, w1
    mov w0, w2
    add sp, sp, #32
    ldp x29, x30, [sp], #16
    ret

func[3] <of_constant>: ; 36 bytes, wasm 0x44
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #32
    mov w1, #1
    lsl w1, w1, w0
    mov w0, w1
    add sp, sp, #32
    ldp x29, x30, [sp], #16
    ret

func[4] <rotl>: ; 32 bytes, wasm 0x4c
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #32
    neg w17, w1
    ror w0, w0, w17
    add sp, sp, #32
    ldp x29, x30, [sp], #16
    ret
