; x86_64, 6 functions in 192 bytes of code

func[0] <load>: ; 27 bytes, wasm 0x2b
    push rbp
    mov rbp, rsp
    mov r10d, ecx
    lea r11, [r10+4]
    cmp r11, [rbx-8]
    ja .L0
    mov ecx, [rbx+r10]                       ; wasm 0x2e
    mov eax, ecx
    pop rbp
    ret
.L0:
    ud2                                      ; wasm 0x2e trap: out of bounds memory access

func[1] <load8>: ; 28 bytes, wasm 0x33
    push rbp
    mov rbp, rsp
    mov r10d, ecx
    lea r11, [r10+1]
    cmp r11, [rbx-8]
    ja .L0
    movzx ecx, byte ptr [rbx+r10]            ; wasm 0x36
    mov eax, ecx
    pop rbp
    ret
.L0:
    ud2                                      ; wasm 0x36 trap: out of bounds memory access

func[2] <store>: ; 29 bytes, wasm 0x3b
    push rbp
    mov rbp, rsp
    mov r10d, ecx
    mov r9, rdx
    lea r11, [r10+0x6c]
    cmp r11, [rbx-8]
    ja .L0
    mov [rbx+r10+0x64], r9                   ; wasm 0x40
    pop rbp
    ret
.L0:
    ud2                                      ; wasm 0x40 trap: out of bounds memory access

func[3] <offset_large>: ; 39 bytes, wasm 0x45
    push rbp
    mov rbp, rsp
    mov r10d, ecx
    mov r11d, -0xc
    add r11, r10
    cmp r11, [rbx-8]
    ja .L0
    mov ecx, -0x10
    add rcx, r10
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
