; aarch64, 3 functions in 144 bytes of code
; runtime: beeline_table_grow

func[0] <size>: ; 28 bytes, wasm 0x25
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #16
    ldur w0, [x28, #-56]
    add sp, sp, #16
    ldp x29, x30, [sp], #16
    ret

func[1] <grow>: ; 44 bytes, wasm 0x2b
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #32
    mov x2, x0
    mov w0, #0
    ldur x16, [x28, #-0x70]
    blr x16                                  ; wasm 0x30 call
    mov w0, w0
    add sp, sp, #32
    ldp x29, x30, [sp], #16
    ret

func[2] <grow_null>: ; 56 bytes, wasm 0x35
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #16
    mov w0, #5
    mov w1, #0
    mov x2, x1
    mov w1, w0
    mov w0, #0
    ldur x16, [x28, #-0x70]
    blr x16                                  ; wasm 0x3a call
    mov w0, w0
    add sp, sp, #16
    ldp x29, x30, [sp], #16
    ret
