; aarch64, 2 functions in 192 bytes of code

func[0] <f>: ; 16 bytes, wasm 0x1b
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    ldp x29, x30, [sp], #16
    ret

func[1] <fifteen>: ; 176 bytes, wasm 0x1e
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #0x90
    stp xzr, xzr, [x29, #-0x78]
    stp xzr, xzr, [x29, #-0x68]
    stp xzr, xzr, [x29, #-0x58]
    stp xzr, xzr, [x29, #-0x48]
    stp xzr, xzr, [x29, #-56]
    stp xzr, xzr, [x29, #-40]
    stp xzr, xzr, [x29, #-24]
    stur xzr, [x29, #-8]
    bl func[0] <f>                           ; wasm 0x21 call
    ldur x0, [x29, #-8]
    ldur x17, [x29, #-16]
    add x0, x0, x17
    ldur x17, [x29, #-24]
    add x0, x0, x17
    ldur x17, [x29, #-32]
    add x0, x0, x17
    ldur x17, [x29, #-40]
    add x0, x0, x17
    ldur x17, [x29, #-48]
    add x0, x0, x17
    ldur x17, [x29, #-56]
    add x0, x0, x17
    ldur x17, [x29, #-64]
    add x0, x0, x17
    ldur x17, [x29, #-0x48]
    add x0, x0, x17
    ldur x17, [x29, #-0x50]
    add x0, x0, x17
    ldur x17, [x29, #-0x58]
    add x0, x0, x17
    ldur x17, [x29, #-0x60]
    add x0, x0, x17
    ldur x17, [x29, #-0x68]
    add x0, x0, x17
    ldur x17, [x29, #-0x70]
    add x0, x0, x17
    ldur x17, [x29, #-0x78]
    add x0, x0, x17
    add sp, sp, #0x90
    ldp x29, x30, [sp], #16
    ret
