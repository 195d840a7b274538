; aarch64, 5 functions in 208 bytes of code

func[0] <i32_f32_s>: ; 28 bytes, wasm 0x31
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #16
    fcvtzs w0, s0
    add sp, sp, #16
    ldp x29, x30, [sp], #16
    ret

func[1] <i32_f64_u>: ; 28 bytes, wasm 0x38
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #16
    fcvtzu w0, d0
    add sp, sp, #16
    ldp x29, x30, [sp], #16
    ret

func[2] <i64_f32_u>: ; 28 bytes, wasm 0x3f
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #16
    fcvtzu x0, s0
    add sp, sp, #16
    ldp x29, x30, [sp], #16
    ret

func[3] <i64_f64_s>: ; 28 bytes, wasm 0x46
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #16
    fcvtzs x0, d0
    add sp, sp, #16
    ldp x29, x30, [sp], #16
    ret

func[4] <two_offsets>: ; 68 bytes, wasm 0x4d
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #32
    fcvtzs w0, d0
    fcvtzs x16, d1
    cmp x16, w16, sxtw
    fccmp d1, d1, #0, eq
    b.ne .L0
    mov w1, w16
    add w0, w0, w1
    add sp, sp, #32
    ldp x29, x30, [sp], #16
    ret
.L0:
    fcmp d1, d1
    b.vs .L1
    udf #6                                   ; wasm 0x54 trap: integer overflow
.L1:
    udf #8                                   ; wasm 0x54 trap: invalid conversion to integer
