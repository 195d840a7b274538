; x86_64, 9 functions in 144 bytes of code

func[0] <add_0>: ; 8 bytes, wasm 0x25
    push rbp
    mov rbp, rsp
    mov eax, ecx
    pop rbp
    ret

func[1] <and_0>: ; 10 bytes, wasm 0x2d
    push rbp
    mov rbp, rsp
    xor ecx, ecx
    mov eax, ecx
    pop rbp
    ret

func[2] <and_minus_1>: ; 9 bytes, wasm 0x35
    push rbp
    mov rbp, rsp
    mov rax, rcx
    pop rbp
    ret

func[3] <or_minus_1>: ; 16 bytes, wasm 0x3d
    push rbp
    mov rbp, rsp
    mov rcx, -1
    mov rax, rcx
    pop rbp
    ret

func[4] <xor_minus_1>: ; 10 bytes, wasm 0x45
    push rbp
    mov rbp, rsp
    not ecx
    mov eax, ecx
    pop rbp
    ret

func[5] <and_0xff>: ; 11 bytes, wasm 0x4d
    push rbp
    mov rbp, rsp
    movzx ecx, cl
    mov eax, ecx
    pop rbp
    ret

func[6] <and_0xffff>: ; 12 bytes, wasm 0x56
    push rbp
    mov rbp, rsp
    movzx ecx, cx
    mov rax, rcx
    pop rbp
    ret

func[7] <and_0xffffffff>: ; 11 bytes, wasm 0x60
    push rbp
    mov rbp, rsp
    mov ecx, ecx
    mov rax, rcx
    pop rbp
    ret

func[8] <zero_minus>: ; 12 bytes, wasm 0x6c
    push rbp
    mov rbp, rsp
    xor edx, edx
    sub edx, ecx
    mov eax, edx
    pop rbp
    ret
