; aarch64, 7 functions in 320 bytes of code

func[0] <two>: ; 24 bytes, wasm 0x30
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #16
    add sp, sp, #16
    ldp x29, x30, [sp], #16
    ret

func[1] <float>: ; 24 bytes, wasm 0x35
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #16
    add sp, sp, #16
    ldp x29, x30, [sp], #16
    ret

func[2] <constants>: ; 36 bytes, wasm 0x3a
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #16
    mov w1, #2
    mov w0, #1
    bl func[0] <two>                         ; wasm 0x3f call
    add sp, sp, #16
    ldp x29, x30, [sp], #16
    ret

func[3] <from_homes>: ; 60 bytes, wasm 0x43
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #48
    stur w0, [x29, #-8]
    stur w1, [x29, #-16]
    bl func[0] <two>                         ; wasm 0x48 call
    stur w0, [x29, #-24]
    ldur w1, [x29, #-8]
    ldur w0, [x29, #-16]
    bl func[0] <two>                         ; wasm 0x4e call
    ldur w17, [x29, #-24]
    add w0, w0, w17
    add sp, sp, #48
    ldp x29, x30, [sp], #16
    ret

func[4] <temporaries_in_a_cycle>: ; 52 bytes, wasm 0x53
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #48
    cbz w1, .L0
    udiv w2, w0, w1
    add w0, w0, w1
    mov w1, w0
    mov w0, w2
    bl func[0] <two>                         ; wasm 0x5e call
    add sp, sp, #48
    ldp x29, x30, [sp], #16
    ret
.L0:
    udf #7                                   ; wasm 0x58 trap: integer divide by zero

func[5] <floats>: ; 48 bytes, wasm 0x62
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #48
    fmul d0, d0, d1
    fmov d31, d1
    fmov d1, d0
    fmov d0, d31
    mov w0, #0
    bl func[1] <float>                       ; wasm 0x6c call
    add sp, sp, #48
    ldp x29, x30, [sp], #16
    ret

func[6] <forward_same>: ; 28 bytes, wasm 0x70
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #32
    bl func[0] <two>                         ; wasm 0x75 call
    add sp, sp, #32
    ldp x29, x30, [sp], #16
    ret
