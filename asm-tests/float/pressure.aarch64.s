; aarch64, 1 function in 96 bytes of code

func[0] <deep>: ; 96 bytes, wasm 0x18
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #0x50
    fadd d1, d0, d0
    fadd d2, d0, d0
    fadd d3, d0, d0
    fadd d4, d0, d0
    fadd d5, d0, d0
    fadd d6, d0, d0
    fadd d7, d0, d0
    fadd d16, d0, d0
    fsqrt d0, d0
    fsub d16, d16, d0
    fsub d7, d7, d16
    fsub d6, d6, d7
    fsub d5, d5, d6
    fsub d4, d4, d5
    fsub d3, d3, d4
    fsub d2, d2, d3
    fsub d1, d1, d2
    fmov d0, d1
    add sp, sp, #0x50
    ldp x29, x30, [sp], #16
    ret
