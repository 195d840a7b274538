; aarch64, 7 functions in 304 bytes of code

func[0] <clz32>: ; 32 bytes, wasm 0x23
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #16
    mov w2, w0
    clz w0, w2
    mov sp, x29
    ldp x29, x30, [sp], #16
    ret

func[1] <ctz32>: ; 36 bytes, wasm 0x29
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #16
    mov w2, w0
    rbit w0, w2
    clz w0, w0
    mov sp, x29
    ldp x29, x30, [sp], #16
    ret

func[2] <popcnt32>: ; 44 bytes, wasm 0x2f
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #16
    mov w2, w0
    fmov s31, w2
    cnt v31.8b, v31.8b
    addv b31, v31.8b
    fmov w0, s31
    mov sp, x29
    ldp x29, x30, [sp], #16
    ret

func[3] <clz64>: ; 32 bytes, wasm 0x35
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #16
    mov x2, x0
    clz x0, x2
    mov sp, x29
    ldp x29, x30, [sp], #16
    ret

func[4] <ctz64>: ; 36 bytes, wasm 0x3b
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #16
    mov x2, x0
    rbit x0, x2
    clz x0, x0
    mov sp, x29
    ldp x29, x30, [sp], #16
    ret

func[5] <popcnt64>: ; 44 bytes, wasm 0x41
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

func[6] <into_operand>: ; 36 bytes, wasm 0x47
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #16
    mov w2, w0
    clz w2, w2
    mov w0, w2
    mov sp, x29
    ldp x29, x30, [sp], #16
    ret
