; x86_64, 2 functions in 304 bytes of code

func[0] <callee>: ; 6 bytes, wasm 0x2d
    push rbp
    mov rbp, rsp
    pop rbp
    ret

func[1] <call>: ; 287 bytes, wasm 0x31
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
    mov r11, 0x3fe0000000000000
    movq xmm0, r11
    mov r11, 0x3fe0000000000000
    movq xmm1, r11
    mov r11, 0x3fe0000000000000
    movq xmm2, r11
    mov r11, 0x3fe0000000000000
    movq xmm3, r11
    mov r11, 0x3fe0000000000000
    movq xmm4, r11
    mov r11, 0x3fe0000000000000
    movq xmm5, r11
    mov r11, 0x3fe0000000000000
    movq xmm6, r11
    mov r11, 0x3fe0000000000000
    movq xmm7, r11
    call func[0] <callee>                    ; wasm 0xd4 call
    leave
    ret
