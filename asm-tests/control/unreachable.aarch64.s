; aarch64, 6 functions in 176 bytes of code

func[0] <trap>: ; 12 bytes, wasm 0x24
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    udf #1                                   ; wasm 0x25 trap: wasm `unreachable` instruction executed

func[1] <after_br>: ; 32 bytes, wasm 0x28
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #16
    mov w2, w0
    mov w0, w2
    mov sp, x29
    ldp x29, x30, [sp], #16
    ret

func[2] <after_return>: ; 32 bytes, wasm 0x38
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #16
    mov w2, w0
    mov w0, w2
    mov sp, x29
    ldp x29, x30, [sp], #16
    ret

func[3] <both_arms_leave>: ; 44 bytes, wasm 0x48
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #16
    mov w2, w0
    cbz w2, .L0
    mov w0, #1
    b .L1
.L0:
    mov w0, #2
.L1:
    mov sp, x29
    ldp x29, x30, [sp], #16
    ret

func[4] <infinite_loop_then>: ; 16 bytes, wasm 0x59
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #16
.L0:
    b .L0

func[5] <operands_left>: ; 28 bytes, wasm 0x63
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #32
    mov w2, w0
    add w0, w2, #1
    add w1, w2, #2
    udf #1                                   ; wasm 0x6e trap: wasm `unreachable` instruction executed
