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
    lea rax, [rbx-0xb0]
    mov ecx, [rbx-0x38]
    cmp r10d, ecx
    jae .L0
    mov rcx, [rbx-0x40]
    mov [rcx+r10*8], rax
    pop rbp
    ret
.L0:
    ud2                                      ; wasm 0x3c trap: out of bounds table access

func[2] <not_null>: ; 36 bytes, wasm 0x40
    push rbp
    mov rbp, rsp
    mov r10d, ecx
    mov eax, [rbx-0x38]
    cmp r10d, eax
    jae .L0
    mov rax, [rbx-0x40]
    mov rax, [rax+r10*8]
    test rax, rax
    setne al
    movzx eax, al
    pop rbp
    ret
.L0:
    ud2                                      ; wasm 0x43 trap: out of bounds table access

func[3] <either>: ; 25 bytes, wasm 0x49
    push rbp
    mov rbp, rsp
    mov r10d, ecx
    lea rax, [rbx-0xb0]
    xor ecx, ecx
    test r10d, r10d
    cmove rax, rcx
    pop rbp
    ret
