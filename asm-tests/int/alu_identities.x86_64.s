; x86_64, 9 functions in 176 bytes of code

func[0] <add_0>: ; 12 bytes, wasm 0x25
    push rbp
    mov rbp, rsp
    mov [rbp-8], ecx
    mov eax, [rbp-8]
    pop rbp
    ret

func[1] <and_0>: ; 14 bytes, wasm 0x2d
    push rbp
    mov rbp, rsp
    mov [rbp-8], ecx
    mov eax, [rbp-8]
    xor eax, eax
    pop rbp
    ret

func[2] <and_minus_1>: ; 14 bytes, wasm 0x35
    push rbp
    mov rbp, rsp
    mov [rbp-8], rcx
    mov rax, [rbp-8]
    pop rbp
    ret

func[3] <or_minus_1>: ; 21 bytes, wasm 0x3d
    push rbp
    mov rbp, rsp
    mov [rbp-8], rcx
    mov rax, [rbp-8]
    mov rax, -1
    pop rbp
    ret

func[4] <xor_minus_1>: ; 14 bytes, wasm 0x45
    push rbp
    mov rbp, rsp
    mov [rbp-8], ecx
    mov eax, [rbp-8]
    not eax
    pop rbp
    ret

func[5] <and_0xff>: ; 15 bytes, wasm 0x4d
    push rbp
    mov rbp, rsp
    mov [rbp-8], ecx
    mov eax, [rbp-8]
    movzx eax, al
    pop rbp
    ret

func[6] <and_0xffff>: ; 17 bytes, wasm 0x56
    push rbp
    mov rbp, rsp
    mov [rbp-8], rcx
    mov rax, [rbp-8]
    movzx eax, ax
    pop rbp
    ret

func[7] <and_0xffffffff>: ; 16 bytes, wasm 0x60
    push rbp
    mov rbp, rsp
    mov [rbp-8], rcx
    mov rax, [rbp-8]
    mov eax, eax
    pop rbp
    ret

func[8] <zero_minus>: ; 14 bytes, wasm 0x6c
    push rbp
    mov rbp, rsp
    mov [rbp-8], ecx
    xor eax, eax
    sub eax, [rbp-8]
    pop rbp
    ret
