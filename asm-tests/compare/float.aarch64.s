; aarch64, 11 functions in 480 bytes of code

func[0] <eq>: ; 36 bytes, wasm 0x38
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #32
    fcmp d0, d1
    b.eq .L0
    udf #1                                   ; wasm 0x42 trap: wasm `unreachable` instruction executed
.L0:
    add sp, sp, #32
    ldp x29, x30, [sp], #16
    ret

func[1] <ne>: ; 36 bytes, wasm 0x46
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #32
    fcmp d0, d1
    b.ne .L0
    udf #1                                   ; wasm 0x50 trap: wasm `unreachable` instruction executed
.L0:
    add sp, sp, #32
    ldp x29, x30, [sp], #16
    ret

func[2] <lt>: ; 36 bytes, wasm 0x54
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #32
    fcmp s0, s1
    b.mi .L0
    udf #1                                   ; wasm 0x5e trap: wasm `unreachable` instruction executed
.L0:
    add sp, sp, #32
    ldp x29, x30, [sp], #16
    ret

func[3] <ge>: ; 36 bytes, wasm 0x62
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #32
    fcmp s0, s1
    b.ge .L0
    udf #1                                   ; wasm 0x6c trap: wasm `unreachable` instruction executed
.L0:
    add sp, sp, #32
    ldp x29, x30, [sp], #16
    ret

func[4] <not_gt>: ; 36 bytes, wasm 0x70
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #32
    fcmp d0, d1
    b.le .L0
    udf #1                                   ; wasm 0x7b trap: wasm `unreachable` instruction executed
.L0:
    add sp, sp, #32
    ldp x29, x30, [sp], #16
    ret

func[5] <with_constant>: ; 40 bytes, wasm 0x7f
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #32
    movi d1, #0
    fcmp d0, d1
    b.ls .L0
    udf #1                                   ; wasm 0x90 trap: wasm `unreachable` instruction executed
.L0:
    add sp, sp, #32
    ldp x29, x30, [sp], #16
    ret

func[6] <nan>: ; 36 bytes, wasm 0x94
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #32
    fcmp d0, d0
    b.ne .L0
    udf #1                                   ; wasm 0x9e trap: wasm `unreachable` instruction executed
.L0:
    add sp, sp, #32
    ldp x29, x30, [sp], #16
    ret

func[7] <eq_value>: ; 32 bytes, wasm 0xa2
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #32
    fcmp s0, s1
    cset w0, eq
    add sp, sp, #32
    ldp x29, x30, [sp], #16
    ret

func[8] <ne_value>: ; 32 bytes, wasm 0xaa
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #32
    fcmp s0, s1
    cset w0, ne
    add sp, sp, #32
    ldp x29, x30, [sp], #16
    ret

func[9] <gt_value>: ; 32 bytes, wasm 0xb2
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #32
    fcmp d0, d1
    cset w0, gt
    add sp, sp, #32
    ldp x29, x30, [sp], #16
    ret

func[10] <into_home>: ; 40 bytes, wasm 0xba
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #48
    fcmp d0, d1
    cset w0, ls
    add w1, w0, w0
    mov w0, w1
    add sp, sp, #48
    ldp x29, x30, [sp], #16
    ret
