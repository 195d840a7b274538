; x86_64, 7 functions in 176 bytes of code

func[0] <shl>: ; 17 bytes, wasm 0x23
    push rbp
    mov rbp, rsp
    mov r10d, ecx
    mov ecx, r10d
    shl ecx, 3
    mov eax, ecx
    pop rbp
    ret

func[1] <shl_1>: ; 15 bytes, wasm 0x2b
    push rbp
    mov rbp, rsp
    mov r10d, ecx
    lea ecx, [r10+r10]
    mov eax, ecx
    pop rbp
    ret

func[2] <shr_s>: ; 19 bytes, wasm 0x33
    push rbp
    mov rbp, rsp
    mov r10, rcx
    mov rcx, r10
    sar rcx, 0x3f
    mov rax, rcx
    pop rbp
    ret

func[3] <shr_u>: ; 16 bytes, wasm 0x3b
    push rbp
    mov rbp, rsp
    mov r10d, ecx
    mov ecx, r10d
    shr ecx, 1
    mov eax, ecx
    pop rbp
    ret

func[4] <rotl>: ; 17 bytes, wasm 0x43
    push rbp
    mov rbp, rsp
    mov r10d, ecx
    mov ecx, r10d
    rol ecx, 0xd
    mov eax, ecx
    pop rbp
    ret

func[5] <rotr>: ; 18 bytes, wasm 0x4b
    push rbp
    mov rbp, rsp
    mov r10, rcx
    mov rcx, r10
    ror rcx, 1
    mov rax, rcx
    pop rbp
    ret

func[6] <by_0>: ; 15 bytes, wasm 0x53
    push rbp
    mov rbp, rsp
    mov r10, rcx
    mov rcx, r10
    mov rax, rcx
    pop rbp
    ret
