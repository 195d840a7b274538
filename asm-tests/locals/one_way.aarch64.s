; aarch64, 5 functions in 352 bytes of code

func[0] <f>: ; 16 bytes, wasm 0x2c
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    ldp x29, x30, [sp], #16
    ret

func[1] <to_the_end_of_a_block>: ; 96 bytes, wasm 0x2f
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #48
    stur x0, [x29, #-8]
    stur x1, [x29, #-16]
    mov w0, #1
    bl func[0] <f>                           ; wasm 0x34 call
    ldur x0, [x29, #-8]
    ldur x17, [x29, #-16]
    sub x0, x0, x17
    ldur x1, [x29, #-8]
    ldur x17, [x29, #-16]
    cmp x1, x17
    b.lo .L0
    stur x0, [x29, #-32]
    mov w0, #3
    bl func[0] <f>                           ; wasm 0x57 call
    ldur x0, [x29, #-32]
    add sp, sp, #48
    ldp x29, x30, [sp], #16
    ret
.L0:
    mov w0, #2
    bl func[0] <f>                           ; wasm 0x4d call
    udf #1                                   ; wasm 0x4f trap: wasm `unreachable` instruction executed

func[2] <arms>: ; 92 bytes, wasm 0x5d
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #48
    stp x20, x19, [x29, #-16]
    stur w0, [x29, #-24]
    mov w0, #1
    bl func[0] <f>                           ; wasm 0x62 call
    ldur w0, [x29, #-24]
    ldr w19, [x28, x0]                       ; wasm 0x66
    ldur w0, [x29, #-24]
    add x16, x28, x0
    ldr w0, [x16, #4]                        ; wasm 0x6d
    cbz w0, .L0
    add w20, w19, #1
    b .L1
.L0:
    sub w20, w19, #1
.L1:
    mov w0, #2
    bl func[0] <f>                           ; wasm 0x84 call
    mov w0, w20
    ldp x20, x19, [x29, #-16]
    add sp, sp, #48
    ldp x29, x30, [sp], #16
    ret

func[3] <by_table>: ; 80 bytes, wasm 0x8a
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #32
    ldr w1, [x28, x0]                        ; wasm 0x95
    add x16, x28, x0
    ldr w0, [x16, #4]                        ; wasm 0x9c
    cmp w0, #1
    b.lo .L0
    b.eq .L0
    cmp w0, #2
    b.eq .L1
    b .L2
.L0:
    add w0, w1, #10
    b .L3
.L1:
    add w0, w1, #20
    b .L3
.L2:
    mov w0, w1
.L3:
    add sp, sp, #32
    ldp x29, x30, [sp], #16
    ret

func[4] <values_take_registers>: ; 60 bytes, wasm 0xb8
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #32
    ldr w2, [x28, x0]                        ; wasm 0xbd
    add x16, x28, x0
    ldr w0, [x16, #4]                        ; wasm 0xc8
    cbz w0, .L0
    mov w0, #7
    b .L1
.L0:
    mov w0, w2
    b .L2
.L1:
    add w0, w0, w2
.L2:
    add sp, sp, #32
    ldp x29, x30, [sp], #16
    ret
