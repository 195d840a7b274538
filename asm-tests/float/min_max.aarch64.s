; aarch64, 4 functions in 144 bytes of code

func[0] <min>: ; 28 bytes, wasm 0x27
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #32
    fmin d0, d0, d1
    add sp, sp, #32
    ldp x29, x30, [sp], #16
    ret

func[1] <max>: ; 28 bytes, wasm 0x2f
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #32
    fmax s0, s0, s1
    add sp, sp, #32
    ldp x29, x30, [sp], #16
    ret

func[2] <into_second>: ; 36 bytes, wasm 0x37
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #32
    fmax d2, d0, d1
    fadd d2, d2, d0
    fmov d0, d2
    add sp, sp, #32
    ldp x29, x30, [sp], #16
    ret

func[3] <with_constant>: ; 32 bytes, wasm 0x46
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #32
    fmov d1, #1.0
    fmin d0, d0, d1
    add sp, sp, #32
    ldp x29, x30, [sp], #16
    ret
