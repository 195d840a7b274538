; x86_64, 2 functions in 96 bytes of code

func[0] <load>: ; 37 bytes, wasm 0x2d
    push rbp
    mov rbp, rsp
    push r15
    mov r15, [rbx-0x10]
    mov rdx, [rbx-0x38]
    lea r11, [rcx+8]
    cmp r11, [rdx+8]
    ja .L0
    mov ecx, [r15+rcx+4]                     ; wasm 0x30
    mov eax, ecx
    pop r15
    pop rbp
    ret
.L0:
    ud2                                      ; wasm 0x30 trap: out of bounds memory access

func[1] <store>: ; 34 bytes, wasm 0x35
    push rbp
    mov rbp, rsp
    push r15
    mov r15, [rbx-0x10]
    mov rax, [rbx-0x38]
    lea r11, [rcx+1]
    cmp r11, [rax+8]
    ja .L0
    mov [r15+rcx], dl                        ; wasm 0x3a
    pop r15
    pop rbp
    ret
.L0:
    ud2                                      ; wasm 0x3a trap: out of bounds memory access
