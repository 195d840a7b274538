; x86_64, 6 functions in 192 bytes of code

func[0] <load>: ; 23 bytes, wasm 0x2b
    push rbp
    mov rbp, rsp
    lea r11, [rcx+4]
    cmp r11, [rbx-8]
    ja .L0
    mov ecx, [rbx+rcx]                       ; wasm 0x2e
    mov eax, ecx
    pop rbp
    ret
.L0:
    ud2                                      ; wasm 0x2e trap: out of bounds memory access

func[1] <load8>: ; 24 bytes, wasm 0x33
    push rbp
    mov rbp, rsp
    lea r11, [rcx+1]
    cmp r11, [rbx-8]
    ja .L0
    movzx ecx, byte ptr [rbx+rcx]            ; wasm 0x36
    mov eax, ecx
    pop rbp
    ret
.L0:
    ud2                                      ; wasm 0x36 trap: out of bounds memory access

func[2] <store>: ; 23 bytes, wasm 0x3b
    push rbp
    mov rbp, rsp
    lea r11, [rcx+0x6c]
    cmp r11, [rbx-8]
    ja .L0
    mov [rbx+rcx+0x64], rdx                  ; wasm 0x40
    pop rbp
    ret
.L0:
    ud2                                      ; wasm 0x40 trap: out of bounds memory access

func[3] <offset_large>: ; 37 bytes, wasm 0x45
    push rbp
    mov rbp, rsp
    mov r11d, -0xc
    add r11, rcx
    cmp r11, [rbx-8]
    ja .L0
    mov r11d, -0x10
    add rcx, r11
    mov ecx, [rbx+rcx]                       ; wasm 0x48
    mov eax, ecx
    pop rbp
    ret
.L0:
    ud2                                      ; wasm 0x48 trap: out of bounds memory access

func[4] <constant>: ; 14 bytes, wasm 0x51
    push rbp
    mov rbp, rsp
    mov ecx, [rbx+0xfffc]                    ; wasm 0x56
    mov eax, ecx
    pop rbp
    ret

func[5] <constant_outside>: ; 28 bytes, wasm 0x5b
    push rbp
    mov rbp, rsp
    mov ecx, 0xfffd
    lea r11, [rcx+4]
    cmp r11, [rbx-8]
    ja .L0
    mov ecx, [rbx+rcx]                       ; wasm 0x60
    mov eax, ecx
    pop rbp
    ret
.L0:
    ud2                                      ; wasm 0x60 trap: out of bounds memory access
