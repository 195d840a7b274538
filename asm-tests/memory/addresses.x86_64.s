; x86_64, 8 functions in 224 bytes of code

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

func[3] <sum_wraps>: ; 19 bytes, wasm 0x50
    push rbp
    mov rbp, rsp
    mov r10d, ecx
    lea ecx, [r10+8]
    mov ecx, [rbx+rcx+4]                     ; wasm 0x56
    mov eax, ecx
    pop rbp
    ret

func[4] <offset_large>: ; 22 bytes, wasm 0x5b
    push rbp
    mov rbp, rsp
    mov r10d, ecx
    mov ecx, -0x10
    add rcx, r10
    mov ecx, [rbx+rcx]                       ; wasm 0x5e
    mov eax, ecx
    pop rbp
    ret

func[5] <offset_limit>: ; 31 bytes, wasm 0x67
    push rbp
    mov rbp, rsp
    mov r10d, ecx
    mov ecx, [rbx+r10+0x7fffffef]            ; wasm 0x6a
    lea rdx, [r10+0x7ffffff0]
    mov edx, [rbx+rdx]                       ; wasm 0x73
    add ecx, edx
    mov eax, ecx
    pop rbp
    ret

func[6] <indexed>: ; 21 bytes, wasm 0x7d
    push rbp
    mov rbp, rsp
    mov r10d, ecx
    mov r9d, edx
    lea ecx, [r10+r9*4]
    mov ecx, [rbx+rcx]                       ; wasm 0x86
    mov eax, ecx
    pop rbp
    ret

func[7] <chain>: ; 23 bytes, wasm 0x8b
    push rbp
    mov rbp, rsp
    mov r10d, ecx
    mov ecx, [rbx+r10]                       ; wasm 0x8e
    mov ecx, [rbx+rcx+4]                     ; wasm 0x91
    mov ecx, [rbx+rcx+4]                     ; wasm 0x94
    mov eax, ecx
    pop rbp
    ret
