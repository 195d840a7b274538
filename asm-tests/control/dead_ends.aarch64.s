; aarch64, 7 functions in 544 bytes of code
; import func[0]: env.fail

func[1] <checked_sum>: ; 84 bytes, wasm 0x41
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #48
    stur x19, [x29, #-8]
    stur x28, [x29, #-16]
    add w19, w0, w1
    cmp w19, w0
    b.lo .L0
    mov w0, w19
    ldur x19, [x29, #-8]
    add sp, sp, #48
    ldp x29, x30, [sp], #16
    ret
.L0:
    mov w1, #7
    mov w0, #0x100000
    mov x15, x28
    ldur x28, [x15, #-0x88]
    ldur x16, [x15, #-0x90]
    blr x16                                  ; wasm 0x5f call
    ldur x28, [x29, #-16]
    udf #1                                   ; wasm 0x61 trap: wasm `unreachable` instruction executed

func[2] <checked_load>: ; 92 bytes, wasm 0x64
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #48
    stp x20, x19, [x29, #-16]
    stur x28, [x29, #-24]
    mov w20, w0
    mov w19, w1
    cbz w19, .L0
    cmp w20, w19
    b.hs .L0
    mov w0, w20
    ldp x20, x19, [x29, #-16]
    add sp, sp, #48
    ldp x29, x30, [sp], #16
    ret
.L0:
    mov w1, w19
    mov w0, w20
    mov x15, x28
    ldur x28, [x15, #-0x88]
    ldur x16, [x15, #-0x90]
    blr x16                                  ; wasm 0x7c call
    ldur x28, [x29, #-24]
    udf #1                                   ; wasm 0x7e trap: wasm `unreachable` instruction executed

func[3] <in_register>: ; 72 bytes, wasm 0x84
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #48
    stur x28, [x29, #-8]
    mul x1, x0, x0
    mov w1, w1
    tbz w1, #0, .L0
    mov w0, w1
    mov w1, #0
    mov x15, x28
    ldur x28, [x15, #-0x88]
    ldur x16, [x15, #-0x90]
    blr x16                                  ; wasm 0x9f call
    ldur x28, [x29, #-8]
    udf #1                                   ; wasm 0xa1 trap: wasm `unreachable` instruction executed
.L0:
    add sp, sp, #48
    ldp x29, x30, [sp], #16
    ret

func[4] <operand>: ; 64 bytes, wasm 0xa5
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #32
    stur x28, [x29, #-8]
    cbnz w0, .L0
    mov w1, #4
    mov w0, #3
    mov x15, x28
    ldur x28, [x15, #-0x88]
    ldur x16, [x15, #-0x90]
    blr x16                                  ; wasm 0xb5 call
    ldur x28, [x29, #-8]
    udf #1                                   ; wasm 0xb7 trap: wasm `unreachable` instruction executed
.L0:
    add sp, sp, #32
    ldp x29, x30, [sp], #16
    ret

func[5] <trap>: ; 44 bytes, wasm 0xba
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #32
    cbz x0, .L0
    mov x17, #0x7fffffffffffffff
    cmp x0, x17
    b.eq .L0
    add sp, sp, #32
    ldp x29, x30, [sp], #16
    ret
.L0:
    udf #1                                   ; wasm 0xe2 trap: wasm `unreachable` instruction executed

func[6] <number>: ; 40 bytes, wasm 0xe8
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #16
    mov x2, x0
    cbnz x2, .L0
    mov x2, #0x7fffffffffffffff
.L0:
    mov x0, x2
    add sp, sp, #16
    ldp x29, x30, [sp], #16
    ret

func[7] <arms>: ; 112 bytes, wasm 0x107
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #48
    stp x20, x19, [x29, #-16]
    stur x28, [x29, #-24]
    mov w20, w0
    mov w19, w1
    cbz w20, .L0
    cmp w19, #5
    b.eq .L3
    b .L1
.L0:
    cmp w19, #6
    b.eq .L3
    mov w0, w19
    b .L2
.L1:
    mov w0, w20
.L2:
    ldp x20, x19, [x29, #-16]
    add sp, sp, #48
    ldp x29, x30, [sp], #16
    ret
.L3:
    mov w1, w19
    mov w0, w20
    mov x15, x28
    ldur x28, [x15, #-0x88]
    ldur x16, [x15, #-0x90]
    blr x16                                  ; wasm 0x127 call
    ldur x28, [x29, #-24]
    udf #1                                   ; wasm 0x129 trap: wasm `unreachable` instruction executed
