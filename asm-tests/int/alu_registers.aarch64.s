; aarch64, 4 functions in 144 bytes of code

func[0] <add>: ; 28 bytes, wasm 0x22
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #32
    add w0, w0, w1
    add sp, sp, #32
    ldp x29, x30, [sp], #16
    ret

func[1] <sub_of_homes>: ; 32 bytes, wasm 0x2a
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #32
    orr w2, w0, w1
    sub w0, w0, w1
    add sp, sp, #32
    ldp x29, x30, [sp], #16
    ret

func[2] <xor_of_temporaries>: ; 40 bytes, wasm 0x38
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #48
    add w2, w0, w1
    add w1, w1, w0
    eor w2, w2, w1
    mov w0, w2
    add sp, sp, #48
    ldp x29, x30, [sp], #16
    ret

func[3] <sub_from_temporary>: ; 32 bytes, wasm 0x46
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #48
    add x1, x1, x0
    sub x0, x0, x1
    add sp, sp, #48
    ldp x29, x30, [sp], #16
    ret
