; aarch64, 4 functions in 176 bytes of code

func[0] <home_to_home>: ; 36 bytes, wasm 0x21
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #32
    mov w0, w1
    mul w0, w0, w1
    mul w0, w0, w1
    add sp, sp, #32
    ldp x29, x30, [sp], #16
    ret

func[1] <constant_to_home>: ; 36 bytes, wasm 0x30
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #32
    mov w0, #0
    mul w1, w0, w0
    mov w0, w1
    add sp, sp, #32
    ldp x29, x30, [sp], #16
    ret

func[2] <tee_of_constant>: ; 32 bytes, wasm 0x3c
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #32
    mov w0, #8
    add w0, w0, #8
    add sp, sp, #32
    ldp x29, x30, [sp], #16
    ret

func[3] <tee_as_condition>: ; 44 bytes, wasm 0x46
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #32
    and w1, w0, #7
    cbnz w1, .L0
    mov w0, #1
    b .L1
.L0:
    mov w0, w1
.L1:
    add sp, sp, #32
    ldp x29, x30, [sp], #16
    ret
