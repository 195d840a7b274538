; aarch64, 6 functions in 288 bytes of code

func[0] <set>: ; 40 bytes, wasm 0x28
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #16
    mov w3, w0
    mov w4, w1
    add w2, w3, w4
    mul w0, w2, w2
    mov sp, x29
    ldp x29, x30, [sp], #16
    ret

func[1] <increment>: ; 36 bytes, wasm 0x39
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #16
    mov w2, w0
    add w2, w2, #1
    mov w0, w2
    mov sp, x29
    ldp x29, x30, [sp], #16
    ret

func[2] <tee>: ; 40 bytes, wasm 0x45
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #16
    mov w2, w0
    mov w3, w1
    sub w2, w2, w3
    and w0, w2, w2
    mov sp, x29
    ldp x29, x30, [sp], #16
    ret

func[3] <second_operand_is_destination>: ; 40 bytes, wasm 0x52
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #16
    mov w3, w0
    mov w2, w1
    sub w2, w3, w2
    eor w0, w2, w3
    mov sp, x29
    ldp x29, x30, [sp], #16
    ret

func[4] <shifted_by_destination>: ; 40 bytes, wasm 0x61
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #16
    mov w3, w0
    mov w2, w1
    lsl w2, w3, w2
    eor w0, w2, w3
    mov sp, x29
    ldp x29, x30, [sp], #16
    ret

func[5] <load>: ; 40 bytes, wasm 0x70
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #16
    mov w2, w0
    add x16, x28, x2
    ldr w2, [x16, #4]                        ; wasm 0x73
    ldr w0, [x28, x2]                        ; wasm 0x7a
    mov sp, x29
    ldp x29, x30, [sp], #16
    ret
