; aarch64, 1 function in 144 bytes of code

func[0] <vowels>: ; 144 bytes, wasm 0x18
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #32
    mov w2, #0
    sub w0, w0, #0x61
    cmp w0, #21
    b.hs .L1
    adr x16, .L2
    add x16, x16, x0, lsl #2
    br x16
.L0:
    mov w2, #1
.L1:
    mov w0, w2
    add sp, sp, #32
    ldp x29, x30, [sp], #16
    ret
.L2:
    b .L0
    b .L1
    b .L1
    b .L1
    b .L0
    b .L1
    b .L1
    b .L1
    b .L0
    b .L1
    b .L1
    b .L1
    b .L1
    b .L1
    b .L0
    b .L1
    b .L1
    b .L1
    b .L1
    b .L1
    b .L0
