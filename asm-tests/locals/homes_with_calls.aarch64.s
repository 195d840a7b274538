; aarch64, 4 functions in 224 bytes of code

func[0] <f>: ; 24 bytes, wasm 0x1b
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #16
    mov sp, x29
    ldp x29, x30, [sp], #16
    ret

func[1] <used_often>: ; 68 bytes, wasm 0x20
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #32
    stur x19, [x29, #-8]
    mov w19, w0
    mov w0, w19
    bl func[0] <f>                           ; wasm 0x23 call
    stur w0, [x29, #-16]
    mov w0, w19
    bl func[0] <f>                           ; wasm 0x27 call
    add w0, w0, w19
    ldur w17, [x29, #-16]
    add w0, w0, w17
    ldur x19, [x29, #-8]
    mov sp, x29
    ldp x29, x30, [sp], #16
    ret

func[2] <used_twice>: ; 48 bytes, wasm 0x2f
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #32
    stur x19, [x29, #-8]
    mov w19, w0
    mov w0, w19
    bl func[0] <f>                           ; wasm 0x32 call
    add w0, w0, w19
    ldur x19, [x29, #-8]
    mov sp, x29
    ldp x29, x30, [sp], #16
    ret

func[3] <in_a_loop>: ; 64 bytes, wasm 0x39
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #32
    stp x20, x19, [x29, #-16]
    mov w19, w0
    mov w20, #0
.L0:
    mov w0, w19
    bl func[0] <f>                           ; wasm 0x42 call
    add w20, w20, w0
    sub w19, w19, #1
    cbnz w19, .L0
    mov w0, w20
    ldp x20, x19, [x29, #-16]
    mov sp, x29
    ldp x29, x30, [sp], #16
    ret
