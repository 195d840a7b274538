; aarch64, 1 function in 96 bytes of code

func[0] <state_machine>: ; 96 bytes, wasm 0x18
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #16
    mov w3, w0
    mov w2, #0
.L0:
    mov w4, w2
    cmp w4, #6
    b.hs .L0
    adr x16, .L4
    ldrsw x17, [x16, x4, lsl #2]
    add x16, x16, x17
    br x16
.L1:
    mov w2, #1
    b .L0
.L2:
    sub w2, w3, #1
    b .L0
.L3:
    mov w2, #5
    b .L0
.L4:
    .long .L1 - .L4
    .long .L2 - .L4
    .long .L2 - .L4
    .long .L3 - .L4
    .long .L0 - .L4
    .long .L1 - .L4
