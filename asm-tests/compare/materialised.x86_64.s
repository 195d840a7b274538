; x86_64, 7 functions in 240 bytes of code

func[0] <result>: ; 24 bytes, wasm 0x2f
    push rbp
    mov rbp, rsp
    mov [rbp-8], ecx
    mov [rbp-0x10], edx
    mov eax, [rbp-8]
    cmp eax, [rbp-0x10]
    setbe al
    movzx eax, al
    pop rbp
    ret

func[1] <sum_of_two>: ; 33 bytes, wasm 0x37
    push rbp
    mov rbp, rsp
    mov [rbp-8], rdx
    mov r10, rcx
    xor eax, eax
    cmp r10, [rbp-8]
    sete al
    xor ecx, ecx
    cmp r10, 0xa
    setg cl
    add eax, ecx
    pop rbp
    ret

func[2] <into_home>: ; 24 bytes, wasm 0x45
    push rbp
    mov rbp, rsp
    mov r10d, ecx
    cmp r10d, 0x2a
    setne r10b
    movzx r10d, r10b
    mov eax, r10d
    pop rbp
    ret

func[3] <into_other_home>: ; 27 bytes, wasm 0x51
    push rbp
    mov rbp, rsp
    mov r9d, ecx
    mov r10d, edx
    cmp r9d, r10d
    setg r10b
    movzx r10d, r10b
    lea eax, [r10+r9]
    pop rbp
    ret

func[4] <sign>: ; 18 bytes, wasm 0x60
    push rbp
    mov rbp, rsp
    mov [rbp-8], ecx
    xor eax, eax
    cmp dword ptr [rbp-8], 0
    setl al
    pop rbp
    ret

func[5] <no_sign>: ; 25 bytes, wasm 0x68
    push rbp
    mov rbp, rsp
    mov [rbp-8], rcx
    mov rax, [rbp-8]
    add rax, 1
    not rax
    shr rax, 0x3f
    pop rbp
    ret

func[6] <of_temporaries>: ; 32 bytes, wasm 0x73
    push rbp
    mov rbp, rsp
    mov [rbp-8], ecx
    mov [rbp-0x10], edx
    mov eax, [rbp-8]
    add eax, 1
    mov ecx, [rbp-0x10]
    add ecx, 2
    cmp eax, ecx
    sete al
    movzx eax, al
    pop rbp
    ret
