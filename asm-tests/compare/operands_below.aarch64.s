; aarch64, 3 functions in 176 bytes of code

func[0] <f>: ; 16 bytes, wasm 0x28
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    ldp x29, x30, [sp], #16
    ret

func[1] <temporaries>: ; 68 bytes, wasm 0x2b
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #48
    add w2, w0, #1
    add w3, w1, #2
    mul w0, w0, w1
    stur w2, [x29, #-24]
    stur w3, [x29, #-32]
    cmp w0, #3
    b.ge .L0
    bl func[0] <f>                           ; wasm 0x40 call
.L0:
    ldur w0, [x29, #-24]
    ldur w17, [x29, #-32]
    sub w0, w0, w17
    add sp, sp, #48
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
    add sp, sp, #32
    ldp x29, x30, [sp], #16
    ret
