; x86_64, 7 functions in 144 bytes of code

func[0] <shl>: ; 15 bytes, wasm 0x23
    push rbp
    mov rbp, rsp
    mov [rbp-8], ecx
    mov eax, [rbp-8]
    shl eax, 3
    pop rbp
    ret

func[1] <shl_1>: ; 14 bytes, wasm 0x2b
    push rbp
    mov rbp, rsp
    mov [rbp-8], ecx
    mov eax, [rbp-8]
    shl eax, 1
    pop rbp
    ret

func[2] <shr_s>: ; 18 bytes, wasm 0x33
    push rbp
    mov rbp, rsp
    mov [rbp-8], rcx
    mov rax, [rbp-8]
    sar rax, 0x3f
    pop rbp
    ret

func[3] <shr_u>: ; 14 bytes, wasm 0x3b
    push rbp
    mov rbp, rsp
    mov [rbp-8], ecx
    mov eax, [rbp-8]
    shr eax, 1
    pop rbp
    ret

func[4] <rotl>: ; 15 bytes, wasm 0x43
    push rbp
    mov rbp, rsp
    mov [rbp-8], ecx
    mov eax, [rbp-8]
    rol eax, 0xd
    pop rbp
    ret

func[5] <rotr>: ; 17 bytes, wasm 0x4b
    push rbp
    mov rbp, rsp
    mov [rbp-8], rcx
    mov rax, [rbp-8]
    ror rax, 1
    pop rbp
    ret

func[6] <by_0>: ; 14 bytes, wasm 0x53
    push rbp
    mov rbp, rsp
    mov [rbp-8], rcx
    mov rax, [rbp-8]
    pop rbp
    ret
