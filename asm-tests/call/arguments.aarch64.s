; aarch64, 7 functions in 352 bytes of code

func[0] <two>: ; 24 bytes, wasm 0x30
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #16
    mov sp, x29
    ldp x29, x30, [sp], #16
    ret

func[1] <float>: ; 24 bytes, wasm 0x35
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #16
    mov sp, x29
    ldp x29, x30, [sp], #16
    ret

func[2] <constants>: ; 36 bytes, wasm 0x3a
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #16
    mov w1, #2
    mov w0, #1
    bl func[0] <two>                         ; wasm 0x3f call
    mov sp, x29
    ldp x29, x30, [sp], #16
    ret

func[3] <from_homes>: ; 76 bytes, wasm 0x43
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #48
    stp x20, x19, [x29, #-16]
    mov w19, w0
    mov w20, w1
    mov w1, w20
    mov w0, w19
    bl func[0] <two>                         ; wasm 0x48 call
    stur w0, [x29, #-24]
    mov w1, w19
    mov w0, w20
    bl func[0] <two>                         ; wasm 0x4e call
    ldur w17, [x29, #-24]
    add w0, w0, w17
    ldp x20, x19, [x29, #-16]
    mov sp, x29
    ldp x29, x30, [sp], #16
    ret

func[4] <temporaries_in_a_cycle>: ; 60 bytes, wasm 0x53
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #48
    stp x20, x19, [x29, #-16]
    mov w19, w0
    mov w20, w1
    cbz w20, .L0
    udiv w0, w19, w20
    add w1, w19, w20
    bl func[0] <two>                         ; wasm 0x5e call
    ldp x20, x19, [x29, #-16]
    mov sp, x29
    ldp x29, x30, [sp], #16
    ret
.L0:
    udf #7                                   ; wasm 0x58 trap: integer divide by zero

func[5] <floats>: ; 56 bytes, wasm 0x62
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #48
    stur d8, [x29, #-8]
    fmov d8, d1
    fmul d0, d0, d8
    fmov d1, d0
    fmov d0, d8
    mov w0, #0
    bl func[1] <float>                       ; wasm 0x6c call
    ldur d8, [x29, #-8]
    mov sp, x29
    ldp x29, x30, [sp], #16
    ret

func[6] <forward_same>: ; 28 bytes, wasm 0x70
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #32
    bl func[0] <two>                         ; wasm 0x75 call
    mov sp, x29
    ldp x29, x30, [sp], #16
    ret
