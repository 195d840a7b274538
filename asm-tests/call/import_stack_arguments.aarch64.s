; aarch64, 1 function in 80 bytes of code
; import func[0]: m.f

func[1] <call>: ; 76 bytes, wasm 0x2f
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #0x60
    stur x28, [x29, #-8]
    str x0, [sp]
    mov w5, #6
    mov w4, #5
    mov w3, #4
    mov w2, #3
    mov w1, #2
    mov x15, x28
    ldur x28, [x15, #-0x88]
    ldur x16, [x15, #-0x90]
    blr x16                                  ; wasm 0x40 call
    ldur x28, [x29, #-8]
    add w0, w0, w0, lsl #2
    add sp, sp, #0x60
    ldp x29, x30, [sp], #16
    ret
