; aarch64, 5 functions in 224 bytes of code

func[0] <of_comparison>: ; 44 bytes, wasm 0x2e
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #16
    mov w2, w0
    mov w3, w1
    cmp w2, w3
    b.hs .L0
    udf #1                                   ; wasm 0x39 trap: wasm `unreachable` instruction executed
.L0:
    mov sp, x29
    ldp x29, x30, [sp], #16
    ret

func[1] <of_value>: ; 36 bytes, wasm 0x3d
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #16
    mov x2, x0
    cbz x2, .L0
    udf #1                                   ; wasm 0x45 trap: wasm `unreachable` instruction executed
.L0:
    mov sp, x29
    ldp x29, x30, [sp], #16
    ret

func[2] <twice>: ; 36 bytes, wasm 0x49
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #16
    mov w2, w0
    cmp w2, #0
    cset w0, ne
    mov sp, x29
    ldp x29, x30, [sp], #16
    ret

func[3] <of_float_comparison>: ; 44 bytes, wasm 0x50
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #16
    fmov d2, d0
    fmov d3, d1
    fcmp d2, d3
    b.pl .L0
    udf #1                                   ; wasm 0x5b trap: wasm `unreachable` instruction executed
.L0:
    mov sp, x29
    ldp x29, x30, [sp], #16
    ret

func[4] <of_constant>: ; 28 bytes, wasm 0x5f
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #16
    mov w0, #1
    mov sp, x29
    ldp x29, x30, [sp], #16
    ret
