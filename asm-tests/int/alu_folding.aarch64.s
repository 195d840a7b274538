; aarch64, 5 functions in 160 bytes of code

func[0] <wraps>: ; 28 bytes, wasm 0x24
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #16
    mov w0, #-0x80000000
    add sp, sp, #16
    ldp x29, x30, [sp], #16
    ret

func[1] <chain>: ; 32 bytes, wasm 0x30
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #32
    mov x0, #-0xcfd7
    movk x0, #0xff95, lsl #16
    add sp, sp, #32
    ldp x29, x30, [sp], #16
    ret

func[2] <shifts>: ; 28 bytes, wasm 0x41
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #32
    mov w0, #31
    add sp, sp, #32
    ldp x29, x30, [sp], #16
    ret

func[3] <extensions>: ; 28 bytes, wasm 0x53
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #16
    mov w0, #-0x81
    add sp, sp, #16
    ldp x29, x30, [sp], #16
    ret

func[4] <constant_first>: ; 28 bytes, wasm 0x5e
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #32
    add w0, w0, #3
    add sp, sp, #32
    ldp x29, x30, [sp], #16
    ret
