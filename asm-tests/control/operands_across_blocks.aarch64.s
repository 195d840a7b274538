; aarch64, 5 functions in 240 bytes of code

func[0] <f>: ; 16 bytes, wasm 0x25
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    ldp x29, x30, [sp], #16
    ret

func[1] <spilled>: ; 48 bytes, wasm 0x28
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #32
    mul w1, w0, w1
    stur w1, [x29, #-24]
    cbz w0, .L0
    bl func[0] <f>                           ; wasm 0x32 call
.L0:
    ldur w0, [x29, #-24]
    add w0, w0, #1
    add sp, sp, #32
    ldp x29, x30, [sp], #16
    ret

func[2] <constant>: ; 36 bytes, wasm 0x3a
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #32
    cbz w0, .L0
    bl func[0] <f>                           ; wasm 0x42 call
.L0:
    mov w0, #0x65
    add sp, sp, #32
    ldp x29, x30, [sp], #16
    ret

func[3] <local_written_within>: ; 52 bytes, wasm 0x4a
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #32
    mov w2, w0
    stur w2, [x29, #-8]
    cmp w2, #5
    b.lt .L0
    mov w2, #0x4d
.L0:
    ldur w0, [x29, #-8]
    sub w0, w0, w2
    add sp, sp, #32
    ldp x29, x30, [sp], #16
    ret

func[4] <spilled_once>: ; 64 bytes, wasm 0x61
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #32
    stur x19, [x29, #-8]
    mov w19, w1
    mul w1, w0, w19
    stur w1, [x29, #-24]
    cbnz w0, .L0
    bl func[0] <f>                           ; wasm 0x6d call
.L0:
    cbnz w19, .L1
    bl func[0] <f>                           ; wasm 0x76 call
.L1:
    ldur w0, [x29, #-24]
    ldur x19, [x29, #-8]
    add sp, sp, #32
    ldp x29, x30, [sp], #16
    ret
