; aarch64, 4 functions in 208 bytes of code

func[0] <count>: ; 36 bytes, wasm 0x2d
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #16
    mov w2, w0
.L0:
    sub w2, w2, #1
    cbnz w2, .L0
    add sp, sp, #16
    ldp x29, x30, [sp], #16
    ret

func[1] <while>: ; 52 bytes, wasm 0x3c
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #16
    mov w2, w0
    mov w3, w1
.L0:
    cmp w2, w3
    b.hs .L1
    str wzr, [x28, x2]                       ; wasm 0x4c
    add w2, w2, #4
    b .L0
.L1:
    add sp, sp, #16
    ldp x29, x30, [sp], #16
    ret

func[2] <nested>: ; 68 bytes, wasm 0x5c
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #16
    mov w5, w0
    mov w4, w1
    mov w3, #0
.L0:
    mov w2, #0
.L1:
    add w3, w3, w2
    add w2, w2, #1
    cmp w2, w4
    b.lt .L1
    sub w5, w5, #1
    cbnz w5, .L0
    mov w0, w3
    add sp, sp, #16
    ldp x29, x30, [sp], #16
    ret

func[3] <forever>: ; 12 bytes, wasm 0x89
    stp x29, x30, [sp, #-16]!
    mov x29, sp
.L0:
    b .L0
