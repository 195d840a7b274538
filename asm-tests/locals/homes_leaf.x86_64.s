; x86_64, 3 functions in 144 bytes of code

func[0] <two>: ; 28 bytes, wasm 0x2e
    push rbp
    mov rbp, rsp
    mov r10d, ecx
    mov r9d, edx
    mov eax, r10d
    imul eax, r10d
    mov ecx, r9d
    imul ecx, r9d
    add eax, ecx
    pop rbp
    ret

func[1] <fifth_and_sixth_parameter>: ; 22 bytes, wasm 0x3c
    push rbp
    mov rbp, rsp
    mov eax, r9d
    imul eax, r9d
    mov ecx, r10d
    imul ecx, r10d
    add eax, ecx
    pop rbp
    ret

func[2] <five>: ; 76 bytes, wasm 0x4a
    push rbp
    mov rbp, rsp
    push rsi
    mov [rbp-0x10], ecx
    mov [rbp-0x18], edx
    mov r10d, eax
    mov esi, r8d
    mov eax, [rbp-0x10]
    imul eax, [rbp-0x10]
    mov ecx, [rbp-0x18]
    imul ecx, [rbp-0x18]
    add eax, ecx
    mov ecx, r10d
    imul ecx, r10d
    imul ecx, r10d
    add eax, ecx
    mov ecx, esi
    imul ecx, esi
    imul ecx, esi
    add eax, ecx
    mov ecx, r9d
    imul ecx, r9d
    imul ecx, r9d
    imul ecx, r9d
    add eax, ecx
    pop rsi
    pop rbp
    ret
