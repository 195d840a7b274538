; aarch64, 8 functions in 320 bytes of code

func[0] <f>: ; 16 bytes, wasm 0x2c
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    ldp x29, x30, [sp], #16
    ret

func[1] <g>: ; 16 bytes, wasm 0x2f
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    ldp x29, x30, [sp], #16
    ret

func[2] <no_values>: ; 40 bytes, wasm 0x32
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #16
    cbz w0, .L0
    bl func[0] <f>                           ; wasm 0x37 call
    b .L1
.L0:
    bl func[1] <g>                           ; wasm 0x3a call
.L1:
    add sp, sp, #16
    ldp x29, x30, [sp], #16
    ret

func[3] <value>: ; 52 bytes, wasm 0x3f
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #32
    cmp w0, w1
    b.le .L0
    sub w2, w0, w1
    mov w0, w2
    b .L1
.L0:
    sub w1, w1, w0
    mov w0, w1
.L1:
    add sp, sp, #32
    ldp x29, x30, [sp], #16
    ret

func[4] <else_if>: ; 56 bytes, wasm 0x55
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #32
    cbnz w0, .L0
    mov w0, #10
    b .L2
.L0:
    cmp w0, #1
    b.ne .L1
    mov w0, #20
    b .L2
.L1:
    mov w0, #30
.L2:
    add sp, sp, #32
    ldp x29, x30, [sp], #16
    ret

func[5] <then_returns>: ; 40 bytes, wasm 0x6e
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #16
    cbz w0, .L0
    mov w0, #1
    b .L1
.L0:
    mov w0, #2
.L1:
    add sp, sp, #16
    ldp x29, x30, [sp], #16
    ret

func[6] <empty_else>: ; 32 bytes, wasm 0x7b
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #16
    cbz w0, .L0
    bl func[0] <f>                           ; wasm 0x80 call
.L0:
    add sp, sp, #16
    ldp x29, x30, [sp], #16
    ret

func[7] <empty_then>: ; 32 bytes, wasm 0x86
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #16
    cbnz w0, .L0
    bl func[0] <f>                           ; wasm 0x8c call
.L0:
    add sp, sp, #16
    ldp x29, x30, [sp], #16
    ret
