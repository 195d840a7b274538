; x86_64, 2 functions in 96 bytes of code

func[0] <load>: ; 40 bytes, wasm 0x2d
    push rbp
    mov rbp, rsp
    push r15
    mov r10d, ecx
    mov r15, [rbx-0x10]
    mov rcx, [rbx-0x38]
    lea r11, [r10+8]
    cmp r11, [rcx+8]
    ja .L0
    mov edx, [r15+r10+4]                     ; wasm 0x30
    mov eax, edx
    pop r15
    pop rbp
    ret
.L0:
    ud2                                      ; wasm 0x30 trap: out of bounds memory access

func[1] <store>: ; 40 bytes, wasm 0x35
    push rbp
    mov rbp, rsp
    push r15
    mov r10d, ecx
    mov r9d, edx
    mov r15, [rbx-0x10]
    mov rcx, [rbx-0x38]
    lea r11, [r10+1]
    cmp r11, [rcx+8]
    ja .L0
    mov [r15+r10], r9b                       ; wasm 0x3a
    pop r15
    pop rbp
    ret
.L0:
    ud2                                      ; wasm 0x3a trap: out of bounds memory access
