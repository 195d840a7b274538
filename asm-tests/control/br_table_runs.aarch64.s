; aarch64, 2 functions in 112 bytes of code

func[0] <digits_and_letters>: ; 80 bytes, wasm 0x19
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #32
    sub w0, w0, #48
    cmp w0, #16
    b.hs .L0
    cmp w0, #10
    b.lo .L1
    b .L3
.L0:
    cmp w0, #41
    b.lo .L2
    b .L3
.L1:
    mov w0, #1
    b .L4
.L2:
    mov w0, #2
    b .L4
.L3:
    mov w0, #3
.L4:
    add sp, sp, #32
    ldp x29, x30, [sp], #16
    ret

func[1] <one_run>: ; 28 bytes, wasm 0x5e
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #16
    mov w0, #1
    add sp, sp, #16
    ldp x29, x30, [sp], #16
    ret
