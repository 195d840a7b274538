; x86_64, 2 functions in 96 bytes of code

func[0] <load>: ; 41 bytes, wasm 0x2d
    push rbp
    mov rbp, rsp
    push r15
    mov [rbp-0x10], ecx
    mov r15, [rbx-0x10]
    mov eax, [rbp-0x10]
    mov rcx, [rbx-0x38]
    lea r11, [rax+8]
    cmp r11, [rcx+8]
    ja .L0
    mov eax, [r15+rax+4]                     ; wasm 0x30
    pop r15
    pop rbp
    ret
.L0:
    ud2                                      ; wasm 0x30 trap: out of bounds memory access

func[1] <store>: ; 46 bytes, wasm 0x35
    push rbp
    mov rbp, rsp
    push r15
    mov [rbp-0x10], ecx
    mov [rbp-0x18], edx
    mov r15, [rbx-0x10]
    mov eax, [rbp-0x18]
    mov ecx, [rbp-0x10]
    mov rdx, [rbx-0x38]
    lea r11, [rcx+1]
    cmp r11, [rdx+8]
    ja .L0
    mov [r15+rcx], al                        ; wasm 0x3a
    pop r15
    pop rbp
    ret
.L0:
    ud2                                      ; wasm 0x3a trap: out of bounds memory access
