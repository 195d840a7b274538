; aarch64, 5 functions in 192 bytes of code

func[0] <of_comparison>: ; 36 bytes, wasm 0x2e
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #32
    cmp w0, w1
    b.hs .L0
    udf #1                                   ; wasm 0x39 trap: wasm `unreachable` instruction executed
.L0:
    add sp, sp, #32
    ldp x29, x30, [sp], #16
    ret

func[1] <of_value>: ; 32 bytes, wasm 0x3d
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #16
    cbz x0, .L0
    udf #1                                   ; wasm 0x45 trap: wasm `unreachable` instruction executed
.L0:
    add sp, sp, #16
    ldp x29, x30, [sp], #16
    ret

func[2] <twice>: ; 32 bytes, wasm 0x49
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #16
    cmp w0, #0
    cset w0, ne
    add sp, sp, #16
    ldp x29, x30, [sp], #16
    ret

func[3] <of_float_comparison>: ; 36 bytes, wasm 0x50
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #32
    fcmp d0, d1
    b.pl .L0
    udf #1                                   ; wasm 0x5b trap: wasm `unreachable` instruction executed
.L0:
    add sp, sp, #32
    ldp x29, x30, [sp], #16
    ret

func[4] <of_constant>: ; 28 bytes, wasm 0x5f
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #16
    mov w0, #1
    add sp, sp, #16
    ldp x29, x30, [sp], #16
    ret
