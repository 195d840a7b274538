; x86_64, 2 functions in 144 bytes of code

func[0] <f>: ; 6 bytes, wasm 0x1b
    push rbp
    mov rbp, rsp
    pop rbp
    ret

func[1] <fifteen>: ; 115 bytes, wasm 0x1e
    push rbp
    mov rbp, rsp
    sub rsp, 0x90
    xorps xmm15, xmm15
    movlps [rbp-0x78], xmm15
    mov r11, -0x70
.L0:
    movups [r11+rbp], xmm15
    add r11, 0x10
    jne .L0
    call func[0] <f>                         ; wasm 0x21 call
    mov rcx, [rbp-8]
    add rcx, [rbp-0x10]
    add rcx, [rbp-0x18]
    add rcx, [rbp-0x20]
    add rcx, [rbp-0x28]
    add rcx, [rbp-0x30]
    add rcx, [rbp-0x38]
    add rcx, [rbp-0x40]
    add rcx, [rbp-0x48]
    add rcx, [rbp-0x50]
    add rcx, [rbp-0x58]
    add rcx, [rbp-0x60]
    add rcx, [rbp-0x68]
    add rcx, [rbp-0x70]
    add rcx, [rbp-0x78]
    mov rax, rcx
    add rsp, 0x90
    pop rbp
    ret
