; x86_64, 7 functions in 112 bytes of code

func[0] <shl>: ; 15 bytes, wasm 0x23
    push rbp
    mov rbp, rsp
    mov r10d, ecx
    mov eax, r10d
    shl eax, 3
    pop rbp
    ret

func[1] <shl_1>: ; 13 bytes, wasm 0x2b
    push rbp
    mov rbp, rsp
    mov r10d, ecx
    lea eax, [r10+r10]
    pop rbp
    ret

func[2] <shr_s>: ; 16 bytes, wasm 0x33
    push rbp
    mov rbp, rsp
    mov r10, rcx
    mov rax, r10
    sar rax, 0x3f
    pop rbp
    ret

func[3] <shr_u>: ; 14 bytes, wasm 0x3b
    push rbp
    mov rbp, rsp
    mov r10d, ecx
    mov eax, r10d
    shr eax, 1
    pop rbp
    ret

func[4] <rotl>: ; 15 bytes, wasm 0x43
    push rbp
    mov rbp, rsp
    mov r10d, ecx
    mov eax, r10d
    rol eax, 0xd
    pop rbp
    ret

func[5] <rotr>: ; 15 bytes, wasm 0x4b
    push rbp
    mov rbp, rsp
    mov r10, rcx
    mov rax, r10
    ror rax, 1
    pop rbp
    ret

func[6] <by_0>: ; 12 bytes, wasm 0x53
    push rbp
    mov rbp, rsp
    mov r10, rcx
    mov rax, r10
    pop rbp
    ret
