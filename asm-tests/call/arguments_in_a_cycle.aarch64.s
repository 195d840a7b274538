; aarch64, 5 functions in 208 bytes of code

func[0] <three>: ; 16 bytes, wasm 0x31
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    ldp x29, x30, [sp], #16
    ret

func[1] <call>: ; 76 bytes, wasm 0x34
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #48
    cbz w1, .L0
    udiv w16, w0, w1
    msub w2, w16, w1, w0
    add w0, w0, #1
    add w1, w1, #2
    mov x16, x2
    mov x2, x1
    mov x1, x16
    mov x16, x1
    mov x1, x0
    mov x0, x16
    bl func[0] <three>                       ; wasm 0x44 call
    add sp, sp, #48
    ldp x29, x30, [sp], #16
    ret
.L0:
    udf #7                                   ; wasm 0x39 trap: integer divide by zero

func[2] <floats>: ; 40 bytes, wasm 0x48
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #48
    fadd d2, d0, d1
    fsub d0, d0, d1
    fmov d1, d0
    fmov d0, d2
    add sp, sp, #48
    ldp x29, x30, [sp], #16
    ret

func[3] <take_floats>: ; 16 bytes, wasm 0x55
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    ldp x29, x30, [sp], #16
    ret

func[4] <in_place>: ; 40 bytes, wasm 0x58
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #16
    movi d1, #0
    movi d0, #0
    bl func[2] <floats>                      ; wasm 0x6b call
    bl func[3] <take_floats>                 ; wasm 0x6d call
    add sp, sp, #16
    ldp x29, x30, [sp], #16
    ret
