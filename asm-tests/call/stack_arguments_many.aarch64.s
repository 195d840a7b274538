; aarch64, 2 functions in 160 bytes of code

func[0] <callee>: ; 16 bytes, wasm 0x2d
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    ldp x29, x30, [sp], #16
    ret

func[1] <call>: ; 140 bytes, wasm 0x31
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #0xe0
    mov x17, #0x3fe0000000000000
    str x17, [sp]
    mov x17, #0x3fe0000000000000
    str x17, [sp, #8]
    mov x17, #0x3fe0000000000000
    str x17, [sp, #16]
    mov x17, #0x3fe0000000000000
    str x17, [sp, #24]
    mov x17, #0x3fe0000000000000
    str x17, [sp, #32]
    mov x17, #0x3fe0000000000000
    str x17, [sp, #40]
    mov x17, #0x3fe0000000000000
    str x17, [sp, #48]
    mov x17, #0x3fe0000000000000
    str x17, [sp, #56]
    mov x17, #0x3fe0000000000000
    str x17, [sp, #64]
    mov x17, #0x3fe0000000000000
    str x17, [sp, #0x48]
    fmov d7, #0.5
    fmov d6, #0.5
    fmov d5, #0.5
    fmov d4, #0.5
    fmov d3, #0.5
    fmov d2, #0.5
    fmov d1, #0.5
    fmov d0, #0.5
    bl func[0] <callee>                      ; wasm 0xd4 call
    add sp, sp, #0xe0
    ldp x29, x30, [sp], #16
    ret
