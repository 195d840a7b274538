; x86_64, 2 functions in 96 bytes of code

func[0] <both>: ; 41 bytes, wasm 0x1f
    push rbp
    mov rbp, rsp
    mov [rbp-8], ecx
    mov [rbp-0x10], edx
    mov eax, [rbp-8]
    add eax, 1
    mov [rbp-0x18], eax
    cmp dword ptr [rbp-0x10], 0
    je .L0
    mov eax, [rbp-0x18]
    lea eax, [rax+rax*2]
    jmp .L1
.L0:
    mov eax, [rbp-0x18]
    xor eax, 5
.L1:
    pop rbp
    ret

func[1] <no_else>: ; 38 bytes, wasm 0x33
    push rbp
    mov rbp, rsp
    mov [rbp-8], ecx
    mov [rbp-0x10], edx
    mov eax, [rbp-8]
    add eax, 1
    mov [rbp-0x18], eax
    cmp dword ptr [rbp-0x10], 0
    je .L0
    mov eax, [rbp-0x18]
    lea eax, [rax+rax*2]
    jmp .L1
.L0:
    mov eax, [rbp-0x18]
.L1:
    pop rbp
    ret
