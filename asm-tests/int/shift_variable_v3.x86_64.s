; x86_64, 5 functions in 160 bytes of code

func[0] <shl>: ; 25 bytes, wasm 0x28
    push rbp
    mov rbp, rsp
    mov [rbp-8], ecx
    mov [rbp-0x10], edx
    mov eax, [rbp-0x10]
    mov ecx, [rbp-8]
    shlx ecx, ecx, eax
    mov eax, ecx
    pop rbp
    ret

func[1] <shr_u>: ; 30 bytes, wasm 0x30
    push rbp
    mov rbp, rsp
    mov [rbp-8], rcx
    mov [rbp-0x10], rdx
    mov rax, [rbp-0x10]
    mov rcx, [rbp-8]
    shrx rcx, rcx, rax
    mov rax, rcx
    pop rbp
    ret

func[2] <shr_s>: ; 23 bytes, wasm 0x38
    push rbp
    mov rbp, rsp
    mov [rbp-8], edx
    mov r10d, ecx
    mov eax, [rbp-8]
    sarx r10d, r10d, eax
    mov eax, r10d
    pop rbp
    ret

func[3] <of_constant>: ; 24 bytes, wasm 0x44
    push rbp
    mov rbp, rsp
    mov [rbp-8], ecx
    mov eax, [rbp-8]
    mov ecx, 1
    shlx ecx, ecx, eax
    mov eax, ecx
    pop rbp
    ret

func[4] <rotl>: ; 20 bytes, wasm 0x4c
    push rbp
    mov rbp, rsp
    mov [rbp-8], ecx
    mov [rbp-0x10], edx
    mov ecx, [rbp-0x10]
    mov eax, [rbp-8]
    rol eax, cl
    pop rbp
    ret
