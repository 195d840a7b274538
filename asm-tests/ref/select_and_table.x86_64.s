; x86_64, 4 functions in 128 bytes of code

func[0] <f>: ; 6 bytes, wasm 0x34
    push rbp
    mov rbp, rsp
    pop rbp
    ret

func[1] <store>: ; 30 bytes, wasm 0x37
    push rbp
    mov rbp, rsp
    lea rdx, [rbx-0xb0]
    mov eax, [rbx-0x38]
    cmp ecx, eax
    jae .L0
    mov rax, [rbx-0x40]
    mov [rax+rcx*8], rdx
    pop rbp
    ret
.L0:
    ud2                                      ; wasm 0x3c trap: out of bounds table access

func[2] <not_null>: ; 34 bytes, wasm 0x40
    push rbp
    mov rbp, rsp
    mov edx, [rbx-0x38]
    cmp ecx, edx
    jae .L0
    mov rdx, [rbx-0x40]
    mov rdx, [rdx+rcx*8]
    test rdx, rdx
    setne dl
    movzx edx, dl
    mov eax, edx
    pop rbp
    ret
.L0:
    ud2                                      ; wasm 0x43 trap: out of bounds table access

func[3] <either>: ; 24 bytes, wasm 0x49
    push rbp
    mov rbp, rsp
    lea rdx, [rbx-0xb0]
    xor eax, eax
    test ecx, ecx
    cmove rdx, rax
    mov rax, rdx
    pop rbp
    ret
