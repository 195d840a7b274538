; aarch64, 8 functions in 336 bytes of code

func[0] <masked>: ; 32 bytes, wasm 0x35
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #32
    and w0, w0, #0xff
    ldr w0, [x28, x0, lsl #2]                ; wasm 0x3f
    add sp, sp, #32
    ldp x29, x30, [sp], #16
    ret

func[1] <masked_offset>: ; 36 bytes, wasm 0x44
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #32
    and w0, w0, #0x1fffffff
    add x16, x28, x0, lsl #3
    ldr x0, [x16, #0x400]                    ; wasm 0x51
    add sp, sp, #32
    ldp x29, x30, [sp], #16
    ret

func[2] <byte>: ; 32 bytes, wasm 0x57
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #32
    ldrb w0, [x28, x0]                       ; wasm 0x5a
    ldr d0, [x28, x0, lsl #3]                ; wasm 0x60
    add sp, sp, #32
    ldp x29, x30, [sp], #16
    ret

func[3] <half>: ; 32 bytes, wasm 0x65
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #32
    ldrh w0, [x28, x0]                       ; wasm 0x68
    ldrsh w0, [x28, x0, lsl #1]              ; wasm 0x6e
    add sp, sp, #32
    ldp x29, x30, [sp], #16
    ret

func[4] <bits_lost>: ; 36 bytes, wasm 0x73
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #32
    and w0, w0, #0x3fffffff
    lsl w0, w0, #3
    ldr x0, [x28, x0]                        ; wasm 0x80
    add sp, sp, #32
    ldp x29, x30, [sp], #16
    ret

func[5] <too_far>: ; 36 bytes, wasm 0x85
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #32
    and w0, w0, #0xff
    lsl w0, w0, #4
    ldr x0, [x28, x0]                        ; wasm 0x8f
    add sp, sp, #32
    ldp x29, x30, [sp], #16
    ret

func[6] <another>: ; 48 bytes, wasm 0x94
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #32
    mov w2, w0
    mov w3, w1
.L0:
    and w2, w2, #0xff
    lsl w0, w3, #2
    ldr w0, [x28, x0]                        ; wasm 0xa4
    cbnz w2, .L0
    add sp, sp, #32
    ldp x29, x30, [sp], #16
    ret

func[7] <used_twice>: ; 40 bytes, wasm 0xae
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #32
    and w1, w0, #0xff
    lsl w0, w1, #2
    ldr w0, [x28, x0]                        ; wasm 0xba
    add w0, w0, w1
    add sp, sp, #32
    ldp x29, x30, [sp], #16
    ret
