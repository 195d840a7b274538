; x86_64, 5 functions in 80 bytes of code

func[0] <wraps>: ; 11 bytes, wasm 0x24
    push rbp
    mov rbp, rsp
    mov eax, -0x80000000
    pop rbp
    ret

func[1] <chain>: ; 13 bytes, wasm 0x30
    push rbp
    mov rbp, rsp
    mov rax, -0x6acfd7
    pop rbp
    ret

func[2] <shifts>: ; 11 bytes, wasm 0x41
    push rbp
    mov rbp, rsp
    mov eax, 0x1f
    pop rbp
    ret

func[3] <extensions>: ; 11 bytes, wasm 0x53
    push rbp
    mov rbp, rsp
    mov eax, -0x81
    pop rbp
    ret

func[4] <constant_first>: ; 11 bytes, wasm 0x5e
    push rbp
    mov rbp, rsp
    add ecx, 3
    mov eax, ecx
    pop rbp
    ret
