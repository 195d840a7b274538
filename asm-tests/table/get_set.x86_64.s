; x86_64, 4 functions in 160 bytes of code

func[0] <get>: ; 32 bytes, wasm 0x31
    push rbp
    mov rbp, rsp
    mov [rbp-8], ecx
    mov eax, [rbp-8]
    mov ecx, [rbx-0x38]
    cmp eax, ecx
    jae .L0
    mov rcx, [rbx-0x40]
    mov rcx, [rcx+rax*8]
    mov rax, rcx
    pop rbp
    ret
.L0:
    ud2                                      ; wasm 0x34 trap: out of bounds table access

func[1] <get_constant>: ; 31 bytes, wasm 0x38
    push rbp
    mov rbp, rsp
    mov eax, 3
    mov ecx, [rbx-0x48]
    cmp eax, ecx
    jae .L0
    mov rcx, [rbx-0x50]
    mov rcx, [rcx+rax*8]
    mov rax, rcx
    pop rbp
    ret
.L0:
    ud2                                      ; wasm 0x3b trap: out of bounds table access

func[2] <set>: ; 37 bytes, wasm 0x3f
    push rbp
    mov rbp, rsp
    mov [rbp-8], ecx
    mov [rbp-0x10], rdx
    mov rax, [rbp-0x10]
    mov ecx, [rbp-8]
    mov edx, [rbx-0x48]
    cmp ecx, edx
    jae .L0
    mov rdx, [rbx-0x50]
    mov [rdx+rcx*8], rax
    pop rbp
    ret
.L0:
    ud2                                      ; wasm 0x44 trap: out of bounds table access

func[3] <set_null>: ; 33 bytes, wasm 0x48
    push rbp
    mov rbp, rsp
    mov [rbp-8], ecx
    mov eax, [rbp-8]
    mov ecx, [rbx-0x38]
    cmp eax, ecx
    jae .L0
    mov rcx, [rbx-0x40]
    mov qword ptr [rcx+rax*8], 0
    pop rbp
    ret
.L0:
    ud2                                      ; wasm 0x4d trap: out of bounds table access
