; x86_64, 2 functions in 96 bytes of code

func[0] <both>: ; 38 bytes, wasm 0x1f
    push rbp
    mov rbp, rsp
    mov r10d, ecx
    mov r9d, edx
    lea eax, [r10+1]
    mov [rbp-8], eax
    test r9d, r9d
    je .L0
    mov eax, [rbp-8]
    lea eax, [rax+rax*2]
    jmp .L1
.L0:
    mov eax, [rbp-8]
    xor eax, 5
.L1:
    pop rbp
    ret

func[1] <no_else>: ; 35 bytes, wasm 0x33
    push rbp
    mov rbp, rsp
    mov r10d, ecx
    mov r9d, edx
    lea eax, [r10+1]
    mov [rbp-8], eax
    test r9d, r9d
    je .L0
    mov eax, [rbp-8]
    lea eax, [rax+rax*2]
    jmp .L1
.L0:
    mov eax, [rbp-8]
.L1:
    pop rbp
    ret
