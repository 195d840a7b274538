; x86_64, 9 functions in 160 bytes of code

func[0] <add_0>: ; 14 bytes, wasm 0x25
    push rbp
    mov rbp, rsp
    mov r10d, ecx
    mov ecx, r10d
    mov eax, ecx
    pop rbp
    ret

func[1] <and_0>: ; 13 bytes, wasm 0x2d
    push rbp
    mov rbp, rsp
    mov r10d, ecx
    xor ecx, ecx
    mov eax, ecx
    pop rbp
    ret

func[2] <and_minus_1>: ; 15 bytes, wasm 0x35
    push rbp
    mov rbp, rsp
    mov r10, rcx
    mov rcx, r10
    mov rax, rcx
    pop rbp
    ret

func[3] <or_minus_1>: ; 19 bytes, wasm 0x3d
    push rbp
    mov rbp, rsp
    mov r10, rcx
    mov rcx, -1
    mov rax, rcx
    pop rbp
    ret

func[4] <xor_minus_1>: ; 16 bytes, wasm 0x45
    push rbp
    mov rbp, rsp
    mov r10d, ecx
    mov ecx, r10d
    not ecx
    mov eax, ecx
    pop rbp
    ret

func[5] <and_0xff>: ; 15 bytes, wasm 0x4d
    push rbp
    mov rbp, rsp
    mov r10d, ecx
    movzx ecx, r10b
    mov eax, ecx
    pop rbp
    ret

func[6] <and_0xffff>: ; 16 bytes, wasm 0x56
    push rbp
    mov rbp, rsp
    mov r10, rcx
    movzx ecx, r10w
    mov rax, rcx
    pop rbp
    ret

func[7] <and_0xffffffff>: ; 15 bytes, wasm 0x60
    push rbp
    mov rbp, rsp
    mov r10, rcx
    mov ecx, r10d
    mov rax, rcx
    pop rbp
    ret

func[8] <zero_minus>: ; 16 bytes, wasm 0x6c
    push rbp
    mov rbp, rsp
    mov r10d, ecx
    xor ecx, ecx
    sub ecx, r10d
    mov eax, ecx
    pop rbp
    ret
