; aarch64, 9 functions in 448 bytes of code

func[0] <br_if>: ; 40 bytes, wasm 0x34
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #16
    mov w2, w0
    tst w2, #3
    b.ne .L0
    udf #1                                   ; wasm 0x3e trap: wasm `unreachable` instruction executed
.L0:
    mov sp, x29
    ldp x29, x30, [sp], #16
    ret

func[1] <eqz>: ; 36 bytes, wasm 0x42
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #16
    mov w2, w0
    tbz w2, #8, .L0
    udf #1                                   ; wasm 0x4e trap: wasm `unreachable` instruction executed
.L0:
    mov sp, x29
    ldp x29, x30, [sp], #16
    ret

func[2] <eqz64_one_bit>: ; 36 bytes, wasm 0x52
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #16
    mov x2, x0
    tbz x2, #40, .L0
    udf #1                                   ; wasm 0x62 trap: wasm `unreachable` instruction executed
.L0:
    mov sp, x29
    ldp x29, x30, [sp], #16
    ret

func[3] <registers>: ; 44 bytes, wasm 0x66
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #16
    mov x2, x0
    mov x3, x1
    tst x2, x3
    b.eq .L0
    udf #1                                   ; wasm 0x71 trap: wasm `unreachable` instruction executed
.L0:
    mov sp, x29
    ldp x29, x30, [sp], #16
    ret

func[4] <if>: ; 52 bytes, wasm 0x75
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #16
    mov w2, w0
    mov w3, w1
    tst w2, w3
    b.eq .L0
    mov w0, #1
    b .L1
.L0:
    mov w0, #2
.L1:
    mov sp, x29
    ldp x29, x30, [sp], #16
    ret

func[5] <materialised>: ; 36 bytes, wasm 0x85
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #16
    mov w2, w0
    tst w2, #1
    cset w0, eq
    mov sp, x29
    ldp x29, x30, [sp], #16
    ret

func[6] <negative_mask>: ; 40 bytes, wasm 0x8e
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #16
    mov w2, w0
    tst w2, #0xfffffff8
    b.ne .L0
    udf #1                                   ; wasm 0x98 trap: wasm `unreachable` instruction executed
.L0:
    mov sp, x29
    ldp x29, x30, [sp], #16
    ret

func[7] <all_bits>: ; 40 bytes, wasm 0x9c
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #16
    mov x2, x0
    tst x2, #0xffffffff
    b.eq .L0
    udf #1                                   ; wasm 0xab trap: wasm `unreachable` instruction executed
.L0:
    mov sp, x29
    ldp x29, x30, [sp], #16
    ret

func[8] <mask64>: ; 40 bytes, wasm 0xaf
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #16
    mov x2, x0
    tst x2, #0x7f0000000000
    b.eq .L0
    udf #1                                   ; wasm 0xc0 trap: wasm `unreachable` instruction executed
.L0:
    mov sp, x29
    ldp x29, x30, [sp], #16
    ret
