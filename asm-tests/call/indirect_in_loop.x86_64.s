; x86_64, 1 function in 128 bytes of code

func[0] <fold>: ; 120 bytes, wasm 0x1f
    push rbp
    mov rbp, rsp
    push rsi
    push rdi
    sub rsp, 0x20
    mov [rbp-0x18], rbx
    mov edi, ecx
    mov esi, edx
.L0:
    xor ecx, ecx
    mov edx, [rbx-0x38]
    cmp ecx, edx
    jae .L3
    mov r11, [rbx-0x40]
    mov r11, [r11+rcx*8]
    cmp dword ptr [r11+0x10], 0x1241         ; wasm 0x28 trap: uninitialized element
    jne .L4
    mov edx, esi
    mov ecx, edi
    cmp [r11+8], rbx
    jne .L2
    call qword ptr [r11]                     ; wasm 0x28 call
.L1:
    mov edi, eax
    add esi, -1
    jne .L0
    mov eax, edi
    add rsp, 0x20
    pop rdi
    pop rsi
    pop rbp
    ret
.L2:
    call func[0] <fold>+0x62                 ; wasm 0x28 call
    mov rbx, [rbp-0x18]
    jmp .L1
    xchg rbx, r11
    push qword ptr [rbx]
    mov rbx, [rbx+8]
    add rsp, 8
    jmp qword ptr [rsp-8]
.L3:
    ud2                                      ; wasm 0x28 trap: undefined element: out of bounds table access
.L4:
    ud2                                      ; wasm 0x28 trap: indirect call type mismatch
