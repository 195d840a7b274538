; aarch64, 4 functions in 192 bytes of code

func[0] <min>: ; 36 bytes, wasm 0x27
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #16
    fmov d2, d0
    fmov d3, d1
    fmin d0, d2, d3
    mov sp, x29
    ldp x29, x30, [sp], #16
    ret

func[1] <max>: ; 36 bytes, wasm 0x2f
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #16
    fmov d2, d0
    fmov d3, d1
    fmax s0, s2, s3
    mov sp, x29
    ldp x29, x30, [sp], #16
    ret

func[2] <into_second>: ; 40 bytes, wasm 0x37
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #16
    fmov d3, d0
    fmov d2, d1
    fmax d2, d3, d2
    fadd d0, d2, d3
    mov sp, x29
    ldp x29, x30, [sp], #16
    ret

func[3] <with_constant>: ; 40 bytes, wasm 0x46
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #16
    fmov d2, d0
    fmov d0, #1.0
    fmin d1, d2, d0
    fmov d0, d1
    mov sp, x29
    ldp x29, x30, [sp], #16
    ret
