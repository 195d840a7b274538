; x86_64, 3 functions in 112 bytes of code

func[0] <early>: ; 29 bytes, wasm 0x27
    push rbp
    mov rbp, rsp
    mov r10d, ecx
    movaps xmm7, xmm0
    test r10d, r10d
    jne .L0
    xorps xmm0, xmm0
    jmp .L1
.L0:
    movaps xmm0, xmm7
    mulsd xmm0, xmm7
.L1:
    pop rbp
    ret

func[1] <two>: ; 37 bytes, wasm 0x3f
    push rbp
    mov rbp, rsp
    mov r10d, ecx
    mov r9, rdx
    test r10d, r10d
    je .L0
    mov rax, r9
    mov edx, r10d
    jmp .L1
.L0:
    mov rax, -1
    mov edx, -1
.L1:
    pop rbp
    ret

func[2] <conditionally>: ; 25 bytes, wasm 0x50
    push rbp
    mov rbp, rsp
    mov r10d, ecx
    cmp r10d, 9
    jbe .L0
    mov eax, 5
    jmp .L1
.L0:
    mov eax, r10d
.L1:
    pop rbp
    ret
