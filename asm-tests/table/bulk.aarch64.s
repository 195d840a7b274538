; aarch64, 5 functions in 224 bytes of code
; runtime: beeline_table_copy, beeline_table_fill, beeline_table_init, beeline_elem_drop

func[0] <f>: ; 16 bytes, wasm 0x36
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    ldp x29, x30, [sp], #16
    ret

func[1] <copy>: ; 52 bytes, wasm 0x39
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #48
    mov w3, w1
    mov w4, w2
    mov w2, w0
    mov w0, #0
    mov w1, #1
    ldur x16, [x28, #-0x88]
    blr x16                                  ; wasm 0x40 call
    add sp, sp, #48
    ldp x29, x30, [sp], #16
    ret

func[2] <fill>: ; 48 bytes, wasm 0x46
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #48
    mov w3, w2
    mov x2, x1
    mov w1, w0
    mov w0, #0
    ldur x16, [x28, #-0x90]
    blr x16                                  ; wasm 0x4d call
    add sp, sp, #48
    ldp x29, x30, [sp], #16
    ret

func[3] <init>: ; 52 bytes, wasm 0x52
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #32
    mov w0, #1
    mov w1, #0
    mov w2, #0
    mov w3, #0
    mov w4, #1
    ldur x16, [x28, #-0x98]
    blr x16                                  ; wasm 0x59 call
    add sp, sp, #32
    ldp x29, x30, [sp], #16
    ret

func[4] <drop>: ; 28 bytes, wasm 0x5f
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    mov w0, #0
    ldur x16, [x28, #-0xa0]
    blr x16                                  ; wasm 0x60 call
    ldp x29, x30, [sp], #16
    ret
