; aarch64, 5 functions in 240 bytes of code

func[0] <shl>: ; 36 bytes, wasm 0x28
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #16
    mov w2, w0
    mov w3, w1
    lsl w0, w2, w3
    mov sp, x29
    ldp x29, x30, [sp], #16
    ret

func[1] <shr_u>: ; 36 bytes, wasm 0x30
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #16
    mov x2, x0
    mov x3, x1
    lsr x0, x2, x3
    mov sp, x29
    ldp x29, x30, [sp], #16
    ret

func[2] <shr_s>: ; 40 bytes, wasm 0x38
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #16
    mov w2, w0
    mov w3, w1
    asr w2, w2, w3
    mov w0, w2
    mov sp, x29
    ldp x29, x30, [sp], #16
    ret

func[3] <of_constant>: ; 36 bytes, wasm 0x44
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #16
    mov w2, w0
    mov w0, #1
    lsl w0, w0, w2
    mov sp, x29
    ldp x29, x30, [sp], #16
    ret

func[4] <rotl>: ; 40 bytes, wasm 0x4c
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #16
    mov w2, w0
    mov w3, w1
    neg w17, w3
    ror w0, w2, w17
    mov sp, x29
    ldp x29, x30, [sp], #16
    ret
