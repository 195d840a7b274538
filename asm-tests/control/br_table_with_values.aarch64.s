; aarch64, 3 functions in 176 bytes of code

func[0] <value>: ; 48 bytes, wasm 0x20
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #32
    mov w2, w0
    mov w0, w1
    cmp w2, #1
    b.lo .L0
    b.eq .L1
.L0:
    add w0, w0, #5
.L1:
    add sp, sp, #32
    ldp x29, x30, [sp], #16
    ret

func[1] <to_loop>: ; 68 bytes, wasm 0x35
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #32
    mov w2, w0
    mov w17, #3
    stur w17, [x29, #-8]
.L0:
    ldur w17, [x29, #-8]
    add w0, w2, w17
    and w1, w2, #1
    mov w3, w1
    cbnz w3, .L1
    b .L2
.L1:
    stur w0, [x29, #-8]
    b .L0
.L2:
    add sp, sp, #32
    ldp x29, x30, [sp], #16
    ret

func[2] <index_in_result_register>: ; 40 bytes, wasm 0x4c
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #32
    add w0, w0, #1
    mov w2, w0
    mov w0, #1
    cbz w2, .L0
.L0:
    add sp, sp, #32
    ldp x29, x30, [sp], #16
    ret
