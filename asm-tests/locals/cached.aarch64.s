; aarch64, 13 functions in 688 bytes of code

func[0] <f>: ; 16 bytes, wasm 0x3d
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    ldp x29, x30, [sp], #16
    ret

func[1] <g>: ; 28 bytes, wasm 0x40
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #16
    mov w0, #1
    add sp, sp, #16
    ldp x29, x30, [sp], #16
    ret

func[2] <last_read>: ; 36 bytes, wasm 0x45
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #16
    bl func[0] <f>                           ; wasm 0x48 call
    mov w0, #1
    bl func[0] <f>                           ; wasm 0x4c call
    add sp, sp, #16
    ldp x29, x30, [sp], #16
    ret

func[3] <call>: ; 36 bytes, wasm 0x50
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #16
    stur w0, [x29, #-8]
    bl func[0] <f>                           ; wasm 0x53 call
    ldur w0, [x29, #-8]
    add sp, sp, #16
    ldp x29, x30, [sp], #16
    ret

func[4] <alias>: ; 40 bytes, wasm 0x59
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #32
    stur w0, [x29, #-8]
    bl func[1] <g>                           ; wasm 0x5c call
    ldur w17, [x29, #-8]
    add w0, w0, w17
    add sp, sp, #32
    ldp x29, x30, [sp], #16
    ret

func[5] <overwritten>: ; 64 bytes, wasm 0x61
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #32
    stur x19, [x29, #-8]
    mov w19, w0
    mov w0, #1
    bl func[0] <f>                           ; wasm 0x64 call
    bl func[1] <g>                           ; wasm 0x68 call
    mov w1, w19
    mov w19, w0
    sub w1, w1, w19
    mov w0, w1
    ldur x19, [x29, #-8]
    add sp, sp, #32
    ldp x29, x30, [sp], #16
    ret

func[6] <branch>: ; 76 bytes, wasm 0x71
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #32
    stur d8, [x29, #-8]
    stur w0, [x29, #-16]
    mov w0, #1
    bl func[0] <f>                           ; wasm 0x76 call
    ldur w0, [x29, #-16]
    ldr d8, [x28, x0]                        ; wasm 0x7c
    movi d0, #0
    fcmp d8, d0
    b.eq .L0
    mov w0, #2
    bl func[0] <f>                           ; wasm 0x91 call
.L0:
    fmov d0, d8
    ldur d8, [x29, #-8]
    add sp, sp, #32
    ldp x29, x30, [sp], #16
    ret

func[7] <dead_at_label>: ; 68 bytes, wasm 0x98
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #32
    stur d8, [x29, #-8]
    stur w0, [x29, #-16]
    mov w0, #1
    bl func[0] <f>                           ; wasm 0x9d call
    ldur w0, [x29, #-16]
    ldr d8, [x28, x0]                        ; wasm 0xa3
    movi d0, #0
    fcmp d8, d0
    b.eq .L0
    str d8, [x28, #8]                        ; wasm 0xba
.L0:
    ldur d8, [x29, #-8]
    add sp, sp, #32
    ldp x29, x30, [sp], #16
    ret

func[8] <loop>: ; 68 bytes, wasm 0xc0
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #32
    stp x20, x19, [x29, #-16]
    mov w20, w0
    mov w19, #0
    mov w0, #1
    bl func[0] <f>                           ; wasm 0xc5 call
.L0:
    str w19, [x28, x20]                      ; wasm 0xcd
    add x16, x28, x20
    ldr w19, [x16, #4]                       ; wasm 0xd2
    cmp w19, #0x64
    b.lo .L0
    ldp x20, x19, [x29, #-16]
    add sp, sp, #32
    ldp x29, x30, [sp], #16
    ret

func[9] <arms>: ; 72 bytes, wasm 0xe2
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #32
    stur d8, [x29, #-8]
    stur w0, [x29, #-16]
    mov w0, #1
    bl func[0] <f>                           ; wasm 0xe7 call
    ldur w0, [x29, #-16]
    ldr d8, [x28, x0]                        ; wasm 0xeb
    ldur w16, [x29, #-16]
    cbz w16, .L0
    fsqrt d0, d8
    b .L1
.L0:
    fabs d0, d8
.L1:
    ldur d8, [x29, #-8]
    add sp, sp, #32
    ldp x29, x30, [sp], #16
    ret

func[10] <never_read>: ; 24 bytes, wasm 0xfe
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #32
    add sp, sp, #32
    ldp x29, x30, [sp], #16
    ret

func[11] <shift>: ; 32 bytes, wasm 0x107
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #32
    lsl w1, w0, w0
    mov w0, w1
    add sp, sp, #32
    ldp x29, x30, [sp], #16
    ret

func[12] <divide>: ; 44 bytes, wasm 0x10f
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #32
    cbz w1, .L0
    udiv w2, w0, w1
    sub w2, w2, w1
    mov w0, w2
    add sp, sp, #32
    ldp x29, x30, [sp], #16
    ret
.L0:
    udf #7                                   ; wasm 0x114 trap: integer divide by zero
