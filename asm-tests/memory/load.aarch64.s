; aarch64, 13 functions in 416 bytes of code

func[0] <i32>: ; 28 bytes, wasm 0x38
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #16
    ldr w0, [x28, x0]                        ; wasm 0x3b
    add sp, sp, #16
    ldp x29, x30, [sp], #16
    ret

func[1] <i64>: ; 32 bytes, wasm 0x40
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #16
    add x16, x28, x0
    ldr x0, [x16, #8]                        ; wasm 0x43
    add sp, sp, #16
    ldp x29, x30, [sp], #16
    ret

func[2] <f32>: ; 32 bytes, wasm 0x48
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #16
    add x16, x28, x0
    ldr s0, [x16, #0x1000]                   ; wasm 0x4b
    add sp, sp, #16
    ldp x29, x30, [sp], #16
    ret

func[3] <f64>: ; 28 bytes, wasm 0x51
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #16
    ldr d0, [x28, x0]                        ; wasm 0x54
    add sp, sp, #16
    ldp x29, x30, [sp], #16
    ret

func[4] <u8>: ; 28 bytes, wasm 0x59
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #16
    ldrb w0, [x28, x0]                       ; wasm 0x5c
    add sp, sp, #16
    ldp x29, x30, [sp], #16
    ret

func[5] <s8>: ; 28 bytes, wasm 0x61
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #16
    ldrsb w0, [x28, x0]                      ; wasm 0x64
    add sp, sp, #16
    ldp x29, x30, [sp], #16
    ret

func[6] <u16>: ; 28 bytes, wasm 0x69
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #16
    ldrh w0, [x28, x0]                       ; wasm 0x6c
    add sp, sp, #16
    ldp x29, x30, [sp], #16
    ret

func[7] <s16>: ; 28 bytes, wasm 0x71
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #16
    ldrsh w0, [x28, x0]                      ; wasm 0x74
    add sp, sp, #16
    ldp x29, x30, [sp], #16
    ret

func[8] <i64_u8>: ; 28 bytes, wasm 0x79
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #16
    ldrb w0, [x28, x0]                       ; wasm 0x7c
    add sp, sp, #16
    ldp x29, x30, [sp], #16
    ret

func[9] <i64_s8>: ; 28 bytes, wasm 0x81
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #16
    ldrsb x0, [x28, x0]                      ; wasm 0x84
    add sp, sp, #16
    ldp x29, x30, [sp], #16
    ret

func[10] <i64_s16>: ; 28 bytes, wasm 0x89
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #16
    ldrsh x0, [x28, x0]                      ; wasm 0x8c
    add sp, sp, #16
    ldp x29, x30, [sp], #16
    ret

func[11] <i64_u32>: ; 28 bytes, wasm 0x91
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #16
    ldr w0, [x28, x0]                        ; wasm 0x94
    add sp, sp, #16
    ldp x29, x30, [sp], #16
    ret

func[12] <i64_s32>: ; 28 bytes, wasm 0x99
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #16
    ldrsw x0, [x28, x0]                      ; wasm 0x9c
    add sp, sp, #16
    ldp x29, x30, [sp], #16
    ret
