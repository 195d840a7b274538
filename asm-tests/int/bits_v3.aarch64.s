; aarch64, 5 functions in 208 bytes of code

func[0] <clz32>: ; 32 bytes, wasm 0x21
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #16
    mov w2, w0
    clz w0, w2
    mov sp, x29
    ldp x29, x30, [sp], #16
    ret

func[1] <ctz32>: ; 36 bytes, wasm 0x27
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #16
    mov w2, w0
    rbit w0, w2
    clz w0, w0
    mov sp, x29
    ldp x29, x30, [sp], #16
    ret

func[2] <clz64>: ; 32 bytes, wasm 0x2d
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #16
    mov x2, x0
    clz x0, x2
    mov sp, x29
    ldp x29, x30, [sp], #16
    ret

func[3] <ctz64>: ; 36 bytes, wasm 0x33
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #16
    mov x2, x0
    rbit x0, x2
    clz x0, x0
    mov sp, x29
    ldp x29, x30, [sp], #16
    ret

func[4] <popcnt64>: ; 44 bytes, wasm 0x39
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #16
    mov x2, x0
    fmov d31, x2
    cnt v31.8b, v31.8b
    addv b31, v31.8b
    fmov w0, s31
    mov sp, x29
    ldp x29, x30, [sp], #16
    ret
