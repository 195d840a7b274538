; x86_64, 4 functions in 224 bytes of code

func[0] <get>: ; 33 bytes, wasm 0x38
    push rbp
    mov rbp, rsp
    mov r10d, ecx
    mov rax, [rbx-0x40]
    mov ecx, [rax+8]
    cmp r10d, ecx
    jae .L0
    mov rcx, [rax]
    mov rcx, [rcx+r10*8]
    mov rax, rcx
    pop rbp
    ret
.L0:
    ud2                                      ; wasm 0x3b trap: out of bounds table access

func[1] <set_under_pressure>: ; 64 bytes, wasm 0x3f
    push rbp
    mov rbp, rsp
    mov [rbp-8], ecx
    mov [rbp-0x10], rdx
    mov r10d, eax
    mov r9d, r8d
    mov rax, [rbp-0x10]
    mov ecx, [rbp-8]
    mov rdx, [rbx-0x40]
    mov r8d, [rdx+8]
    cmp ecx, r8d
    jae .L0
    mov r8, [rdx]
    mov [r8+rcx*8], rax
    mov eax, r10d
    imul eax, r10d
    mov ecx, r9d
    imul ecx, r9d
    add eax, ecx
    pop rbp
    ret
.L0:
    ud2                                      ; wasm 0x44 trap: out of bounds table access

func[2] <size>: ; 15 bytes, wasm 0x54
    push rbp
    mov rbp, rsp
    mov rax, [rbx-0x40]
    mov ecx, [rax+8]
    mov eax, ecx
    pop rbp
    ret

func[3] <call>: ; 87 bytes, wasm 0x5a
    push rbp
    mov rbp, rsp
    sub rsp, 0x20
    mov [rbp-8], rbx
    mov [rbp-0x10], ecx
    mov eax, [rbp-0x10]
    mov rcx, [rbx-0x40]
    mov edx, [rcx+8]
    cmp eax, edx
    jae .L2
    mov r11, [rcx]
    mov r11, [r11+rax*8]
    cmp dword ptr [r11+0x10], 8              ; wasm 0x5d trap: uninitialized element
    jne .L3
    cmp [r11+8], rbx
    jne .L1
    call qword ptr [r11]                     ; wasm 0x5d call
.L0:
    leave
    ret
.L1:
    call func[3] <call>+0x41                 ; wasm 0x5d call
    mov rbx, [rbp-8]
    jmp .L0
    xchg rbx, r11
    push qword ptr [rbx]
    mov rbx, [rbx+8]
    add rsp, 8
    jmp qword ptr [rsp-8]
.L2:
    ud2                                      ; wasm 0x5d trap: undefined element: out of bounds table access
.L3:
    ud2                                      ; wasm 0x5d trap: indirect call type mismatch
