; aarch64, 5 functions in 160 bytes of code

func[0] <f>: ; 16 bytes, wasm 0x2f
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    ldp x29, x30, [sp], #16
    ret

func[1] <i32_f32>: ; 32 bytes, wasm 0x32
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #32
    fadd s0, s0, s1
    fmov w0, s0
    add sp, sp, #32
    ldp x29, x30, [sp], #16
    ret

func[2] <f64_i64>: ; 32 bytes, wasm 0x3b
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #32
    add x0, x0, x1
    fmov d0, x0
    add sp, sp, #32
    ldp x29, x30, [sp], #16
    ret

func[3] <of_slot>: ; 36 bytes, wasm 0x44
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #16
    stur d0, [x29, #-8]
    bl func[0] <f>                           ; wasm 0x45 call
    ldur x0, [x29, #-8]
    add sp, sp, #16
    ldp x29, x30, [sp], #16
    ret

func[4] <of_constant>: ; 28 bytes, wasm 0x4c
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #16
    mov w0, #-0x40800000
    add sp, sp, #16
    ldp x29, x30, [sp], #16
    ret
