; aarch64, 3 functions in 144 bytes of code

func[0] <f>: ; 16 bytes, wasm 0x1e
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    ldp x29, x30, [sp], #16
    ret

func[1] <leaf>: ; 56 bytes, wasm 0x21
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #16
    fmov d2, d0
    fmov d3, d1
.L0:
    fmul d2, d2, d3
    mov x16, #0x4059000000000000
    fmov d0, x16
    fcmp d2, d0
    b.mi .L0
    fmov d0, d2
    add sp, sp, #16
    ldp x29, x30, [sp], #16
    ret

func[2] <across_calls>: ; 60 bytes, wasm 0x3e
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #32
    stp d9, d8, [x29, #-16]
    fmov d8, d0
    fmov d9, d1
.L0:
    bl func[0] <f>                           ; wasm 0x41 call
    fmul d8, d8, d9
    fcmp d8, d9
    b.mi .L0
    fmov d0, d8
    ldp d9, d8, [x29, #-16]
    add sp, sp, #32
    ldp x29, x30, [sp], #16
    ret
