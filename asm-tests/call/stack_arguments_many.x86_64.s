; x86_64, 2 functions in 272 bytes of code

func[0] <callee>: ; 6 bytes, wasm 0x2d
    push rbp
    mov rbp, rsp
    pop rbp
    ret

func[1] <call>: ; 248 bytes, wasm 0x31
    push rbp
    mov rbp, rsp
    sub rsp, 0xe0
    mov r11, 0x3fe0000000000000
    mov [rsp], r11
    mov r11, 0x3fe0000000000000
    mov [rsp+8], r11
    mov r11, 0x3fe0000000000000
    mov [rsp+0x10], r11
    mov r11, 0x3fe0000000000000
    mov [rsp+0x18], r11
    mov r11, 0x3fe0000000000000
    mov [rsp+0x20], r11
    mov r11, 0x3fe0000000000000
    mov [rsp+0x28], r11
    mov r11, 0x3fe0000000000000
    mov [rsp+0x30], r11
    mov r11, 0x3fe0000000000000
    mov [rsp+0x38], r11
    mov r11, 0x3fe0000000000000
    mov [rsp+0x40], r11
    mov r11, 0x3fe0000000000000
    mov [rsp+0x48], r11
    movsd xmm7, [.L0]
    movsd xmm6, [.L0]
    movsd xmm5, [.L0]
    movsd xmm4, [.L0]
    movsd xmm3, [.L0]
    movsd xmm2, [.L0]
    movsd xmm1, [.L0]
    movsd xmm0, [.L0]
    call func[0] <callee>                    ; wasm 0xd4 call
    add rsp, 0xe0
    pop rbp
    ret
    int3
    int3
.L0:
    .quad 0x3fe0000000000000
