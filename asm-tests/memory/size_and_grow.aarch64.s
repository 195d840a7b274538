; aarch64, 3 functions in 144 bytes of code
; runtime: beeline_memory_grow

func[0] <size>: ; 32 bytes, wasm 0x23
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #16
    ldur x0, [x28, #-8]
    lsr x0, x0, #16
    add sp, sp, #16
    ldp x29, x30, [sp], #16
    ret

func[1] <grow>: ; 44 bytes, wasm 0x28
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #16
    mov w1, w0
    mov w0, #0
    ldur x16, [x28, #-64]
    blr x16                                  ; wasm 0x2b call
    mov w0, w0
    add sp, sp, #16
    ldp x29, x30, [sp], #16
    ret

func[2] <grow_failed>: ; 52 bytes, wasm 0x2f
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #16
    mov w0, #0
    mov w1, #1
    ldur x16, [x28, #-64]
    blr x16                                  ; wasm 0x32 call
    mov w0, w0
    cmn w0, #1
    cset w0, eq
    add sp, sp, #16
    ldp x29, x30, [sp], #16
    ret
