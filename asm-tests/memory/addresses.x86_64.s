; x86_64, 8 functions in 224 bytes of code

func[0] <constant>: ; 12 bytes, wasm 0x31
    push rbp
    mov rbp, rsp
    mov eax, [rbx+0x408]                     ; wasm 0x35
    pop rbp
    ret

func[1] <constant_store>: ; 13 bytes, wasm 0x3a
    push rbp
    mov rbp, rsp
    mov dword ptr [rbx+0x10], 1              ; wasm 0x3f
    pop rbp
    ret

func[2] <constant_large>: ; 23 bytes, wasm 0x44
    push rbp
    mov rbp, rsp
    mov eax, -0x10
    mov r11d, -0x10
    add rax, r11
    mov eax, [rbx+rax]                       ; wasm 0x47
    pop rbp
    ret

func[3] <sum_wraps>: ; 17 bytes, wasm 0x50
    push rbp
    mov rbp, rsp
    mov r10d, ecx
    lea eax, [r10+8]
    mov eax, [rbx+rax+4]                     ; wasm 0x56
    pop rbp
    ret

func[4] <offset_large>: ; 20 bytes, wasm 0x5b
    push rbp
    mov rbp, rsp
    mov r10d, ecx
    mov eax, -0x10
    add rax, r10
    mov eax, [rbx+rax]                       ; wasm 0x5e
    pop rbp
    ret

func[5] <offset_limit>: ; 29 bytes, wasm 0x67
    push rbp
    mov rbp, rsp
    mov r10d, ecx
    mov eax, [rbx+r10+0x7fffffef]            ; wasm 0x6a
    lea rcx, [r10+0x7ffffff0]
    mov ecx, [rbx+rcx]                       ; wasm 0x73
    add eax, ecx
    pop rbp
    ret

func[6] <indexed>: ; 19 bytes, wasm 0x7d
    push rbp
    mov rbp, rsp
    mov r10d, ecx
    mov r9d, edx
    lea eax, [r10+r9*4]
    mov eax, [rbx+rax]                       ; wasm 0x86
    pop rbp
    ret

func[7] <chain>: ; 21 bytes, wasm 0x8b
    push rbp
    mov rbp, rsp
    mov r10d, ecx
    mov eax, [rbx+r10]                       ; wasm 0x8e
    mov eax, [rbx+rax+4]                     ; wasm 0x91
    mov eax, [rbx+rax+4]                     ; wasm 0x94
    pop rbp
    ret
