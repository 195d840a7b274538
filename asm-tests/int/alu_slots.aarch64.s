; aarch64, 6 functions in 272 bytes of code

func[0] <f>: ; 16 bytes, wasm 0x35
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    ldp x29, x30, [sp], #16
    ret

func[1] <second_operand>: ; 48 bytes, wasm 0x38
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #32
    stur w0, [x29, #-8]
    stur x1, [x29, #-16]
    bl func[0] <f>                           ; wasm 0x39 call
    ldur w0, [x29, #-8]
    ldur x17, [x29, #-16]
    add x0, x0, x17
    add sp, sp, #32
    ldp x29, x30, [sp], #16
    ret

func[2] <both_operands>: ; 48 bytes, wasm 0x43
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #32
    stur w0, [x29, #-8]
    stur w1, [x29, #-16]
    bl func[0] <f>                           ; wasm 0x44 call
    ldur w0, [x29, #-8]
    ldur w17, [x29, #-16]
    sub w0, w0, w17
    add sp, sp, #32
    ldp x29, x30, [sp], #16
    ret

func[3] <immediate>: ; 40 bytes, wasm 0x4d
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #32
    stur w0, [x29, #-8]
    bl func[0] <f>                           ; wasm 0x4e call
    ldur w0, [x29, #-8]
    and w0, w0, #0x7f
    add sp, sp, #32
    ldp x29, x30, [sp], #16
    ret

func[4] <compared>: ; 56 bytes, wasm 0x58
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #32
    stur w0, [x29, #-8]
    stur w1, [x29, #-16]
    bl func[0] <f>                           ; wasm 0x59 call
    ldur w0, [x29, #-8]
    ldur w17, [x29, #-16]
    cmp w0, w17
    b.ge .L0
    bl func[0] <f>                           ; wasm 0x62 call
.L0:
    add sp, sp, #32
    ldp x29, x30, [sp], #16
    ret

func[5] <compared_with_constant>: ; 48 bytes, wasm 0x67
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #32
    stur x0, [x29, #-8]
    bl func[0] <f>                           ; wasm 0x68 call
    ldur x16, [x29, #-8]
    cmp x16, #0x3e8
    b.ls .L0
    bl func[0] <f>                           ; wasm 0x72 call
.L0:
    add sp, sp, #32
    ldp x29, x30, [sp], #16
    ret
