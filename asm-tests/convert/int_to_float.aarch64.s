; aarch64, 5 functions in 160 bytes of code

func[0] <f64_i32_s>: ; 28 bytes, wasm 0x26
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #16
    scvtf d0, w0
    add sp, sp, #16
    ldp x29, x30, [sp], #16
    ret

func[1] <f64_i32_u>: ; 28 bytes, wasm 0x2c
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #16
    ucvtf d0, w0
    add sp, sp, #16
    ldp x29, x30, [sp], #16
    ret

func[2] <f32_i64_s>: ; 28 bytes, wasm 0x32
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #16
    scvtf s0, x0
    add sp, sp, #16
    ldp x29, x30, [sp], #16
    ret

func[3] <f64_i64_u>: ; 28 bytes, wasm 0x38
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #16
    ucvtf d0, x0
    add sp, sp, #16
    ldp x29, x30, [sp], #16
    ret

func[4] <f32_i64_u>: ; 28 bytes, wasm 0x3e
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #16
    ucvtf s0, x0
    add sp, sp, #16
    ldp x29, x30, [sp], #16
    ret
