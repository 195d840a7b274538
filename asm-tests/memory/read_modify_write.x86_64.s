; x86_64, 3 functions in 96 bytes of code

func[0] <increment>: ; 15 bytes, wasm 0x29
    push rbp
    mov rbp, rsp
    mov edx, [rbx+rcx]                       ; wasm 0x2e
    add edx, 1
    mov [rbx+rcx], edx                       ; wasm 0x34
    pop rbp
    ret

func[1] <copy>: ; 24 bytes, wasm 0x39
    push rbp
    mov rbp, rsp
    mov rax, [rbx+rdx]                       ; wasm 0x3e
    mov [rbx+rcx], rax                       ; wasm 0x41
    mov rdx, [rbx+rdx+8]                     ; wasm 0x48
    mov [rbx+rcx+8], rdx                     ; wasm 0x4b
    pop rbp
    ret

func[2] <sum>: ; 35 bytes, wasm 0x50
    push rbp
    mov rbp, rsp
    push rsi
    mov r10d, ecx
    mov esi, edx
    xor r9d, r9d
.L0:
    mov ecx, [rbx+r10]                       ; wasm 0x59
    add r9d, ecx
    add r10d, 4
    cmp r10d, esi
    jb .L0
    mov eax, r9d
    pop rsi
    pop rbp
    ret
