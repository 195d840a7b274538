; x86_64, 12 functions in 240 bytes of code

func[0] <f>: ; 6 bytes, wasm 0x37
    push rbp
    mov rbp, rsp
    pop rbp
    ret

func[1] <registers>: ; 11 bytes, wasm 0x3a
    push rbp
    mov rbp, rsp
    imul ecx, edx
    mov eax, ecx
    pop rbp
    ret

func[2] <slots>: ; 39 bytes, wasm 0x42
    push rbp
    mov rbp, rsp
    sub rsp, 0x20
    mov [rbp-8], rcx
    mov [rbp-0x10], rdx
    call func[0] <f>                         ; wasm 0x43 call
    mov rcx, [rbp-8]
    imul rcx, [rbp-0x10]
    mov rax, rcx
    add rsp, 0x20
    pop rbp
    ret

func[3] <by_3>: ; 11 bytes, wasm 0x4c
    push rbp
    mov rbp, rsp
    lea ecx, [rcx+rcx*2]
    mov eax, ecx
    pop rbp
    ret

func[4] <by_9>: ; 13 bytes, wasm 0x54
    push rbp
    mov rbp, rsp
    lea rcx, [rcx+rcx*8]
    mov rax, rcx
    pop rbp
    ret

func[5] <by_64>: ; 11 bytes, wasm 0x5c
    push rbp
    mov rbp, rsp
    shl ecx, 6
    mov eax, ecx
    pop rbp
    ret

func[6] <by_sign_bit>: ; 11 bytes, wasm 0x65
    push rbp
    mov rbp, rsp
    shl ecx, 0x1f
    mov eax, ecx
    pop rbp
    ret

func[7] <by_minus_1>: ; 10 bytes, wasm 0x71
    push rbp
    mov rbp, rsp
    neg ecx
    mov eax, ecx
    pop rbp
    ret

func[8] <by_0>: ; 10 bytes, wasm 0x79
    push rbp
    mov rbp, rsp
    xor ecx, ecx
    mov eax, ecx
    pop rbp
    ret

func[9] <by_imm8>: ; 11 bytes, wasm 0x81
    push rbp
    mov rbp, rsp
    imul ecx, 0x64
    mov eax, ecx
    pop rbp
    ret

func[10] <by_imm32>: ; 14 bytes, wasm 0x8a
    push rbp
    mov rbp, rsp
    imul ecx, 0xf4243
    mov eax, ecx
    pop rbp
    ret

func[11] <by_imm64>: ; 23 bytes, wasm 0x94
    push rbp
    mov rbp, rsp
    mov r11, 0x100000001b3
    imul rcx, r11
    mov rax, rcx
    pop rbp
    ret
