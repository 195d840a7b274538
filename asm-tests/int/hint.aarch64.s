; aarch64, 6 functions in 256 bytes of code

func[0] <set>: ; 36 bytes, wasm 0x28
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #48
    add w0, w0, w1
    mul w1, w0, w0
    mov w0, w1
    add sp, sp, #48
    ldp x29, x30, [sp], #16
    ret

func[1] <increment>: ; 32 bytes, wasm 0x39
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #32
    add w1, w0, #1
    mov w0, w1
    add sp, sp, #32
    ldp x29, x30, [sp], #16
    ret

func[2] <tee>: ; 32 bytes, wasm 0x45
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #32
    sub w2, w0, w1
    and w0, w2, w2
    add sp, sp, #32
    ldp x29, x30, [sp], #16
    ret

func[3] <second_operand_is_destination>: ; 36 bytes, wasm 0x52
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #32
    sub w2, w0, w1
    eor w2, w2, w0
    mov w0, w2
    add sp, sp, #32
    ldp x29, x30, [sp], #16
    ret

func[4] <shifted_by_destination>: ; 36 bytes, wasm 0x61
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #32
    lsl w2, w0, w1
    eor w2, w2, w0
    mov w0, w2
    add sp, sp, #32
    ldp x29, x30, [sp], #16
    ret

func[5] <load>: ; 40 bytes, wasm 0x70
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #16
    add x16, x28, x0
    ldr w1, [x16, #4]                        ; wasm 0x73
    ldr w1, [x28, x1]                        ; wasm 0x7a
    mov w0, w1
    add sp, sp, #16
    ldp x29, x30, [sp], #16
    ret
