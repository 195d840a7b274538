; aarch64, 7 functions in 256 bytes of code

func[0] <f>: ; 16 bytes, wasm 0x28
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    ldp x29, x30, [sp], #16
    ret

func[1] <add>: ; 28 bytes, wasm 0x2b
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #32
    fadd d0, d0, d1
    add sp, sp, #32
    ldp x29, x30, [sp], #16
    ret

func[2] <sub>: ; 28 bytes, wasm 0x33
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #32
    fsub s0, s0, s1
    add sp, sp, #32
    ldp x29, x30, [sp], #16
    ret

func[3] <polynomial>: ; 40 bytes, wasm 0x3b
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #48
    fmul d2, d0, d0
    fmul d3, d1, d1
    fadd d2, d2, d3
    fmov d0, d2
    add sp, sp, #48
    ldp x29, x30, [sp], #16
    ret

func[4] <into_first>: ; 32 bytes, wasm 0x49
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #32
    fdiv d2, d0, d1
    fadd d0, d2, d2
    add sp, sp, #32
    ldp x29, x30, [sp], #16
    ret

func[5] <into_second>: ; 36 bytes, wasm 0x58
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #32
    fsub d0, d0, d1
    fadd d1, d0, d0
    fmov d0, d1
    add sp, sp, #32
    ldp x29, x30, [sp], #16
    ret

func[6] <slot>: ; 48 bytes, wasm 0x67
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #32
    stur d0, [x29, #-8]
    stur d1, [x29, #-16]
    bl func[0] <f>                           ; wasm 0x68 call
    ldur d0, [x29, #-8]
    ldur d30, [x29, #-16]
    fmul d0, d0, d30
    add sp, sp, #32
    ldp x29, x30, [sp], #16
    ret
