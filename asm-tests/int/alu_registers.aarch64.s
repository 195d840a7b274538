; aarch64, 4 functions in 192 bytes of code

func[0] <add>: ; 36 bytes, wasm 0x22
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #16
    mov w2, w0
    mov w3, w1
    add w0, w2, w3
    mov sp, x29
    ldp x29, x30, [sp], #16
    ret

func[1] <sub_of_homes>: ; 40 bytes, wasm 0x2a
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #16
    mov w2, w0
    mov w3, w1
    orr w0, w2, w3
    sub w0, w2, w3
    mov sp, x29
    ldp x29, x30, [sp], #16
    ret

func[2] <xor_of_temporaries>: ; 44 bytes, wasm 0x38
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #32
    mov w2, w0
    mov w3, w1
    add w0, w2, w3
    add w1, w3, w2
    eor w0, w0, w1
    mov sp, x29
    ldp x29, x30, [sp], #16
    ret

func[3] <sub_from_temporary>: ; 44 bytes, wasm 0x46
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #32
    mov x2, x0
    mov x3, x1
    add x0, x3, x2
    sub x1, x2, x0
    mov x0, x1
    mov sp, x29
    ldp x29, x30, [sp], #16
    ret
