; aarch64, 3 functions in 128 bytes of code

func[0] <even>: ; 44 bytes, wasm 0x1d
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #32
    cbz w0, .L0
    sub w0, w0, #1
    bl func[1] <odd>                         ; wasm 0x27 call
    b .L1
.L0:
    mov w0, #1
.L1:
    add sp, sp, #32
    ldp x29, x30, [sp], #16
    ret

func[1] <odd>: ; 44 bytes, wasm 0x2f
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #32
    cbz w0, .L0
    sub w0, w0, #1
    bl func[0] <even>                        ; wasm 0x39 call
    b .L1
.L0:
    mov w0, #0
.L1:
    add sp, sp, #32
    ldp x29, x30, [sp], #16
    ret

func[2] <itself>: ; 20 bytes, wasm 0x41
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    bl func[2] <itself>                      ; wasm 0x42 call
    ldp x29, x30, [sp], #16
    ret
