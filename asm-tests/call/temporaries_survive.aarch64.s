; aarch64, 6 functions in 272 bytes of code

func[0] <f>: ; 24 bytes, wasm 0x2c
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #16
    add sp, sp, #16
    ldp x29, x30, [sp], #16
    ret

func[1] <temporary>: ; 44 bytes, wasm 0x31
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #32
    mul w1, w0, w1
    stur w1, [x29, #-24]
    bl func[0] <f>                           ; wasm 0x39 call
    ldur w17, [x29, #-24]
    add w0, w0, w17
    add sp, sp, #32
    ldp x29, x30, [sp], #16
    ret

func[2] <float_temporary>: ; 48 bytes, wasm 0x3e
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #32
    fsqrt d0, d0
    stur d0, [x29, #-24]
    bl func[0] <f>                           ; wasm 0x44 call
    scvtf d0, w0
    ldur d30, [x29, #-24]
    fadd d0, d0, d30
    add sp, sp, #32
    ldp x29, x30, [sp], #16
    ret

func[3] <result_of_call>: ; 60 bytes, wasm 0x4a
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #32
    stur w0, [x29, #-8]
    mov w0, #1
    bl func[0] <f>                           ; wasm 0x4d call
    stur w0, [x29, #-16]
    ldur w0, [x29, #-8]
    bl func[0] <f>                           ; wasm 0x51 call
    ldur w1, [x29, #-16]
    sub w1, w1, w0
    mov w0, w1
    add sp, sp, #32
    ldp x29, x30, [sp], #16
    ret

func[4] <nested>: ; 36 bytes, wasm 0x56
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #16
    bl func[0] <f>                           ; wasm 0x59 call
    bl func[0] <f>                           ; wasm 0x5b call
    bl func[0] <f>                           ; wasm 0x5d call
    add sp, sp, #16
    ldp x29, x30, [sp], #16
    ret

func[5] <dropped>: ; 32 bytes, wasm 0x61
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #16
    mov w0, #1
    bl func[0] <f>                           ; wasm 0x64 call
    add sp, sp, #16
    ldp x29, x30, [sp], #16
    ret
