; aarch64, 5 functions in 272 bytes of code, 3 bytes of data in 1 segment
; runtime: beeline_memory_copy, beeline_memory_fill, beeline_memory_init, beeline_data_drop

func[0] <copy>: ; 52 bytes, wasm 0x2d
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #48
    mov w3, w1
    mov w4, w2
    mov w2, w0
    mov w0, #0
    mov w1, #0
    ldur x16, [x28, #-0x48]
    blr x16                                  ; wasm 0x34 call
    add sp, sp, #48
    ldp x29, x30, [sp], #16
    ret

func[1] <fill>: ; 48 bytes, wasm 0x3a
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #48
    mov w3, w2
    mov w2, w1
    mov w1, w0
    mov w0, #0
    ldur x16, [x28, #-0x50]
    blr x16                                  ; wasm 0x41 call
    add sp, sp, #48
    ldp x29, x30, [sp], #16
    ret

func[2] <init>: ; 52 bytes, wasm 0x46
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #32
    mov w0, #0
    mov w1, #0
    mov w2, #8
    mov w3, #0
    mov w4, #3
    ldur x16, [x28, #-0x58]
    blr x16                                  ; wasm 0x4d call
    add sp, sp, #32
    ldp x29, x30, [sp], #16
    ret

func[3] <drop>: ; 28 bytes, wasm 0x53
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    mov w0, #0
    ldur x16, [x28, #-0x60]
    blr x16                                  ; wasm 0x54 call
    ldp x29, x30, [sp], #16
    ret

func[4] <temporaries_survive>: ; 64 bytes, wasm 0x59
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #48
    add w1, w0, #1
    stur w1, [x29, #-16]
    mov w2, w0
    mov w0, #0
    mov w1, #0
    mov w3, #16
    ldur x16, [x28, #-0x50]
    blr x16                                  ; wasm 0x65 call
    ldur w0, [x29, #-16]
    add w0, w0, w0, lsl #1
    add sp, sp, #48
    ldp x29, x30, [sp], #16
    ret
