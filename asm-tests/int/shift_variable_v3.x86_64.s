; x86_64, 5 functions in 160 bytes of code

func[0] <shl>: ; 19 bytes, wasm 0x28
    push rbp
    mov rbp, rsp
    mov r10d, ecx
    mov r9d, edx
    shlx ecx, r10d, r9d
    mov eax, ecx
    pop rbp
    ret

func[1] <shr_u>: ; 20 bytes, wasm 0x30
    push rbp
    mov rbp, rsp
    mov r10, rcx
    mov r9, rdx
    shrx rcx, r10, r9
    mov rax, rcx
    pop rbp
    ret

func[2] <shr_s>: ; 20 bytes, wasm 0x38
    push rbp
    mov rbp, rsp
    mov r10d, ecx
    mov r9d, edx
    sarx r10d, r10d, r9d
    mov eax, r10d
    pop rbp
    ret

func[3] <of_constant>: ; 21 bytes, wasm 0x44
    push rbp
    mov rbp, rsp
    mov r10d, ecx
    mov ecx, 1
    shlx ecx, ecx, r10d
    mov eax, ecx
    pop rbp
    ret

func[4] <rotl>: ; 22 bytes, wasm 0x4c
    push rbp
    mov rbp, rsp
    mov r10d, ecx
    mov r9d, edx
    mov ecx, r9d
    mov edx, r10d
    rol edx, cl
    mov eax, edx
    pop rbp
    ret
