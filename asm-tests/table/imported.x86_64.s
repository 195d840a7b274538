; x86_64, 3 functions in 160 bytes of code

func[0] <get>: ; 37 bytes, wasm 0x30
    push rbp
    mov rbp, rsp
    mov [rbp-8], ecx
    mov eax, [rbp-8]
    mov rdx, [rbx-0x40]
    mov r8d, [rdx+8]
    cmp eax, r8d
    jae .L0
    mov rcx, [rdx]
    mov rcx, [rcx+rax*8]
    mov rax, rcx
    pop rbp
    ret
.L0:
    ud2                                      ; wasm 0x33 trap: out of bounds table access

func[1] <size>: ; 15 bytes, wasm 0x37
    push rbp
    mov rbp, rsp
    mov rax, [rbx-0x40]
    mov ecx, [rax+8]
    mov eax, ecx
    pop rbp
    ret

func[2] <call>: ; 87 bytes, wasm 0x3d
    push rbp
    mov rbp, rsp
    sub rsp, 0x20
    mov [rbp-8], rbx
    mov [rbp-0x10], ecx
    mov eax, [rbp-0x10]
    mov rcx, [rbx-0x40]
    mov edx, [rcx+8]
    cmp eax, edx
    jae .L3
    mov r11, [rcx]
    mov r11, [r11+rax*8]
    cmp dword ptr [r11+0x10], 8              ; wasm 0x40 trap: uninitialized element
    jne .L4
    cmp [r11+8], rbx
    jne .L1
    call qword ptr [r11]                     ; wasm 0x40 call
.L0:
    leave
    ret
.L1:
    call .L2                                 ; wasm 0x40 call
    mov rbx, [rbp-8]
    jmp .L0
.L2:
    xchg rbx, r11
    push qword ptr [rbx]
    mov rbx, [rbx+8]
    add rsp, 8
    jmp qword ptr [rsp-8]
.L3:
    ud2                                      ; wasm 0x40 trap: undefined element: out of bounds table access
.L4:
    ud2                                      ; wasm 0x40 trap: indirect call type mismatch
