; aarch64, 5 functions in 160 bytes of code

func[0] <f64_i32_s>: ; 32 bytes, wasm 0x26
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #16
    mov w2, w0
    scvtf d0, w2
    mov sp, x29
    ldp x29, x30, [sp], #16
    ret

func[1] <f64_i32_u>: ; 32 bytes, wasm 0x2c
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #16
    mov w2, w0
    ucvtf d0, w2
    mov sp, x29
    ldp x29, x30, [sp], #16
    ret

func[2] <f32_i64_s>: ; 32 bytes, wasm 0x32
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #16
    mov x2, x0
    scvtf s0, x2
    mov sp, x29
    ldp x29, x30, [sp], #16
    ret

func[3] <f64_i64_u>: ; 32 bytes, wasm 0x38
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #16
    mov x2, x0
    ucvtf d0, x2
    mov sp, x29
    ldp x29, x30, [sp], #16
    ret

func[4] <f32_i64_u>: ; 32 bytes, wasm 0x3e
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #16
    mov x2, x0
    ucvtf s0, x2
    mov sp, x29
    ldp x29, x30, [sp], #16
    ret
