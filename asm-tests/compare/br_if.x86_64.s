; x86_64, 6 functions in 176 bytes of code

func[0] <registers>: ; 16 bytes, wasm 0x28
    push rbp
    mov rbp, rsp
    cmp ecx, edx
    jl .L0
    mov eax, edx
    jmp .L1
.L0:
    mov eax, ecx
.L1:
    pop rbp
    ret

func[1] <immediate>: ; 20 bytes, wasm 0x3a
    push rbp
    mov rbp, rsp
    cmp ecx, 0x64
    jae .L0
    mov eax, 7
    jmp .L1
.L0:
    mov eax, ecx
.L1:
    pop rbp
    ret

func[2] <constant_first>: ; 22 bytes, wasm 0x4d
    push rbp
    mov rbp, rsp
    cmp rcx, 5
    jl .L0
    mov eax, 7
    jmp .L1
.L0:
    mov rax, rcx
.L1:
    pop rbp
    ret

func[3] <imm64>: ; 31 bytes, wasm 0x5f
    push rbp
    mov rbp, rsp
    mov r11, 0x123456789
    cmp rcx, r11
    je .L0
    mov eax, 7
    jmp .L1
.L0:
    mov rax, rcx
.L1:
    pop rbp
    ret

func[4] <value_not_zero>: ; 19 bytes, wasm 0x75
    push rbp
    mov rbp, rsp
    test ecx, ecx
    jne .L0
    mov eax, 7
    jmp .L1
.L0:
    mov eax, ecx
.L1:
    pop rbp
    ret

func[5] <temporary_not_zero>: ; 22 bytes, wasm 0x84
    push rbp
    mov rbp, rsp
    lea edx, [rcx-3]
    test edx, edx
    jne .L0
    mov eax, 7
    jmp .L1
.L0:
    mov eax, ecx
.L1:
    pop rbp
    ret
