; aarch64, 1 function in 224 bytes of code

func[0] <forward_and_back>: ; 212 bytes, wasm 0x1e
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #16
    mov w2, w0
.L0:
    cmp w2, #0x3e8
    b.hi .L1
    add x16, x28, x2
    mov w17, #1
    str w17, [x16, #0x100]                   ; wasm 0x2f
    add x16, x28, x2
    mov w17, #2
    str w17, [x16, #0x200]                   ; wasm 0x37
    add x16, x28, x2
    mov w17, #3
    str w17, [x16, #0x300]                   ; wasm 0x3f
    add x16, x28, x2
    mov w17, #4
    str w17, [x16, #0x400]                   ; wasm 0x47
    add x16, x28, x2
    mov w17, #5
    str w17, [x16, #0x500]                   ; wasm 0x4f
    add x16, x28, x2
    mov w17, #6
    str w17, [x16, #0x600]                   ; wasm 0x57
    add x16, x28, x2
    mov w17, #7
    str w17, [x16, #0x700]                   ; wasm 0x5f
    add x16, x28, x2
    mov w17, #8
    str w17, [x16, #0x800]                   ; wasm 0x67
    add x16, x28, x2
    mov w17, #9
    str w17, [x16, #0x900]                   ; wasm 0x6f
    add x16, x28, x2
    mov w17, #10
    str w17, [x16, #0xa00]                   ; wasm 0x77
    add x16, x28, x2
    mov w17, #11
    str w17, [x16, #0xb00]                   ; wasm 0x7f
    add x16, x28, x2
    mov w17, #12
    str w17, [x16, #0xc00]                   ; wasm 0x87
    add x16, x28, x2
    mov w17, #13
    str w17, [x16, #0xd00]                   ; wasm 0x8f
    add x16, x28, x2
    mov w17, #14
    str w17, [x16, #0xe00]                   ; wasm 0x97
    add w2, w2, #4
    b .L0
.L1:
    add sp, sp, #16
    ldp x29, x30, [sp], #16
    ret
