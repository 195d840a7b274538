; aarch64, 5 functions in 176 bytes of code

func[0] <clz32>: ; 28 bytes, wasm 0x21
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #16
    clz w0, w0
    add sp, sp, #16
    ldp x29, x30, [sp], #16
    ret

func[1] <ctz32>: ; 32 bytes, wasm 0x27
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #16
    rbit w0, w0
    clz w0, w0
    add sp, sp, #16
    ldp x29, x30, [sp], #16
    ret

func[2] <clz64>: ; 28 bytes, wasm 0x2d
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #16
    clz x0, x0
    add sp, sp, #16
    ldp x29, x30, [sp], #16
    ret

func[3] <ctz64>: ; 32 bytes, wasm 0x33
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #16
    rbit x0, x0
    clz x0, x0
    add sp, sp, #16
    ldp x29, x30, [sp], #16
    ret

func[4] <popcnt64>: ; 40 bytes, wasm 0x39
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #16
    fmov d31, x0
    cnt v31.8b, v31.8b
    addv b31, v31.8b
    fmov w0, s31
    add sp, sp, #16
    ldp x29, x30, [sp], #16
    ret
