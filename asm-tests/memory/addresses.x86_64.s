; x86_64, 8 functions in 192 bytes of code

func[0] <constant>: ; 14 bytes, wasm 0x31
    push rbp
    mov rbp, rsp
    mov ecx, [rbx+0x408]                     ; wasm 0x35
    mov eax, ecx
    pop rbp
    ret

func[1] <constant_store>: ; 13 bytes, wasm 0x3a
    push rbp
    mov rbp, rsp
    mov dword ptr [rbx+0x10], 1              ; wasm 0x3f
    pop rbp
    ret

func[2] <constant_large>: ; 25 bytes, wasm 0x44
    push rbp
    mov rbp, rsp
    mov ecx, -0x10
    mov r11d, -0x10
    add rcx, r11
    mov ecx, [rbx+rcx]                       ; wasm 0x47
    mov eax, ecx
    pop rbp
    ret

func[3] <sum_wraps>: ; 15 bytes, wasm 0x50
    push rbp
    mov rbp, rsp
    add ecx, 8
    mov ecx, [rbx+rcx+4]                     ; wasm 0x56
    mov eax, ecx
    pop rbp
    ret

func[4] <offset_large>: ; 20 bytes, wasm 0x5b
    push rbp
    mov rbp, rsp
    mov r11d, -0x10
    add rcx, r11
    mov ecx, [rbx+rcx]                       ; wasm 0x5e
    mov eax, ecx
    pop rbp
    ret

func[5] <offset_limit>: ; 27 bytes, wasm 0x67
    push rbp
    mov rbp, rsp
    mov edx, [rbx+rcx+0x7fffffef]            ; wasm 0x6a
    add rcx, 0x7ffffff0
    mov ecx, [rbx+rcx]                       ; wasm 0x73
    add edx, ecx
    mov eax, edx
    pop rbp
    ret

func[6] <indexed>: ; 14 bytes, wasm 0x7d
    push rbp
    mov rbp, rsp
    lea edx, [rcx+rdx*4]
    mov edx, [rbx+rdx]                       ; wasm 0x86
    mov eax, edx
    pop rbp
    ret

func[7] <chain>: ; 19 bytes, wasm 0x8b
    push rbp
    mov rbp, rsp
    mov ecx, [rbx+rcx]                       ; wasm 0x8e
    mov ecx, [rbx+rcx+4]                     ; wasm 0x91
    mov ecx, [rbx+rcx+4]                     ; wasm 0x94
    mov eax, ecx
    pop rbp
    ret
