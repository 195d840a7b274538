; x86_64, 3 functions in 96 bytes of code

func[0] <early>: ; 25 bytes, wasm 0x27
    push rbp
    mov rbp, rsp
    test ecx, ecx
    jne .L0
    xorps xmm0, xmm0
    jmp .L1
.L0:
    movaps xmm1, xmm0
    mulsd xmm1, xmm0
    movaps xmm0, xmm1
.L1:
    pop rbp
    ret

func[1] <two>: ; 29 bytes, wasm 0x3f
    push rbp
    mov rbp, rsp
    test ecx, ecx
    je .L0
    mov rax, rdx
    mov edx, ecx
    jmp .L1
.L0:
    mov rax, -1
    mov edx, -1
.L1:
    pop rbp
    ret

func[2] <conditionally>: ; 20 bytes, wasm 0x50
    push rbp
    mov rbp, rsp
    cmp ecx, 9
    jbe .L0
    mov eax, 5
    jmp .L1
.L0:
    mov eax, ecx
.L1:
    pop rbp
    ret
