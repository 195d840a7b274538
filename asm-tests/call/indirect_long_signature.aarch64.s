; aarch64, 1 function in 160 bytes of code

func[0] <call>: ; 152 bytes, wasm 0x2b
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #0x70
    stur x28, [x29, #-8]
    mov w17, #7
    str x17, [sp]
    mov w17, #8
    str x17, [sp, #8]
    ldur w1, [x28, #-56]
    cmp w0, w1
    b.hs .L2
    ldur x15, [x28, #-64]
    ldr x15, [x15, x0, lsl #3]
    ldur w2, [x28, #-0x98]
    ldr w16, [x15, #16]                      ; wasm 0x47 trap: uninitialized element
    cmp w16, w2
    b.ne .L3
    fmov d0, #9.0
    mov w5, #6
    mov w4, #5
    mov w3, #4
    mov w2, #3
    mov w1, #2
    mov w0, #1
    ldp x16, x17, [x15]
    cmp x17, x28
    b.ne .L1
    blr x16                                  ; wasm 0x47 call
.L0:
    add sp, sp, #0x70
    ldp x29, x30, [sp], #16
    ret
.L1:
    mov x15, x28
    mov x28, x17
    blr x16                                  ; wasm 0x47 call
    ldur x28, [x29, #-8]
    b .L0
.L2:
    udf #10                                  ; wasm 0x47 trap: undefined element: out of bounds table access
.L3:
    udf #5                                   ; wasm 0x47 trap: indirect call type mismatch
