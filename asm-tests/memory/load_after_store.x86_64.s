; x86_64, 7 functions in 192 bytes of code

func[0]: ; 16 bytes, wasm 0x31
    push rbp
    mov rbp, rsp
    lea eax, [rdx+1]
    mov [rbx+rcx+8], eax                     ; wasm 0x39
    imul eax, edx
    pop rbp
    ret

func[1]: ; 26 bytes, wasm 0x46
    push rbp
    mov rbp, rsp
    mov [rbx+rcx+8], rdx                     ; wasm 0x4b
    mov rax, rdx
    mov [rbx+rcx+0x10], rax                  ; wasm 0x59
    mov ecx, [rbx+rcx+0x10]                  ; wasm 0x63
    add rax, rcx
    pop rbp
    ret

func[2]: ; 36 bytes, wasm 0x69
    push rbp
    mov rbp, rsp
    pcmpeqd xmm15, xmm15
    psllq xmm15, 0x3f
    movaps xmm1, xmm0
    xorps xmm1, xmm15
    movlps [rbx+rcx+8], xmm1                 ; wasm 0x6f
    mulsd xmm1, xmm0
    movaps xmm0, xmm1
    pop rbp
    ret

func[3]: ; 14 bytes, wasm 0x7c
    push rbp
    mov rbp, rsp
    mov [rbx+rcx], edx                       ; wasm 0x81
    mov edx, [rbx+rdx]                       ; wasm 0x86
    mov eax, edx
    pop rbp
    ret

func[4]: ; 15 bytes, wasm 0x8b
    push rbp
    mov rbp, rsp
    mov [rbx+rcx], dl                        ; wasm 0x90
    movzx ecx, byte ptr [rbx+rcx]            ; wasm 0x95
    mov eax, ecx
    pop rbp
    ret

func[5]: ; 23 bytes, wasm 0x9a
    push rbp
    mov rbp, rsp
    mov r10d, ecx
    test edx, edx
    jne .L0
    mov [rbx+r10], edx                       ; wasm 0xa5
.L0:
    mov ecx, [rbx+r10]                       ; wasm 0xab
    mov eax, ecx
    pop rbp
    ret

func[6]: ; 32 bytes, wasm 0xb0
    push rbp
    mov rbp, rsp
    mov r10d, ecx
    mov r9d, edx
.L0:
    mov [rbx+r10+4], r9d                     ; wasm 0xb7
    mov r10d, r9d
    mov ecx, [rbx+r10+4]                     ; wasm 0xc3
    test ecx, ecx
    jne .L0
    mov eax, r10d
    pop rbp
    ret
