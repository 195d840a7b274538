; aarch64, 8 functions in 336 bytes of code

func[0] <lt_s_1>: ; 36 bytes, wasm 0x23
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #32
    cmp w0, #0
    b.le .L0
    udf #1                                   ; wasm 0x2d trap: wasm `unreachable` instruction executed
.L0:
    add sp, sp, #32
    ldp x29, x30, [sp], #16
    ret

func[1] <ge_s_128>: ; 36 bytes, wasm 0x31
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #32
    cmp w0, #0x80
    b.ge .L0
    udf #1                                   ; wasm 0x3c trap: wasm `unreachable` instruction executed
.L0:
    add sp, sp, #32
    ldp x29, x30, [sp], #16
    ret

func[2] <lt_u_1>: ; 32 bytes, wasm 0x40
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #32
    cbz w0, .L0
    udf #1                                   ; wasm 0x4a trap: wasm `unreachable` instruction executed
.L0:
    add sp, sp, #32
    ldp x29, x30, [sp], #16
    ret

func[3] <gt_s_minus_1>: ; 32 bytes, wasm 0x4e
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #32
    tbz w0, #31, .L0
    udf #1                                   ; wasm 0x58 trap: wasm `unreachable` instruction executed
.L0:
    add sp, sp, #32
    ldp x29, x30, [sp], #16
    ret

func[4] <le_u_0>: ; 32 bytes, wasm 0x5c
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #32
    cbz w0, .L0
    udf #1                                   ; wasm 0x66 trap: wasm `unreachable` instruction executed
.L0:
    add sp, sp, #32
    ldp x29, x30, [sp], #16
    ret

func[5] <lt_u_two_to_the_31>: ; 40 bytes, wasm 0x6a
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #32
    mov w17, #-0x80000000
    cmp x0, x17
    b.lo .L0
    udf #1                                   ; wasm 0x78 trap: wasm `unreachable` instruction executed
.L0:
    add sp, sp, #32
    ldp x29, x30, [sp], #16
    ret

func[6] <gt_u_32_bits>: ; 40 bytes, wasm 0x7c
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #32
    mov w17, #-1
    cmp x0, x17
    b.hi .L0
    udf #1                                   ; wasm 0x8a trap: wasm `unreachable` instruction executed
.L0:
    add sp, sp, #32
    ldp x29, x30, [sp], #16
    ret

func[7] <ge_s_most_negative>: ; 40 bytes, wasm 0x8e
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #32
    mov x17, #-0x8000000000000000
    cmp x0, x17
    b.ge .L0
    udf #1                                   ; wasm 0xa1 trap: wasm `unreachable` instruction executed
.L0:
    add sp, sp, #32
    ldp x29, x30, [sp], #16
    ret
