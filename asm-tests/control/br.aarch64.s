; aarch64, 4 functions in 160 bytes of code

func[0] <out_of_two>: ; 40 bytes, wasm 0x1e
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #32
    cbnz w0, .L0
    mov w0, #5
    b .L1
.L0:
    add w0, w0, #1
.L1:
    add sp, sp, #32
    ldp x29, x30, [sp], #16
    ret

func[1] <operands_below>: ; 64 bytes, wasm 0x34
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #32
    add w1, w0, #9
    stur w1, [x29, #-16]
    cbnz w0, .L0
    mov w0, #1
    b .L1
.L0:
    mul w1, w0, w0
    mov w0, w1
.L1:
    ldur w1, [x29, #-16]
    sub w1, w1, w0
    mov w0, w1
    add sp, sp, #32
    ldp x29, x30, [sp], #16
    ret

func[2] <to_the_end>: ; 16 bytes, wasm 0x4f
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    ldp x29, x30, [sp], #16
    ret

func[3] <return_from_depth>: ; 28 bytes, wasm 0x57
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #32
    add w0, w0, #1
    add sp, sp, #32
    ldp x29, x30, [sp], #16
    ret
