; x86_64, 7 functions in 208 bytes of code

func[0] <result>: ; 20 bytes, wasm 0x2f
    push rbp
    mov rbp, rsp
    mov r10d, ecx
    mov r9d, edx
    xor eax, eax
    cmp r10d, r9d
    setbe al
    pop rbp
    ret

func[1] <sum_of_two>: ; 31 bytes, wasm 0x37
    push rbp
    mov rbp, rsp
    mov r10, rcx
    mov r9, rdx
    xor eax, eax
    cmp r10, r9
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

func[4] <sign>: ; 15 bytes, wasm 0x60
    push rbp
    mov rbp, rsp
    mov r10d, ecx
    mov eax, r10d
    shr eax, 0x1f
    pop rbp
    ret

func[5] <no_sign>: ; 20 bytes, wasm 0x68
    push rbp
    mov rbp, rsp
    mov r10, rcx
    lea rax, [r10+1]
    not rax
    shr rax, 0x3f
    pop rbp
    ret

func[6] <of_temporaries>: ; 28 bytes, wasm 0x73
    push rbp
    mov rbp, rsp
    mov r10d, ecx
    mov r9d, edx
    lea eax, [r10+1]
    lea ecx, [r9+2]
    cmp eax, ecx
    sete al
    movzx eax, al
    pop rbp
    ret
