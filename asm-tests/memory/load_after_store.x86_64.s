; x86_64, 6 functions in 160 bytes of code

func[0]: ; 16 bytes, wasm 0x30
    push rbp
    mov rbp, rsp
    lea eax, [rdx+1]
    mov [rbx+rcx+8], eax                     ; wasm 0x38
    imul eax, edx
    pop rbp
    ret

func[1]: ; 26 bytes, wasm 0x45
    push rbp
    mov rbp, rsp
    mov [rbx+rcx+8], rdx                     ; wasm 0x4a
    mov rax, rdx
    mov [rbx+rcx+0x10], rax                  ; wasm 0x58
    mov ecx, [rbx+rcx+0x10]                  ; wasm 0x62
    add rax, rcx
    pop rbp
    ret

func[2]: ; 36 bytes, wasm 0x68
    push rbp
    mov rbp, rsp
    pcmpeqd xmm15, xmm15
    psllq xmm15, 0x3f
    movaps xmm1, xmm0
    xorps xmm1, xmm15
    movlps [rbx+rcx+8], xmm1                 ; wasm 0x6e
    mulsd xmm1, xmm0
    movaps xmm0, xmm1
    pop rbp
    ret

func[3]: ; 14 bytes, wasm 0x7b
    push rbp
    mov rbp, rsp
    mov [rbx+rcx], edx                       ; wasm 0x80
    mov edx, [rbx+rdx]                       ; wasm 0x85
    mov eax, edx
    pop rbp
    ret

func[4]: ; 15 bytes, wasm 0x8a
    push rbp
    mov rbp, rsp
    mov [rbx+rcx], dl                        ; wasm 0x8f
    movzx ecx, byte ptr [rbx+rcx]            ; wasm 0x94
    mov eax, ecx
    pop rbp
    ret

func[5]: ; 23 bytes, wasm 0x99
    push rbp
    mov rbp, rsp
    mov r10d, ecx
    test edx, edx
    jne .L0
    mov [rbx+r10], edx                       ; wasm 0xa4
.L0:
    mov ecx, [rbx+r10]                       ; wasm 0xaa
    mov eax, ecx
    pop rbp
    ret
