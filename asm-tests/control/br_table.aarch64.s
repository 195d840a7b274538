; aarch64, 4 functions in 288 bytes of code

func[0] <one_case>: ; 40 bytes, wasm 0x1f
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #16
    cbnz w0, .L0
    mov w0, #1
    b .L1
.L0:
    mov w0, #2
.L1:
    add sp, sp, #16
    ldp x29, x30, [sp], #16
    ret

func[1] <three_cases>: ; 76 bytes, wasm 0x33
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #16
    cmp w0, #1
    b.lo .L0
    b.eq .L1
    cmp w0, #2
    b.eq .L2
    b .L3
.L0:
    mov w0, #10
    b .L4
.L1:
    mov w0, #20
    b .L4
.L2:
    mov w0, #30
    b .L4
.L3:
    mov w0, #40
.L4:
    add sp, sp, #16
    ldp x29, x30, [sp], #16
    ret

func[2] <table>: ; 120 bytes, wasm 0x55
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #32
    sub w0, w0, #3
    cmp w0, #6
    b.hs .L5
    adr x16, .L7
    ldrsw x17, [x16, x0, lsl #2]
    add x16, x16, x17
    br x16
.L0:
    mov w0, #10
    b .L6
.L1:
    mov w0, #20
    b .L6
.L2:
    mov w0, #30
    b .L6
.L3:
    mov w0, #40
    b .L6
.L4:
    mov w0, #50
    b .L6
.L5:
    mov w0, #60
.L6:
    add sp, sp, #32
    ldp x29, x30, [sp], #16
    ret
.L7:
    .long .L0 - .L7
    .long .L1 - .L7
    .long .L2 - .L7
    .long .L3 - .L7
    .long .L4 - .L7
    .long .L0 - .L7

func[3] <default_only>: ; 24 bytes, wasm 0x89
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #16
    add sp, sp, #16
    ldp x29, x30, [sp], #16
    ret
