; aarch64, 11 functions in 528 bytes of code

func[0] <eq>: ; 44 bytes, wasm 0x38
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #16
    fmov d2, d0
    fmov d3, d1
    fcmp d2, d3
    b.eq .L0
    udf #1                                   ; wasm 0x42 trap: wasm `unreachable` instruction executed
.L0:
    mov sp, x29
    ldp x29, x30, [sp], #16
    ret

func[1] <ne>: ; 44 bytes, wasm 0x46
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #16
    fmov d2, d0
    fmov d3, d1
    fcmp d2, d3
    b.ne .L0
    udf #1                                   ; wasm 0x50 trap: wasm `unreachable` instruction executed
.L0:
    mov sp, x29
    ldp x29, x30, [sp], #16
    ret

func[2] <lt>: ; 44 bytes, wasm 0x54
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #16
    fmov d2, d0
    fmov d3, d1
    fcmp s2, s3
    b.mi .L0
    udf #1                                   ; wasm 0x5e trap: wasm `unreachable` instruction executed
.L0:
    mov sp, x29
    ldp x29, x30, [sp], #16
    ret

func[3] <ge>: ; 44 bytes, wasm 0x62
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #16
    fmov d2, d0
    fmov d3, d1
    fcmp s2, s3
    b.ge .L0
    udf #1                                   ; wasm 0x6c trap: wasm `unreachable` instruction executed
.L0:
    mov sp, x29
    ldp x29, x30, [sp], #16
    ret

func[4] <not_gt>: ; 44 bytes, wasm 0x70
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #16
    fmov d2, d0
    fmov d3, d1
    fcmp d2, d3
    b.le .L0
    udf #1                                   ; wasm 0x7b trap: wasm `unreachable` instruction executed
.L0:
    mov sp, x29
    ldp x29, x30, [sp], #16
    ret

func[5] <with_constant>: ; 44 bytes, wasm 0x7f
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #16
    fmov d2, d0
    movi d0, #0
    fcmp d2, d0
    b.ls .L0
    udf #1                                   ; wasm 0x90 trap: wasm `unreachable` instruction executed
.L0:
    mov sp, x29
    ldp x29, x30, [sp], #16
    ret

func[6] <nan>: ; 40 bytes, wasm 0x94
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #16
    fmov d2, d0
    fcmp d2, d2
    b.ne .L0
    udf #1                                   ; wasm 0x9e trap: wasm `unreachable` instruction executed
.L0:
    mov sp, x29
    ldp x29, x30, [sp], #16
    ret

func[7] <eq_value>: ; 40 bytes, wasm 0xa2
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #16
    fmov d2, d0
    fmov d3, d1
    fcmp s2, s3
    cset w0, eq
    mov sp, x29
    ldp x29, x30, [sp], #16
    ret

func[8] <ne_value>: ; 40 bytes, wasm 0xaa
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #16
    fmov d2, d0
    fmov d3, d1
    fcmp s2, s3
    cset w0, ne
    mov sp, x29
    ldp x29, x30, [sp], #16
    ret

func[9] <gt_value>: ; 40 bytes, wasm 0xb2
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #16
    fmov d2, d0
    fmov d3, d1
    fcmp d2, d3
    cset w0, gt
    mov sp, x29
    ldp x29, x30, [sp], #16
    ret

func[10] <into_home>: ; 44 bytes, wasm 0xba
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #16
    fmov d2, d0
    fmov d3, d1
    fcmp d2, d3
    cset w2, ls
    add w0, w2, w2
    mov sp, x29
    ldp x29, x30, [sp], #16
    ret
