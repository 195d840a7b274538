; x86_64, 6 functions in 176 bytes of code

func[0] <f>: ; 6 bytes, wasm 0x31
    push rbp
    mov rbp, rsp
    pop rbp
    ret

func[1] <not_targeted>: ; 13 bytes, wasm 0x34
    push rbp
    mov rbp, rsp
    lea edx, [rcx+1]
    add edx, ecx
    mov eax, edx
    pop rbp
    ret

func[2] <targeted>: ; 25 bytes, wasm 0x42
    push rbp
    mov rbp, rsp
    test ecx, ecx
    je .L0
    mov eax, 7
    jmp .L1
.L0:
    add ecx, 2
    mov eax, ecx
.L1:
    lea eax, [rax+rax*2]
    pop rbp
    ret

func[3] <float>: ; 14 bytes, wasm 0x57
    push rbp
    mov rbp, rsp
    test ecx, ecx
    jne .L0
    sqrtsd xmm0, xmm0
.L0:
    pop rbp
    ret

func[4] <two_results>: ; 31 bytes, wasm 0x64
    push rbp
    mov rbp, rsp
    test ecx, ecx
    je .L0
    mov eax, 1
    mov edx, 2
    jmp .L1
.L0:
    mov eax, ecx
    mov edx, 4
.L1:
    sub eax, edx
    pop rbp
    ret

func[5] <three_results>: ; 63 bytes, wasm 0x79
    push rbp
    mov rbp, rsp
    test ecx, ecx
    je .L0
    mov dword ptr [rbp-0x10], 1
    mov [rbp-0x18], ecx
    mov dword ptr [rbp-0x20], 3
    mov eax, [rbp-0x10]
    mov edx, [rbp-0x18]
    jmp .L1
.L0:
    mov [rbp-0x10], ecx
    mov dword ptr [rbp-0x18], 4
    mov dword ptr [rbp-0x20], 5
    mov eax, [rbp-0x10]
    mov edx, [rbp-0x18]
.L1:
    sub edx, [rbp-0x20]
    sub eax, edx
    pop rbp
    ret
