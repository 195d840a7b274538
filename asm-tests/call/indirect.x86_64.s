; x86_64, 4 functions in 400 bytes of code

func[0] <call>: ; 85 bytes, wasm 0x35
    push rbp
    mov rbp, rsp
    sub rsp, 0x30
    mov [rbp-8], rbx
    mov eax, [rbx-0x38]
    cmp edx, eax
    jae .L2
    mov r11, [rbx-0x40]
    mov r11, [r11+rdx*8]
    cmp dword ptr [r11+0x10], 0x241          ; wasm 0x3a trap: uninitialized element
    jne .L3
    cmp [r11+8], rbx
    jne .L1
    call qword ptr [r11]                     ; wasm 0x3a call
.L0:
    add rsp, 0x30
    pop rbp
    ret
.L1:
    call func[0] <call>+0x3f                 ; wasm 0x3a call
    mov rbx, [rbp-8]
    jmp .L0
    xchg rbx, r11
    push qword ptr [rbx]
    mov rbx, [rbx+8]
    add rsp, 8
    jmp qword ptr [rsp-8]
.L2:
    ud2                                      ; wasm 0x3a trap: undefined element: out of bounds table access
.L3:
    ud2                                      ; wasm 0x3a trap: indirect call type mismatch

func[1] <constant_index>: ; 90 bytes, wasm 0x3f
    push rbp
    mov rbp, rsp
    sub rsp, 0x20
    mov [rbp-8], rbx
    mov edx, 3
    mov eax, [rbx-0x38]
    cmp edx, eax
    jae .L2
    mov r11, [rbx-0x40]
    mov r11, [r11+rdx*8]
    cmp dword ptr [r11+0x10], 0x241          ; wasm 0x44 trap: uninitialized element
    jne .L3
    cmp [r11+8], rbx
    jne .L1
    call qword ptr [r11]                     ; wasm 0x44 call
.L0:
    add rsp, 0x20
    pop rbp
    ret
.L1:
    call func[1] <constant_index>+0x44       ; wasm 0x44 call
    mov rbx, [rbp-8]
    jmp .L0
    xchg rbx, r11
    push qword ptr [rbx]
    mov rbx, [rbx+8]
    add rsp, 8
    jmp qword ptr [rsp-8]
.L2:
    ud2                                      ; wasm 0x44 trap: undefined element: out of bounds table access
.L3:
    ud2                                      ; wasm 0x44 trap: indirect call type mismatch

func[2] <float_constant>: ; 109 bytes, wasm 0x49
    push rbp
    mov rbp, rsp
    sub rsp, 0x30
    mov [rbp-8], rbx
    mov r11, 0x3ff8000000000000
    mov [rbp-0x18], r11
    mov edx, [rbx-0x38]
    cmp ecx, edx
    jae .L2
    mov r11, [rbx-0x40]
    mov r11, [r11+rcx*8]
    cmp dword ptr [r11+0x10], 0x310          ; wasm 0x57 trap: uninitialized element
    jne .L3
    mov ecx, 1
    movsd xmm0, [rbp-0x18]
    cmp [r11+8], rbx
    jne .L1
    call qword ptr [r11]                     ; wasm 0x57 call
.L0:
    add rsp, 0x30
    pop rbp
    ret
.L1:
    call func[2] <float_constant>+0x57       ; wasm 0x57 call
    mov rbx, [rbp-8]
    jmp .L0
    xchg rbx, r11
    push qword ptr [rbx]
    mov rbx, [rbx+8]
    add rsp, 8
    jmp qword ptr [rsp-8]
.L2:
    ud2                                      ; wasm 0x57 trap: undefined element: out of bounds table access
.L3:
    ud2                                      ; wasm 0x57 trap: indirect call type mismatch

func[3] <computed_index>: ; 92 bytes, wasm 0x5c
    push rbp
    mov rbp, rsp
    sub rsp, 0x30
    mov [rbp-8], rbx
    add ecx, 1
    mov edx, [rbx+rdx+8]                     ; wasm 0x64
    mov eax, [rbx-0x38]
    cmp edx, eax
    jae .L2
    mov r11, [rbx-0x40]
    mov r11, [r11+rdx*8]
    cmp dword ptr [r11+0x10], 0x241          ; wasm 0x67 trap: uninitialized element
    jne .L3
    cmp [r11+8], rbx
    jne .L1
    call qword ptr [r11]                     ; wasm 0x67 call
.L0:
    add rsp, 0x30
    pop rbp
    ret
.L1:
    call func[3] <computed_index>+0x46       ; wasm 0x67 call
    mov rbx, [rbp-8]
    jmp .L0
    xchg rbx, r11
    push qword ptr [rbx]
    mov rbx, [rbx+8]
    add rsp, 8
    jmp qword ptr [rsp-8]
.L2:
    ud2                                      ; wasm 0x67 trap: undefined element: out of bounds table access
.L3:
    ud2                                      ; wasm 0x67 trap: indirect call type mismatch
