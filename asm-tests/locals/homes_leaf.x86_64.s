; x86_64, 3 functions in 144 bytes of code

func[0] <two>: ; 30 bytes, wasm 0x2e
    push rbp
    mov rbp, rsp
    mov r10d, ecx
    mov r9d, edx
    mov ecx, r10d
    imul ecx, r10d
    mov edx, r9d
    imul edx, r9d
    add ecx, edx
    mov eax, ecx
    pop rbp
    ret

func[1] <fifth_and_sixth_parameter>: ; 24 bytes, wasm 0x3c
    push rbp
    mov rbp, rsp
    mov ecx, r9d
    imul ecx, r9d
    mov edx, r10d
    imul edx, r10d
    add ecx, edx
    mov eax, ecx
    pop rbp
    ret

func[2] <five>: ; 78 bytes, wasm 0x4a
    push rbp
    mov rbp, rsp
    push rsi
    mov [rbp-0x10], ecx
    mov [rbp-0x18], edx
    mov r10d, eax
    mov esi, r8d
    mov ecx, [rbp-0x10]
    imul ecx, [rbp-0x10]
    mov edx, [rbp-0x18]
    imul edx, [rbp-0x18]
    add ecx, edx
    mov edx, r10d
    imul edx, r10d
    imul edx, r10d
    add ecx, edx
    mov edx, esi
    imul edx, esi
    imul edx, esi
    add ecx, edx
    mov edx, r9d
    imul edx, r9d
    imul edx, r9d
    imul edx, r9d
    add ecx, edx
    mov eax, ecx
    pop rsi
    pop rbp
    ret
