; aarch64, 5 functions in 176 bytes of code

func[0] <f>: ; 16 bytes, wasm 0x23
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    ldp x29, x30, [sp], #16
    ret

func[1] <constants>: ; 44 bytes, wasm 0x26
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #16
    mov w2, #7
    mov x3, #-1
    mov x4, #0x9abc
    movk x4, #0x5678, lsl #16
    movk x4, #0x1234, lsl #32
    mov sp, x29
    ldp x29, x30, [sp], #16
    ret

func[2] <copy>: ; 32 bytes, wasm 0x3f
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #32
    stur x0, [x29, #-8]
    bl func[0] <f>                           ; wasm 0x42 call
    mov sp, x29
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
    mov sp, x29
    ldp x29, x30, [sp], #16
    ret

func[4] <float>: ; 32 bytes, wasm 0x5b
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #16
    fmov s2, #1.0
    fmov d3, #1.0
    mov sp, x29
    ldp x29, x30, [sp], #16
    ret
