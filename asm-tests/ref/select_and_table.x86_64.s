; x86_64, 4 functions in 144 bytes of code

func[0] <f>: ; 6 bytes, wasm 0x34
    push rbp
    mov rbp, rsp
    pop rbp
    ret

func[1] <store>: ; 34 bytes, wasm 0x37
    push rbp
    mov rbp, rsp
    mov r10d, ecx
    lea rcx, [rbx-0xb0]
    mov edx, [rbx-0x38]
    cmp r10d, edx
    jae .L0
    mov rdx, [rbx-0x40]
    mov [rdx+r10*8], rcx
    pop rbp
    ret
.L0:
    ud2                                      ; wasm 0x3c trap: out of bounds table access

func[2] <not_null>: ; 38 bytes, wasm 0x40
    push rbp
    mov rbp, rsp
    mov r10d, ecx
    mov ecx, [rbx-0x38]
    cmp r10d, ecx
    jae .L0
    mov rcx, [rbx-0x40]
    mov rcx, [rcx+r10*8]
    test rcx, rcx
    setne cl
    movzx ecx, cl
    mov eax, ecx
    pop rbp
    ret
.L0:
    ud2                                      ; wasm 0x43 trap: out of bounds table access

func[3] <either>: ; 28 bytes, wasm 0x49
    push rbp
    mov rbp, rsp
    mov r10d, ecx
    lea rcx, [rbx-0xb0]
    xor edx, edx
    test r10d, r10d
    cmove rcx, rdx
    mov rax, rcx
    pop rbp
    ret
