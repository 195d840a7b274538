; aarch64, 10 functions in 416 bytes of code

func[0] <i32>: ; 32 bytes, wasm 0x3a
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #32
    add x16, x28, x0
    str w1, [x16, #4]                        ; wasm 0x3f
    add sp, sp, #32
    ldp x29, x30, [sp], #16
    ret

func[1] <i64>: ; 28 bytes, wasm 0x44
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #32
    str x1, [x28, x0]                        ; wasm 0x49
    add sp, sp, #32
    ldp x29, x30, [sp], #16
    ret

func[2] <f32>: ; 28 bytes, wasm 0x4e
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #32
    str s0, [x28, x0]                        ; wasm 0x53
    add sp, sp, #32
    ldp x29, x30, [sp], #16
    ret

func[3] <f64>: ; 28 bytes, wasm 0x58
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #32
    str d0, [x28, x0]                        ; wasm 0x5d
    add sp, sp, #32
    ldp x29, x30, [sp], #16
    ret

func[4] <i8>: ; 28 bytes, wasm 0x62
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #32
    strb w1, [x28, x0]                       ; wasm 0x67
    add sp, sp, #32
    ldp x29, x30, [sp], #16
    ret

func[5] <i16>: ; 28 bytes, wasm 0x6c
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #32
    strh w1, [x28, x0]                       ; wasm 0x71
    add sp, sp, #32
    ldp x29, x30, [sp], #16
    ret

func[6] <i64_8>: ; 28 bytes, wasm 0x76
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #32
    strb w1, [x28, x0]                       ; wasm 0x7b
    add sp, sp, #32
    ldp x29, x30, [sp], #16
    ret

func[7] <i64_32>: ; 28 bytes, wasm 0x80
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #32
    str w1, [x28, x0]                        ; wasm 0x85
    add sp, sp, #32
    ldp x29, x30, [sp], #16
    ret

func[8] <homes>: ; 36 bytes, wasm 0x8a
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #32
    strb w1, [x28, x0]                       ; wasm 0x8f
    add x16, x28, x0
    strh w1, [x16, #2]                       ; wasm 0x96
    add sp, sp, #32
    ldp x29, x30, [sp], #16
    ret

func[9] <constants>: ; 112 bytes, wasm 0x9b
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #32
    str wzr, [x28, x0]                       ; wasm 0xa0
    add x16, x28, x0
    mov w17, #0xff
    strb w17, [x16, #4]                      ; wasm 0xa8
    add x16, x28, x0
    mov w17, #0xffff
    strh w17, [x16, #6]                      ; wasm 0xaf
    add x16, x28, x0
    mov x17, #-1
    str x17, [x16, #8]                       ; wasm 0xb6
    add x16, x28, x0
    mov x17, #0xcdef
    movk x17, #0x89ab, lsl #16
    movk x17, #0x4567, lsl #32
    movk x17, #0x123, lsl #48
    str x17, [x16, #16]                      ; wasm 0xc5
    add x16, x28, x0
    mov w17, #-0x40800000
    str w17, [x16, #24]                      ; wasm 0xcf
    add x16, x28, x0
    mov x17, #0x3ff0000000000000
    str x17, [x16, #32]                      ; wasm 0xdd
    add sp, sp, #32
    ldp x29, x30, [sp], #16
    ret
