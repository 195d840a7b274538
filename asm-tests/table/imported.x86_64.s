; x86_64, 4 functions in 192 bytes of code

func[0] <get>: ; 26 bytes, wasm 0x38
    push rbp
    mov rbp, rsp
    mov rdx, [rbx-0x40]
    mov eax, [rdx+8]
    cmp ecx, eax
    jae .L0
    mov rax, [rdx]
    mov rax, [rax+rcx*8]
    pop rbp
    ret
.L0:
    ud2                                      ; wasm 0x3b trap: out of bounds table access

func[1] <set_under_pressure>: ; 46 bytes, wasm 0x3f
    push rbp
    mov rbp, rsp
    mov r9, [rbx-0x40]
    mov r10d, [r9+8]
    cmp ecx, r10d
    jae .L0
    mov r10, [r9]
    mov [r10+rcx*8], rdx
    mov ecx, eax
    imul ecx, eax
    mov edx, r8d
    imul edx, r8d
    add ecx, edx
    pop rbp
    ret
.L0:
    ud2                                      ; wasm 0x44 trap: out of bounds table access

func[2] <size>: ; 15 bytes, wasm 0x54
    push rbp
    mov rbp, rsp
    mov rcx, [rbx-0x40]
    mov edx, [rcx+8]
    mov eax, edx
    pop rbp
    ret

func[3] <call>: ; 85 bytes, wasm 0x5a
    push rbp
    mov rbp, rsp
    sub rsp, 0x20
    mov [rbp-8], rbx
    mov rdx, [rbx-0x40]
    mov eax, [rdx+8]
    cmp ecx, eax
    jae .L2
    mov r11, [rdx]
    mov r11, [r11+rcx*8]
    cmp dword ptr [r11+0x10], 8              ; wasm 0x5d trap: uninitialized element
    jne .L3
    cmp [r11+8], rbx
    jne .L1
    call qword ptr [r11]                     ; wasm 0x5d call
.L0:
    add rsp, 0x20
    pop rbp
    ret
.L1:
    call func[3] <call>+0x3f                 ; wasm 0x5d call
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
