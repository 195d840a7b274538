; aarch64, 7 functions in 256 bytes of code

func[0] <clz32>: ; 28 bytes, wasm 0x23
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #16
    clz w0, w0
    add sp, sp, #16
    ldp x29, x30, [sp], #16
    ret

func[1] <ctz32>: ; 32 bytes, wasm 0x29
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #16
    rbit w0, w0
    clz w0, w0
    add sp, sp, #16
    ldp x29, x30, [sp], #16
    ret

func[2] <popcnt32>: ; 40 bytes, wasm 0x2f
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #16
    fmov s31, w0
    cnt v31.8b, v31.8b
    addv b31, v31.8b
    fmov w0, s31
    add sp, sp, #16
    ldp x29, x30, [sp], #16
    ret

func[3] <clz64>: ; 28 bytes, wasm 0x35
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #16
    clz x0, x0
    add sp, sp, #16
    ldp x29, x30, [sp], #16
    ret

func[4] <ctz64>: ; 32 bytes, wasm 0x3b
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #16
    rbit x0, x0
    clz x0, x0
    add sp, sp, #16
    ldp x29, x30, [sp], #16
    ret

func[5] <popcnt64>: ; 40 bytes, wasm 0x41
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

func[6] <into_operand>: ; 32 bytes, wasm 0x47
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #16
    clz w1, w0
    mov w0, w1
    add sp, sp, #16
    ldp x29, x30, [sp], #16
    ret
