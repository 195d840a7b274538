; x86_64, 7 functions in 160 bytes of code

func[0] <result>: ; 16 bytes, wasm 0x2f
    push rbp
    mov rbp, rsp
    cmp ecx, edx
    setbe cl
    movzx ecx, cl
    mov eax, ecx
    pop rbp
    ret

func[1] <sum_of_two>: ; 29 bytes, wasm 0x37
    push rbp
    mov rbp, rsp
    cmp rcx, rdx
    sete dl
    movzx edx, dl
    cmp rcx, 0xa
    setg cl
    movzx ecx, cl
    add edx, ecx
    mov eax, edx
    pop rbp
    ret

func[2] <into_home>: ; 16 bytes, wasm 0x45
    push rbp
    mov rbp, rsp
    xor edx, edx
    cmp ecx, 0x2a
    setne dl
    mov eax, edx
    pop rbp
    ret

func[3] <into_other_home>: ; 15 bytes, wasm 0x51
    push rbp
    mov rbp, rsp
    xor eax, eax
    cmp ecx, edx
    setg al
    add eax, ecx
    pop rbp
    ret

func[4] <sign>: ; 11 bytes, wasm 0x60
    push rbp
    mov rbp, rsp
    shr ecx, 0x1f
    mov eax, ecx
    pop rbp
    ret

func[5] <no_sign>: ; 19 bytes, wasm 0x68
    push rbp
    mov rbp, rsp
    add rcx, 1
    not rcx
    shr rcx, 0x3f
    mov eax, ecx
    pop rbp
    ret

func[6] <of_temporaries>: ; 22 bytes, wasm 0x73
    push rbp
    mov rbp, rsp
    add ecx, 1
    add edx, 2
    cmp ecx, edx
    sete cl
    movzx ecx, cl
    mov eax, ecx
    pop rbp
    ret
