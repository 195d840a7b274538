; aarch64, 5 functions in 192 bytes of code

func[0] <f>: ; 16 bytes, wasm 0x2f
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    ldp x29, x30, [sp], #16
    ret

func[1] <i32_f32>: ; 40 bytes, wasm 0x32
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #16
    fmov d2, d0
    fmov d3, d1
    fadd s0, s2, s3
    fmov w0, s0
    mov sp, x29
    ldp x29, x30, [sp], #16
    ret

func[2] <f64_i64>: ; 40 bytes, wasm 0x3b
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #16
    mov x2, x0
    mov x3, x1
    add x0, x2, x3
    fmov d0, x0
    mov sp, x29
    ldp x29, x30, [sp], #16
    ret

func[3] <of_slot>: ; 36 bytes, wasm 0x44
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #16
    stur d0, [x29, #-8]
    bl func[0] <f>                           ; wasm 0x45 call
    ldur x0, [x29, #-8]
    mov sp, x29
    ldp x29, x30, [sp], #16
    ret

func[4] <of_constant>: ; 28 bytes, wasm 0x4c
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #16
    mov w0, #-0x40800000
    mov sp, x29
    ldp x29, x30, [sp], #16
    ret
