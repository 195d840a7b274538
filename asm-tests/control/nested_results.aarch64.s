; aarch64, 2 functions in 144 bytes of code

func[0] <inner_is_result>: ; 52 bytes, wasm 0x1f
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #32
    cbz w0, .L0
    mov w0, #1
    b .L2
.L0:
    cbnz w0, .L1
    mov w0, #1
    b .L2
.L1:
    mov w0, #3
.L2:
    add sp, sp, #32
    ldp x29, x30, [sp], #16
    ret

func[1] <if_in_block>: ; 76 bytes, wasm 0x36
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #16
    mov w2, w0
    mov w3, w1
    cbz w2, .L0
    mov w0, w3
    b .L1
.L0:
    mov w0, #4
.L1:
    stur w0, [x29, #-8]
    cbz w3, .L2
    mov w0, w2
    b .L3
.L2:
    mov w0, #8
.L3:
    ldur w17, [x29, #-8]
    add w0, w0, w17
    add sp, sp, #16
    ldp x29, x30, [sp], #16
    ret
