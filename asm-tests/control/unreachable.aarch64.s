; aarch64, 6 functions in 176 bytes of code

func[0] <trap>: ; 12 bytes, wasm 0x24
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    udf #1                                   ; wasm 0x25 trap: wasm `unreachable` instruction executed

func[1] <after_br>: ; 24 bytes, wasm 0x28
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #16
    add sp, sp, #16
    ldp x29, x30, [sp], #16
    ret

func[2] <after_return>: ; 24 bytes, wasm 0x38
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #16
    add sp, sp, #16
    ldp x29, x30, [sp], #16
    ret

func[3] <both_arms_leave>: ; 40 bytes, wasm 0x48
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #16
    cbz w0, .L0
    mov w0, #1
    b .L1
.L0:
    mov w0, #2
.L1:
    add sp, sp, #16
    ldp x29, x30, [sp], #16
    ret

func[4] <infinite_loop_then>: ; 16 bytes, wasm 0x59
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #16
.L0:
    b .L0

func[5] <operands_left>: ; 24 bytes, wasm 0x63
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #32
    add w1, w0, #1
    add w0, w0, #2
    udf #1                                   ; wasm 0x6e trap: wasm `unreachable` instruction executed
