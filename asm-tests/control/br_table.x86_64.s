; x86_64, 4 functions in 224 bytes of code

func[0] <one_case>: ; 28 bytes, wasm 0x1f
    push rbp
    mov rbp, rsp
    mov r10d, ecx
    mov ecx, r10d
    test ecx, ecx
    jne .L0
    mov eax, 1
    jmp .L1
.L0:
    mov eax, 2
.L1:
    pop rbp
    ret

func[1] <three_cases>: ; 52 bytes, wasm 0x33
    push rbp
    mov rbp, rsp
    mov r10d, ecx
    mov ecx, r10d
    cmp ecx, 1
    jb .L0
    je .L1
    cmp ecx, 2
    je .L2
    jmp .L3
.L0:
    mov eax, 0xa
    jmp .L4
.L1:
    mov eax, 0x14
    jmp .L4
.L2:
    mov eax, 0x1e
    jmp .L4
.L3:
    mov eax, 0x28
.L4:
    pop rbp
    ret

func[2] <table>: ; 100 bytes, wasm 0x55
    push rbp
    mov rbp, rsp
    mov r10d, ecx
    lea ecx, [r10-3]
    cmp ecx, 6
    jae .L5
    lea r11, [.L7]
    movsxd rcx, [r11+rcx*4]
    add r11, rcx
    jmp r11
.L0:
    mov eax, 0xa
    jmp .L6
.L1:
    mov eax, 0x14
    jmp .L6
.L2:
    mov eax, 0x1e
    jmp .L6
.L3:
    mov eax, 0x28
    jmp .L6
.L4:
    mov eax, 0x32
    jmp .L6
.L5:
    mov eax, 0x3c
.L6:
    pop rbp
    ret
    int3
.L7:
    .long .L0 - .L7
    .long .L1 - .L7
    .long .L2 - .L7
    .long .L3 - .L7
    .long .L4 - .L7
    .long .L0 - .L7

func[3] <default_only>: ; 12 bytes, wasm 0x89
    push rbp
    mov rbp, rsp
    mov r10d, ecx
    mov ecx, r10d
    pop rbp
    ret
