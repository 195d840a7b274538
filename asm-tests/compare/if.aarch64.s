; aarch64, 4 functions in 160 bytes of code

func[0] <f>: ; 16 bytes, wasm 0x28
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    ldp x29, x30, [sp], #16
    ret

func[1] <then>: ; 36 bytes, wasm 0x2b
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #32
    cmp w0, w1
    b.ls .L0
    bl func[0] <f>                           ; wasm 0x33 call
.L0:
    add sp, sp, #32
    ldp x29, x30, [sp], #16
    ret

func[2] <then_else>: ; 40 bytes, wasm 0x38
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #16
    cbnz x0, .L0
    mov w0, #1
    b .L1
.L0:
    mov w0, #2
.L1:
    add sp, sp, #16
    ldp x29, x30, [sp], #16
    ret

func[3] <float>: ; 36 bytes, wasm 0x46
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #32
    fcmp s0, s1
    b.hi .L0
    bl func[0] <f>                           ; wasm 0x4e call
.L0:
    add sp, sp, #32
    ldp x29, x30, [sp], #16
    ret
