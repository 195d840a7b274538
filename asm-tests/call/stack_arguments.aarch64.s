; aarch64, 5 functions in 320 bytes of code

func[0] <nine_ints>: ; 44 bytes, wasm 0x48
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #32
    ldr w0, [x29, #16]
    ldr w17, [x29, #32]
    add w0, w0, w17
    ldr x17, [x29, #24]
    add x0, x0, x17
    add sp, sp, #32
    ldp x29, x30, [sp], #16
    ret

func[1] <call>: ; 68 bytes, wasm 0x54
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #0x70
    str x0, [sp]
    str x1, [sp, #8]
    mov w17, #9
    str x17, [sp, #16]
    mov w5, #6
    mov w4, #5
    mov w3, #4
    mov w2, #3
    mov w1, #2
    mov w0, #1
    bl func[0] <nine_ints>                   ; wasm 0x67 call
    add sp, sp, #0x70
    ldp x29, x30, [sp], #16
    ret

func[2] <ten_floats>: ; 40 bytes, wasm 0x6b
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #16
    ldr s0, [x29, #24]
    fcvt d0, s0
    ldr d30, [x29, #16]
    fadd d0, d0, d30
    add sp, sp, #16
    ldp x29, x30, [sp], #16
    ret

func[3] <call_floats>: ; 88 bytes, wasm 0x74
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #0x70
    stur d8, [x29, #-8]
    fmov d8, d0
    mov x17, #0x3ff0000000000000
    str x17, [sp]
    mov w17, #0x40000000
    str x17, [sp, #8]
    fmov d7, d8
    fmov d6, d8
    fmov d5, d8
    fmov d4, d8
    fmov d3, d8
    fmov d2, d8
    fmov d1, d8
    fmov d0, d8
    bl func[2] <ten_floats>                  ; wasm 0x93 call
    ldur d8, [x29, #-8]
    add sp, sp, #0x70
    ldp x29, x30, [sp], #16
    ret

func[4] <stack_parameter_in_loop>: ; 48 bytes, wasm 0x97
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #16
    mov w3, w0
    ldr w2, [x29, #16]
.L0:
    add w3, w3, w2
    lsr w2, w2, #1
    cbnz w2, .L0
    mov w0, w3
    add sp, sp, #16
    ldp x29, x30, [sp], #16
    ret
