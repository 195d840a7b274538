; x86_64, 6 functions in 240 bytes of code

func[0] <f>: ; 6 bytes, wasm 0x31
    push rbp
    mov rbp, rsp
    pop rbp
    ret

func[1] <not_targeted>: ; 18 bytes, wasm 0x34
    push rbp
    mov rbp, rsp
    mov r10d, ecx
    lea ecx, [r10+1]
    add ecx, r10d
    mov eax, ecx
    pop rbp
    ret

func[2] <targeted>: ; 30 bytes, wasm 0x42
    push rbp
    mov rbp, rsp
    mov r10d, ecx
    test r10d, r10d
    je .L0
    mov eax, 7
    jmp .L1
.L0:
    lea ecx, [r10+2]
    mov eax, ecx
.L1:
    lea eax, [rax+rax*2]
    pop rbp
    ret

func[3] <float>: ; 29 bytes, wasm 0x57
    push rbp
    mov rbp, rsp
    mov r10d, ecx
    movaps xmm7, xmm0
    test r10d, r10d
    je .L0
    movaps xmm0, xmm7
    jmp .L1
.L0:
    xorps xmm0, xmm0
    sqrtsd xmm0, xmm7
.L1:
    pop rbp
    ret

func[4] <two_results>: ; 36 bytes, wasm 0x64
    push rbp
    mov rbp, rsp
    mov r10d, ecx
    test r10d, r10d
    je .L0
    mov eax, 1
    mov edx, 2
    jmp .L1
.L0:
    mov eax, r10d
    mov edx, 4
.L1:
    sub eax, edx
    pop rbp
    ret

func[5] <three_results>: ; 69 bytes, wasm 0x79
    push rbp
    mov rbp, rsp
    mov r10d, ecx
    test r10d, r10d
    je .L0
    mov dword ptr [rbp-8], 1
    mov [rbp-0x10], r10d
    mov dword ptr [rbp-0x18], 3
    mov eax, [rbp-8]
    mov edx, [rbp-0x10]
    jmp .L1
.L0:
    mov [rbp-8], r10d
    mov dword ptr [rbp-0x10], 4
    mov dword ptr [rbp-0x18], 5
    mov eax, [rbp-8]
    mov edx, [rbp-0x10]
.L1:
    sub edx, [rbp-0x18]
    sub eax, edx
    pop rbp
    ret
