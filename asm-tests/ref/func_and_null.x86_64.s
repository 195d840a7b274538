; x86_64, 7 functions in 144 bytes of code

func[0] <first>: ; 6 bytes, wasm 0x3a
    push rbp
    mov rbp, rsp
    pop rbp
    ret

func[1] <second>: ; 6 bytes, wasm 0x3d
    push rbp
    mov rbp, rsp
    pop rbp
    ret

func[2] <func>: ; 16 bytes, wasm 0x40
    push rbp
    mov rbp, rsp
    lea rcx, [rbx-0xc0]
    mov rax, rcx
    pop rbp
    ret

func[3] <null>: ; 8 bytes, wasm 0x45
    push rbp
    mov rbp, rsp
    xor eax, eax
    pop rbp
    ret

func[4] <is_null>: ; 17 bytes, wasm 0x4a
    push rbp
    mov rbp, rsp
    test rcx, rcx
    sete cl
    movzx ecx, cl
    mov eax, ecx
    pop rbp
    ret

func[5] <branch>: ; 23 bytes, wasm 0x50
    push rbp
    mov rbp, rsp
    test rcx, rcx
    jne .L0
    mov eax, 1
    jmp .L1
.L0:
    mov eax, 2
.L1:
    pop rbp
    ret

func[6] <null_is_null>: ; 11 bytes, wasm 0x5e
    push rbp
    mov rbp, rsp
    mov eax, 1
    pop rbp
    ret
