; x86_64, 3 functions in 144 bytes of code

func[0] <two>: ; 21 bytes, wasm 0x2e
    push rbp
    mov rbp, rsp
    mov eax, ecx
    imul eax, ecx
    mov r8d, edx
    imul r8d, edx
    add eax, r8d
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

func[2] <five>: ; 65 bytes, wasm 0x4a
    push rbp
    mov rbp, rsp
    mov r10d, eax
    mov eax, ecx
    imul eax, ecx
    mov ecx, edx
    imul ecx, edx
    add eax, ecx
    mov ecx, r10d
    imul ecx, r10d
    imul ecx, r10d
    add eax, ecx
    mov ecx, r8d
    imul ecx, r8d
    imul r8d, ecx
    add eax, r8d
    mov ecx, r9d
    imul ecx, r9d
    imul ecx, r9d
    imul ecx, r9d
    add eax, ecx
    pop rbp
    ret
