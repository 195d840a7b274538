; aarch64, 7 functions in 416 bytes of code

func[0] <two>: ; 36 bytes, wasm 0x3a
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #32
    mov x16, x0
    mov x0, x1
    mov x1, x16
    add sp, sp, #32
    ldp x29, x30, [sp], #16
    ret

func[1] <mixed>: ; 36 bytes, wasm 0x41
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #48
    mov w1, w0
    mov w0, #1
    fmov s1, #2.0
    add sp, sp, #48
    ldp x29, x30, [sp], #16
    ret

func[2] <four>: ; 72 bytes, wasm 0x4f
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #48
    stur w0, [x29, #-16]
    mov w17, #2
    stur w17, [x29, #-24]
    mov w17, #3
    stur w17, [x29, #-32]
    stur w0, [x29, #-40]
    ldur w0, [x29, #-16]
    ldur w1, [x29, #-24]
    ldur w17, [x29, #-32]
    str w17, [x29, #16]
    ldur w17, [x29, #-40]
    str w17, [x29, #24]
    add sp, sp, #48
    ldp x29, x30, [sp], #16
    ret

func[3] <use_two>: ; 40 bytes, wasm 0x5a
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #16
    mov w1, #2
    mov w0, #1
    bl func[0] <two>                         ; wasm 0x5f call
    sub w0, w0, w1
    add sp, sp, #16
    ldp x29, x30, [sp], #16
    ret

func[4] <use_four>: ; 64 bytes, wasm 0x64
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #64
    bl func[2] <four>                        ; wasm 0x67 call
    ldr w2, [sp]
    stur w2, [x29, #-32]
    ldr w2, [sp, #8]
    stur w2, [x29, #-40]
    ldur w2, [x29, #-32]
    ldur w17, [x29, #-40]
    sub w2, w2, w17
    sub w1, w1, w2
    sub w0, w0, w1
    add sp, sp, #64
    ldp x29, x30, [sp], #16
    ret

func[5] <pass_on>: ; 76 bytes, wasm 0x6e
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #64
    bl func[2] <four>                        ; wasm 0x71 call
    ldr w2, [sp]
    stur w2, [x29, #-32]
    ldr w2, [sp, #8]
    stur w2, [x29, #-40]
    stur w0, [x29, #-16]
    stur w1, [x29, #-24]
    ldur w0, [x29, #-16]
    ldur w1, [x29, #-24]
    ldur w17, [x29, #-32]
    str w17, [x29, #16]
    ldur w17, [x29, #-40]
    str w17, [x29, #24]
    add sp, sp, #64
    ldp x29, x30, [sp], #16
    ret

func[6] <set_locals>: ; 40 bytes, wasm 0x75
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #48
    mov w1, #7
    bl func[0] <two>                         ; wasm 0x7c call
    mul w1, w1, w0
    mov w0, w1
    add sp, sp, #48
    ldp x29, x30, [sp], #16
    ret
