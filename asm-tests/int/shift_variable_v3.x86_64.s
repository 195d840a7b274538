; x86_64, 5 functions in 96 bytes of code

func[0] <shl>: ; 13 bytes, wasm 0x28
    push rbp
    mov rbp, rsp
    shlx ecx, ecx, edx
    mov eax, ecx
    pop rbp
    ret

func[1] <shr_u>: ; 14 bytes, wasm 0x30
    push rbp
    mov rbp, rsp
    shrx rcx, rcx, rdx
    mov rax, rcx
    pop rbp
    ret

func[2] <shr_s>: ; 11 bytes, wasm 0x38
    push rbp
    mov rbp, rsp
    sarx eax, ecx, edx
    pop rbp
    ret

func[3] <of_constant>: ; 18 bytes, wasm 0x44
    push rbp
    mov rbp, rsp
    mov edx, 1
    shlx edx, edx, ecx
    mov eax, edx
    pop rbp
    ret

func[4] <rotl>: ; 12 bytes, wasm 0x4c
    push rbp
    mov rbp, rsp
    mov eax, ecx
    mov ecx, edx
    rol eax, cl
    pop rbp
    ret
