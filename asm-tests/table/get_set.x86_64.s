; x86_64, 4 functions in 128 bytes of code

func[0] <get>: ; 26 bytes, wasm 0x31
    push rbp
    mov rbp, rsp
    mov edx, [rbx-0x38]
    cmp ecx, edx
    jae .L0
    mov rdx, [rbx-0x40]
    mov rdx, [rdx+rcx*8]
    mov rax, rdx
    pop rbp
    ret
.L0:
    ud2                                      ; wasm 0x34 trap: out of bounds table access

func[1] <get_constant>: ; 31 bytes, wasm 0x38
    push rbp
    mov rbp, rsp
    mov ecx, 3
    mov edx, [rbx-0x48]
    cmp ecx, edx
    jae .L0
    mov rdx, [rbx-0x50]
    mov rdx, [rdx+rcx*8]
    mov rax, rdx
    pop rbp
    ret
.L0:
    ud2                                      ; wasm 0x3b trap: out of bounds table access

func[2] <set>: ; 23 bytes, wasm 0x3f
    push rbp
    mov rbp, rsp
    mov eax, [rbx-0x48]
    cmp ecx, eax
    jae .L0
    mov rax, [rbx-0x50]
    mov [rax+rcx*8], rdx
    pop rbp
    ret
.L0:
    ud2                                      ; wasm 0x44 trap: out of bounds table access

func[3] <set_null>: ; 27 bytes, wasm 0x48
    push rbp
    mov rbp, rsp
    mov edx, [rbx-0x38]
    cmp ecx, edx
    jae .L0
    mov rdx, [rbx-0x40]
    mov qword ptr [rdx+rcx*8], 0
    pop rbp
    ret
.L0:
    ud2                                      ; wasm 0x4d trap: out of bounds table access
