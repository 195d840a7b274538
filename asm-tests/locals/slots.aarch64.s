; aarch64, 5 functions in 160 bytes of code

func[0] <f>: ; 16 bytes, wasm 0x23
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    ldp x29, x30, [sp], #16
    ret

func[1] <constants>: ; 24 bytes, wasm 0x26
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #32
    add sp, sp, #32
    ldp x29, x30, [sp], #16
    ret

func[2] <copy>: ; 32 bytes, wasm 0x3f
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #32
    stur x0, [x29, #-8]
    bl func[0] <f>                           ; wasm 0x42 call
    add sp, sp, #32
    ldp x29, x30, [sp], #16
    ret

func[3] <tee>: ; 48 bytes, wasm 0x4a
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #32
    stur w0, [x29, #-8]
    bl func[0] <f>                           ; wasm 0x4d call
    ldur w0, [x29, #-8]
    add w0, w0, #1
    mov w17, #10
    mul w0, w0, w17
    add sp, sp, #32
    ldp x29, x30, [sp], #16
    ret

func[4] <float>: ; 24 bytes, wasm 0x5b
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #32
    add sp, sp, #32
    ldp x29, x30, [sp], #16
    ret
