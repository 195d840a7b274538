; aarch64, 8 functions in 576 bytes of code

func[0] <i32_f32_s>: ; 60 bytes, wasm 0x2e
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #16
    fcvtzs x16, s0
    cmp x16, w16, sxtw
    fccmp s0, s0, #0, eq
    b.ne .L0
    mov w0, w16
    add sp, sp, #16
    ldp x29, x30, [sp], #16
    ret
.L0:
    fcmp s0, s0
    b.vs .L1
    udf #6                                   ; wasm 0x31 trap: integer overflow
.L1:
    udf #8                                   ; wasm 0x31 trap: invalid conversion to integer

func[1] <i32_f64_s>: ; 60 bytes, wasm 0x34
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #16
    fcvtzs x16, d0
    cmp x16, w16, sxtw
    fccmp d0, d0, #0, eq
    b.ne .L0
    mov w0, w16
    add sp, sp, #16
    ldp x29, x30, [sp], #16
    ret
.L0:
    fcmp d0, d0
    b.vs .L1
    udf #6                                   ; wasm 0x37 trap: integer overflow
.L1:
    udf #8                                   ; wasm 0x37 trap: invalid conversion to integer

func[2] <i32_f32_u>: ; 60 bytes, wasm 0x3a
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #16
    fcvtzs x16, s0
    cmp x16, w16, uxtw
    fccmp s0, s0, #0, eq
    b.ne .L0
    mov w0, w16
    add sp, sp, #16
    ldp x29, x30, [sp], #16
    ret
.L0:
    fcmp s0, s0
    b.vs .L1
    udf #6                                   ; wasm 0x3d trap: integer overflow
.L1:
    udf #8                                   ; wasm 0x3d trap: invalid conversion to integer

func[3] <i32_f64_u>: ; 60 bytes, wasm 0x40
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #16
    fcvtzs x16, d0
    cmp x16, w16, uxtw
    fccmp d0, d0, #0, eq
    b.ne .L0
    mov w0, w16
    add sp, sp, #16
    ldp x29, x30, [sp], #16
    ret
.L0:
    fcmp d0, d0
    b.vs .L1
    udf #6                                   ; wasm 0x43 trap: integer overflow
.L1:
    udf #8                                   ; wasm 0x43 trap: invalid conversion to integer

func[4] <i64_f32_s>: ; 76 bytes, wasm 0x46
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #16
    fcvtzs x0, s0
    mov w16, #0x5f000000
    fmov s31, w16
    fabs s30, s0
    fcmp s30, s31
    b.pl .L1
.L0:
    add sp, sp, #16
    ldp x29, x30, [sp], #16
    ret
.L1:
    fcmp s0, s0
    b.vs .L2
    fneg s31, s31
    fcmp s0, s31
    b.eq .L0
    udf #6                                   ; wasm 0x49 trap: integer overflow
.L2:
    udf #8                                   ; wasm 0x49 trap: invalid conversion to integer

func[5] <i64_f64_s>: ; 76 bytes, wasm 0x4c
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #16
    fcvtzs x0, d0
    mov x16, #0x43e0000000000000
    fmov d31, x16
    fabs d30, d0
    fcmp d30, d31
    b.pl .L1
.L0:
    add sp, sp, #16
    ldp x29, x30, [sp], #16
    ret
.L1:
    fcmp d0, d0
    b.vs .L2
    fneg d31, d31
    fcmp d0, d31
    b.eq .L0
    udf #6                                   ; wasm 0x4f trap: integer overflow
.L2:
    udf #8                                   ; wasm 0x4f trap: invalid conversion to integer

func[6] <i64_f32_u>: ; 68 bytes, wasm 0x52
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #16
    fcvtzu x0, s0
    mov w16, #0x5f800000
    fmov s31, w16
    fmov s30, #-1.0
    fcmp s0, s31
    fccmp s0, s30, #4, mi
    b.le .L0
    add sp, sp, #16
    ldp x29, x30, [sp], #16
    ret
.L0:
    fcmp s0, s0
    b.vs .L1
    udf #6                                   ; wasm 0x55 trap: integer overflow
.L1:
    udf #8                                   ; wasm 0x55 trap: invalid conversion to integer

func[7] <i64_f64_u>: ; 68 bytes, wasm 0x58
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #16
    fcvtzu x0, d0
    mov x16, #0x43f0000000000000
    fmov d31, x16
    fmov d30, #-1.0
    fcmp d0, d31
    fccmp d0, d30, #4, mi
    b.le .L0
    add sp, sp, #16
    ldp x29, x30, [sp], #16
    ret
.L0:
    fcmp d0, d0
    b.vs .L1
    udf #6                                   ; wasm 0x5b trap: integer overflow
.L1:
    udf #8                                   ; wasm 0x5b trap: invalid conversion to integer
