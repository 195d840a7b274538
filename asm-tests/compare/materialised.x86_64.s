; x86_64, 7 functions in 240 bytes of code

func[0] <result>: ; 22 bytes, wasm 0x2f
    push rbp
    mov rbp, rsp
    mov r10d, ecx
    mov r9d, edx
    xor ecx, ecx
    cmp r10d, r9d
    setbe cl
    mov eax, ecx
    pop rbp
    ret

func[1] <sum_of_two>: ; 33 bytes, wasm 0x37
    push rbp
    mov rbp, rsp
    mov r10, rcx
    mov r9, rdx
    xor ecx, ecx
    cmp r10, r9
    sete cl
    xor edx, edx
    cmp r10, 0xa
    setg dl
    add ecx, edx
    mov eax, ecx
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

func[3] <into_other_home>: ; 29 bytes, wasm 0x51
    push rbp
    mov rbp, rsp
    mov r9d, ecx
    mov r10d, edx
    cmp r9d, r10d
    setg r10b
    movzx r10d, r10b
    lea ecx, [r10+r9]
    mov eax, ecx
    pop rbp
    ret

func[4] <sign>: ; 17 bytes, wasm 0x60
    push rbp
    mov rbp, rsp
    mov r10d, ecx
    mov ecx, r10d
    shr ecx, 0x1f
    mov eax, ecx
    pop rbp
    ret

func[5] <no_sign>: ; 22 bytes, wasm 0x68
    push rbp
    mov rbp, rsp
    mov r10, rcx
    lea rcx, [r10+1]
    not rcx
    shr rcx, 0x3f
    mov eax, ecx
    pop rbp
    ret

func[6] <of_temporaries>: ; 30 bytes, wasm 0x73
    push rbp
    mov rbp, rsp
    mov r10d, ecx
    mov r9d, edx
    lea ecx, [r10+1]
    lea edx, [r9+2]
    cmp ecx, edx
    sete cl
    movzx ecx, cl
    mov eax, ecx
    pop rbp
    ret
