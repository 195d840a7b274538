; x86_64, 4 functions in 144 bytes of code

func[0] <f>: ; 6 bytes, wasm 0x34
    push rbp
    mov rbp, rsp
    pop rbp
    ret

func[1] <store>: ; 36 bytes, wasm 0x37
    push rbp
    mov rbp, rsp
    mov [rbp-8], ecx
    lea rax, [rbx-0xb0]
    mov ecx, [rbp-8]
    mov edx, [rbx-0x38]
    cmp ecx, edx
    jae .L0
    mov rdx, [rbx-0x40]
    mov [rdx+rcx*8], rax
    pop rbp
    ret
.L0:
    ud2                                      ; wasm 0x3c trap: out of bounds table access

func[2] <not_null>: ; 40 bytes, wasm 0x40
    push rbp
    mov rbp, rsp
    mov [rbp-8], ecx
    mov eax, [rbp-8]
    mov ecx, [rbx-0x38]
    cmp eax, ecx
    jae .L0
    mov rcx, [rbx-0x40]
    mov rcx, [rcx+rax*8]
    test rcx, rcx
    setne cl
    movzx ecx, cl
    mov eax, ecx
    pop rbp
    ret
.L0:
    ud2                                      ; wasm 0x43 trap: out of bounds table access

func[3] <either>: ; 26 bytes, wasm 0x49
    push rbp
    mov rbp, rsp
    mov [rbp-8], ecx
    lea rax, [rbx-0xb0]
    xor ecx, ecx
    cmp dword ptr [rbp-8], 0
    cmove rax, rcx
    pop rbp
    ret
