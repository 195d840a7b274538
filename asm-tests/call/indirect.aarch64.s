; aarch64, 4 functions in 464 bytes of code

func[0] <call>: ; 104 bytes, wasm 0x35
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #48
    stur x28, [x29, #-8]
    ldur w2, [x28, #-56]
    cmp w1, w2
    b.hs .L2
    ldur x15, [x28, #-64]
    ldr x15, [x15, x1, lsl #3]
    ldr w16, [x15, #16]                      ; wasm 0x3a trap: uninitialized element
    cmp w16, #0x241
    b.ne .L3
    ldp x16, x17, [x15]
    cmp x17, x28
    b.ne .L1
    blr x16                                  ; wasm 0x3a call
.L0:
    add sp, sp, #48
    ldp x29, x30, [sp], #16
    ret
.L1:
    mov x15, x28
    mov x28, x17
    blr x16                                  ; wasm 0x3a call
    ldur x28, [x29, #-8]
    b .L0
.L2:
    udf #10                                  ; wasm 0x3a trap: undefined element: out of bounds table access
.L3:
    udf #5                                   ; wasm 0x3a trap: indirect call type mismatch

func[1] <constant_index>: ; 108 bytes, wasm 0x3f
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #32
    stur x28, [x29, #-8]
    mov w1, #3
    ldur w2, [x28, #-56]
    cmp w1, w2
    b.hs .L2
    ldur x15, [x28, #-64]
    ldr x15, [x15, x1, lsl #3]
    ldr w16, [x15, #16]                      ; wasm 0x44 trap: uninitialized element
    cmp w16, #0x241
    b.ne .L3
    ldp x16, x17, [x15]
    cmp x17, x28
    b.ne .L1
    blr x16                                  ; wasm 0x44 call
.L0:
    add sp, sp, #32
    ldp x29, x30, [sp], #16
    ret
.L1:
    mov x15, x28
    mov x28, x17
    blr x16                                  ; wasm 0x44 call
    ldur x28, [x29, #-8]
    b .L0
.L2:
    udf #10                                  ; wasm 0x44 trap: undefined element: out of bounds table access
.L3:
    udf #5                                   ; wasm 0x44 trap: indirect call type mismatch

func[2] <float_constant>: ; 112 bytes, wasm 0x49
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #48
    stur x28, [x29, #-8]
    ldur w1, [x28, #-56]
    cmp w0, w1
    b.hs .L2
    ldur x15, [x28, #-64]
    ldr x15, [x15, x0, lsl #3]
    ldr w16, [x15, #16]                      ; wasm 0x57 trap: uninitialized element
    cmp w16, #0x310
    b.ne .L3
    mov w0, #1
    fmov d0, #1.5
    ldp x16, x17, [x15]
    cmp x17, x28
    b.ne .L1
    blr x16                                  ; wasm 0x57 call
.L0:
    add sp, sp, #48
    ldp x29, x30, [sp], #16
    ret
.L1:
    mov x15, x28
    mov x28, x17
    blr x16                                  ; wasm 0x57 call
    ldur x28, [x29, #-8]
    b .L0
.L2:
    udf #10                                  ; wasm 0x57 trap: undefined element: out of bounds table access
.L3:
    udf #5                                   ; wasm 0x57 trap: indirect call type mismatch

func[3] <computed_index>: ; 116 bytes, wasm 0x5c
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #48
    stur x28, [x29, #-8]
    add w0, w0, #1
    add x16, x28, x1
    ldr w1, [x16, #8]                        ; wasm 0x64
    ldur w2, [x28, #-56]
    cmp w1, w2
    b.hs .L2
    ldur x15, [x28, #-64]
    ldr x15, [x15, x1, lsl #3]
    ldr w16, [x15, #16]                      ; wasm 0x67 trap: uninitialized element
    cmp w16, #0x241
    b.ne .L3
    ldp x16, x17, [x15]
    cmp x17, x28
    b.ne .L1
    blr x16                                  ; wasm 0x67 call
.L0:
    add sp, sp, #48
    ldp x29, x30, [sp], #16
    ret
.L1:
    mov x15, x28
    mov x28, x17
    blr x16                                  ; wasm 0x67 call
    ldur x28, [x29, #-8]
    b .L0
.L2:
    udf #10                                  ; wasm 0x67 trap: undefined element: out of bounds table access
.L3:
    udf #5                                   ; wasm 0x67 trap: indirect call type mismatch
