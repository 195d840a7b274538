; aarch64, 7 functions in 208 bytes of code

func[0] <first>: ; 16 bytes, wasm 0x3a
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    ldp x29, x30, [sp], #16
    ret

func[1] <second>: ; 16 bytes, wasm 0x3d
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    ldp x29, x30, [sp], #16
    ret

func[2] <func>: ; 28 bytes, wasm 0x40
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #16
    sub x0, x28, #0xc0
    add sp, sp, #16
    ldp x29, x30, [sp], #16
    ret

func[3] <null>: ; 28 bytes, wasm 0x45
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #16
    mov w0, #0
    add sp, sp, #16
    ldp x29, x30, [sp], #16
    ret

func[4] <is_null>: ; 32 bytes, wasm 0x4a
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #16
    cmp x0, #0
    cset w0, eq
    add sp, sp, #16
    ldp x29, x30, [sp], #16
    ret

func[5] <branch>: ; 40 bytes, wasm 0x50
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #16
    cbnz x0, .L0
    mov w0, #1
    b .L1
.L0:
    mov w0, #2
.L1:
    add sp, sp, #16
    ldp x29, x30, [sp], #16
    ret

func[6] <null_is_null>: ; 28 bytes, wasm 0x5e
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #16
    mov w0, #1
    add sp, sp, #16
    ldp x29, x30, [sp], #16
    ret
