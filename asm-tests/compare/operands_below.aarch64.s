; aarch64, 3 functions in 192 bytes of code

func[0] <f>: ; 16 bytes, wasm 0x28
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    ldp x29, x30, [sp], #16
    ret

func[1] <temporaries>: ; 84 bytes, wasm 0x2b
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #48
    stp x20, x19, [x29, #-16]
    mov w19, w0
    mov w20, w1
    add w0, w19, #1
    add w1, w20, #2
    mul w2, w19, w20
    stur w0, [x29, #-24]
    stur w1, [x29, #-32]
    cmp w2, #3
    b.ge .L0
    bl func[0] <f>                           ; wasm 0x40 call
.L0:
    ldur w0, [x29, #-24]
    ldur w17, [x29, #-32]
    sub w0, w0, w17
    ldp x20, x19, [x29, #-16]
    mov sp, x29
    ldp x29, x30, [sp], #16
    ret

func[2] <local_changed_by_operand>: ; 72 bytes, wasm 0x46
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #32
    stur x19, [x29, #-8]
    mov w19, w0
    mov w0, w19
    mov w1, w19
    ldr w19, [x28, x19]                      ; wasm 0x4d
    stur w1, [x29, #-16]
    cmp w0, w19
    b.ne .L0
    bl func[0] <f>                           ; wasm 0x55 call
.L0:
    ldur w0, [x29, #-16]
    sub w0, w0, w19
    ldur x19, [x29, #-8]
    mov sp, x29
    ldp x29, x30, [sp], #16
    ret
