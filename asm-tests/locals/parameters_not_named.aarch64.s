; aarch64, 3 functions in 96 bytes of code

func[0] <none>: ; 16 bytes, wasm 0x2f
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    ldp x29, x30, [sp], #16
    ret

func[1] <last>: ; 28 bytes, wasm 0x32
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #16
    ldr w0, [x29, #16]
    add sp, sp, #16
    ldp x29, x30, [sp], #16
    ret

func[2] <some>: ; 36 bytes, wasm 0x37
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #32
    scvtf d0, w1
    fadd d1, d1, d0
    fmov d0, d1
    add sp, sp, #32
    ldp x29, x30, [sp], #16
    ret
