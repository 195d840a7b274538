; x86_64, 7 functions in 112 bytes of code

func[0] <shl>: ; 11 bytes, wasm 0x23
    push rbp
    mov rbp, rsp
    shl ecx, 3
    mov eax, ecx
    pop rbp
    ret

func[1] <shl_1>: ; 10 bytes, wasm 0x2b
    push rbp
    mov rbp, rsp
    shl ecx, 1
    mov eax, ecx
    pop rbp
    ret

func[2] <shr_s>: ; 13 bytes, wasm 0x33
    push rbp
    mov rbp, rsp
    sar rcx, 0x3f
    mov rax, rcx
    pop rbp
    ret

func[3] <shr_u>: ; 10 bytes, wasm 0x3b
    push rbp
    mov rbp, rsp
    shr ecx, 1
    mov eax, ecx
    pop rbp
    ret

func[4] <rotl>: ; 11 bytes, wasm 0x43
    push rbp
    mov rbp, rsp
    rol ecx, 0xd
    mov eax, ecx
    pop rbp
    ret

func[5] <rotr>: ; 12 bytes, wasm 0x4b
    push rbp
    mov rbp, rsp
    ror rcx, 1
    mov rax, rcx
    pop rbp
    ret

func[6] <by_0>: ; 9 bytes, wasm 0x53
    push rbp
    mov rbp, rsp
    mov rax, rcx
    pop rbp
    ret
