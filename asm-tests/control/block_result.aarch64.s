; aarch64, 6 functions in 304 bytes of code

func[0] <f>: ; 16 bytes, wasm 0x31
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    ldp x29, x30, [sp], #16
    ret

func[1] <not_targeted>: ; 36 bytes, wasm 0x34
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #32
    add w1, w0, #1
    add w1, w1, w0
    mov w0, w1
    add sp, sp, #32
    ldp x29, x30, [sp], #16
    ret

func[2] <targeted>: ; 44 bytes, wasm 0x42
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #32
    cbz w0, .L0
    mov w0, #7
    b .L1
.L0:
    add w0, w0, #2
.L1:
    add w0, w0, w0, lsl #1
    add sp, sp, #32
    ldp x29, x30, [sp], #16
    ret

func[3] <float>: ; 32 bytes, wasm 0x57
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #32
    cbnz w0, .L0
    fsqrt d0, d0
.L0:
    add sp, sp, #32
    ldp x29, x30, [sp], #16
    ret

func[4] <two_results>: ; 48 bytes, wasm 0x64
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #32
    cbz w0, .L0
    mov w0, #1
    mov w1, #2
    b .L1
.L0:
    mov w1, #4
.L1:
    sub w0, w0, w1
    add sp, sp, #32
    ldp x29, x30, [sp], #16
    ret

func[5] <three_results>: ; 100 bytes, wasm 0x79
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #48
    cbz w0, .L0
    mov w17, #1
    stur w17, [x29, #-16]
    stur w0, [x29, #-24]
    mov w17, #3
    stur w17, [x29, #-32]
    ldur w0, [x29, #-16]
    ldur w1, [x29, #-24]
    b .L1
.L0:
    stur w0, [x29, #-16]
    mov w17, #4
    stur w17, [x29, #-24]
    mov w17, #5
    stur w17, [x29, #-32]
    ldur w0, [x29, #-16]
    ldur w1, [x29, #-24]
.L1:
    ldur w17, [x29, #-32]
    sub w1, w1, w17
    sub w0, w0, w1
    add sp, sp, #48
    ldp x29, x30, [sp], #16
    ret
