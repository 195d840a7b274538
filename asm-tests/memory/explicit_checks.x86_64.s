; x86_64, 6 functions in 208 bytes of code

func[0] <load>: ; 27 bytes, wasm 0x2b
    push rbp
    mov rbp, rsp
    mov [rbp-8], ecx
    mov eax, [rbp-8]
    lea r11, [rax+4]
    cmp r11, [rbx-8]
    ja .L0
    mov eax, [rbx+rax]                       ; wasm 0x2e
    pop rbp
    ret
.L0:
    ud2                                      ; wasm 0x2e trap: out of bounds memory access

func[1] <load8>: ; 28 bytes, wasm 0x33
    push rbp
    mov rbp, rsp
    mov [rbp-8], ecx
    mov eax, [rbp-8]
    lea r11, [rax+1]
    cmp r11, [rbx-8]
    ja .L0
    movzx eax, byte ptr [rbx+rax]            ; wasm 0x36
    pop rbp
    ret
.L0:
    ud2                                      ; wasm 0x36 trap: out of bounds memory access

func[2] <store>: ; 37 bytes, wasm 0x3b
    push rbp
    mov rbp, rsp
    mov [rbp-8], ecx
    mov [rbp-0x10], rdx
    mov rax, [rbp-0x10]
    mov ecx, [rbp-8]
    lea r11, [rcx+0x6c]
    cmp r11, [rbx-8]
    ja .L0
    mov [rbx+rcx+0x64], rax                  ; wasm 0x40
    pop rbp
    ret
.L0:
    ud2                                      ; wasm 0x40 trap: out of bounds memory access

func[3] <offset_large>: ; 41 bytes, wasm 0x45
    push rbp
    mov rbp, rsp
    mov [rbp-8], ecx
    mov eax, [rbp-8]
    mov r11d, -0xc
    add r11, rax
    cmp r11, [rbx-8]
    ja .L0
    mov r11d, -0x10
    add rax, r11
    mov eax, [rbx+rax]                       ; wasm 0x48
    pop rbp
    ret
.L0:
    ud2                                      ; wasm 0x48 trap: out of bounds memory access

func[4] <constant>: ; 12 bytes, wasm 0x51
    push rbp
    mov rbp, rsp
    mov eax, [rbx+0xfffc]                    ; wasm 0x56
    pop rbp
    ret

func[5] <constant_outside>: ; 26 bytes, wasm 0x5b
    push rbp
    mov rbp, rsp
    mov eax, 0xfffd
    lea r11, [rax+4]
    cmp r11, [rbx-8]
    ja .L0
    mov eax, [rbx+rax]                       ; wasm 0x60
    pop rbp
    ret
.L0:
    ud2                                      ; wasm 0x60 trap: out of bounds memory access
