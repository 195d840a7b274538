; x86_64, 6 functions in 208 bytes of code

func[0] <registers>: ; 21 bytes, wasm 0x28
    push rbp
    mov rbp, rsp
    mov r10d, ecx
    cmp r10d, edx
    jl .L0
    mov eax, edx
    jmp .L1
.L0:
    mov eax, r10d
.L1:
    pop rbp
    ret

func[1] <immediate>: ; 25 bytes, wasm 0x3a
    push rbp
    mov rbp, rsp
    mov r10d, ecx
    cmp r10d, 0x64
    jae .L0
    mov eax, 7
    jmp .L1
.L0:
    mov eax, r10d
.L1:
    pop rbp
    ret

func[2] <constant_first>: ; 25 bytes, wasm 0x4d
    push rbp
    mov rbp, rsp
    mov r10, rcx
    cmp r10, 5
    jl .L0
    mov eax, 7
    jmp .L1
.L0:
    mov rax, r10
.L1:
    pop rbp
    ret

func[3] <imm64>: ; 34 bytes, wasm 0x5f
    push rbp
    mov rbp, rsp
    mov r10, rcx
    mov r11, 0x123456789
    cmp r10, r11
    je .L0
    mov eax, 7
    jmp .L1
.L0:
    mov rax, r10
.L1:
    pop rbp
    ret

func[4] <value_not_zero>: ; 24 bytes, wasm 0x75
    push rbp
    mov rbp, rsp
    mov r10d, ecx
    test r10d, r10d
    jne .L0
    mov eax, 7
    jmp .L1
.L0:
    mov eax, r10d
.L1:
    pop rbp
    ret

func[5] <temporary_not_zero>: ; 27 bytes, wasm 0x84
    push rbp
    mov rbp, rsp
    mov r10d, ecx
    lea ecx, [r10-3]
    test ecx, ecx
    jne .L0
    mov eax, 7
    jmp .L1
.L0:
    mov eax, r10d
.L1:
    pop rbp
    ret
