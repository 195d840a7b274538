; aarch64, 1 function in 160 bytes of code

func[0] <fold>: ; 152 bytes, wasm 0x1f
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #48
    stp x20, x19, [x29, #-16]
    stur x28, [x29, #-24]
    mov w20, w0
    mov w19, w1
.L0:
    mov w0, #0
    ldur w1, [x28, #-56]
    cmp w0, w1
    b.hs .L3
    ldur x15, [x28, #-64]
    ldr x15, [x15, x0, lsl #3]
    ldr w16, [x15, #16]                      ; wasm 0x28 trap: uninitialized element
    mov w17, #0x1241
    cmp w16, w17
    b.ne .L4
    mov w1, w19
    mov w0, w20
    ldp x16, x17, [x15]
    cmp x17, x28
    b.ne .L2
    blr x16                                  ; wasm 0x28 call
.L1:
    mov w20, w0
    sub w19, w19, #1
    cbnz w19, .L0
    mov w0, w20
    ldp x20, x19, [x29, #-16]
    add sp, sp, #48
    ldp x29, x30, [sp], #16
    ret
.L2:
    mov x15, x28
    mov x28, x17
    blr x16                                  ; wasm 0x28 call
    ldur x28, [x29, #-24]
    b .L1
.L3:
    udf #10                                  ; wasm 0x28 trap: undefined element: out of bounds table access
.L4:
    udf #5                                   ; wasm 0x28 trap: indirect call type mismatch
