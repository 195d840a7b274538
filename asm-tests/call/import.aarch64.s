; aarch64, 3 functions in 208 bytes of code
; import func[0]: m.f
; import func[1]: m.g

func[2] <call>: ; 48 bytes, wasm 0x30
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #32
    stur x28, [x29, #-8]
    mov x15, x28
    ldur x28, [x15, #-0x88]
    ldur x16, [x15, #-0x90]
    blr x16                                  ; wasm 0x33 call
    ldur x28, [x29, #-8]
    add sp, sp, #32
    ldp x29, x30, [sp], #16
    ret

func[3] <twice>: ; 68 bytes, wasm 0x37
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #16
    stur x28, [x29, #-8]
    mov x15, x28
    ldur x28, [x15, #-0x98]
    ldur x16, [x15, #-0xa0]
    blr x16                                  ; wasm 0x38 call
    ldur x28, [x29, #-8]
    mov x15, x28
    ldur x28, [x15, #-0x98]
    ldur x16, [x15, #-0xa0]
    blr x16                                  ; wasm 0x3a call
    ldur x28, [x29, #-8]
    add sp, sp, #16
    ldp x29, x30, [sp], #16
    ret

func[4] <in_loop>: ; 68 bytes, wasm 0x3e
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #32
    stur x19, [x29, #-8]
    stur x28, [x29, #-16]
    mov w19, w0
.L0:
    mov x15, x28
    ldur x28, [x15, #-0x98]
    ldur x16, [x15, #-0xa0]
    blr x16                                  ; wasm 0x41 call
    ldur x28, [x29, #-16]
    sub w19, w19, #1
    cbnz w19, .L0
    ldur x19, [x29, #-8]
    add sp, sp, #32
    ldp x29, x30, [sp], #16
    ret
