; aarch64, 9 functions in 384 bytes of code

func[0] <br_if>: ; 36 bytes, wasm 0x34
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #32
    tst w0, #3
    b.ne .L0
    udf #1                                   ; wasm 0x3e trap: wasm `unreachable` instruction executed
.L0:
    add sp, sp, #32
    ldp x29, x30, [sp], #16
    ret

func[1] <eqz>: ; 32 bytes, wasm 0x42
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #32
    tbz w0, #8, .L0
    udf #1                                   ; wasm 0x4e trap: wasm `unreachable` instruction executed
.L0:
    add sp, sp, #32
    ldp x29, x30, [sp], #16
    ret

func[2] <eqz64_one_bit>: ; 32 bytes, wasm 0x52
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #32
    tbz x0, #40, .L0
    udf #1                                   ; wasm 0x62 trap: wasm `unreachable` instruction executed
.L0:
    add sp, sp, #32
    ldp x29, x30, [sp], #16
    ret

func[3] <registers>: ; 36 bytes, wasm 0x66
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #32
    tst x0, x1
    b.eq .L0
    udf #1                                   ; wasm 0x71 trap: wasm `unreachable` instruction executed
.L0:
    add sp, sp, #32
    ldp x29, x30, [sp], #16
    ret

func[4] <if>: ; 44 bytes, wasm 0x75
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #32
    tst w0, w1
    b.eq .L0
    mov w0, #1
    b .L1
.L0:
    mov w0, #2
.L1:
    add sp, sp, #32
    ldp x29, x30, [sp], #16
    ret

func[5] <materialised>: ; 32 bytes, wasm 0x85
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #32
    tst w0, #1
    cset w0, eq
    add sp, sp, #32
    ldp x29, x30, [sp], #16
    ret

func[6] <negative_mask>: ; 36 bytes, wasm 0x8e
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #32
    tst w0, #0xfffffff8
    b.ne .L0
    udf #1                                   ; wasm 0x98 trap: wasm `unreachable` instruction executed
.L0:
    add sp, sp, #32
    ldp x29, x30, [sp], #16
    ret

func[7] <all_bits>: ; 36 bytes, wasm 0x9c
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #32
    tst x0, #0xffffffff
    b.eq .L0
    udf #1                                   ; wasm 0xab trap: wasm `unreachable` instruction executed
.L0:
    add sp, sp, #32
    ldp x29, x30, [sp], #16
    ret

func[8] <mask64>: ; 36 bytes, wasm 0xaf
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #32
    tst x0, #0x7f0000000000
    b.eq .L0
    udf #1                                   ; wasm 0xc0 trap: wasm `unreachable` instruction executed
.L0:
    add sp, sp, #32
    ldp x29, x30, [sp], #16
    ret
