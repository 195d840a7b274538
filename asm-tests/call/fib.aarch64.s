; aarch64, 1 function in 96 bytes of code

func[0] <fib>: ; 84 bytes, wasm 0x21
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #32
    stur x19, [x29, #-8]
    mov w19, w0
    cmp w19, #2
    b.hs .L0
    mov w0, w19
    b .L1
.L0:
    sub w0, w19, #1
    bl func[0] <fib>                         ; wasm 0x31 call
    sub w1, w19, #2
    stur w0, [x29, #-16]
    mov w0, w1
    bl func[0] <fib>                         ; wasm 0x38 call
    ldur w17, [x29, #-16]
    add w0, w0, w17
.L1:
    ldur x19, [x29, #-8]
    add sp, sp, #32
    ldp x29, x30, [sp], #16
    ret
