; x86_64, 4 functions in 192 bytes of code

func[0] <one_case>: ; 22 bytes, wasm 0x1f
    push rbp
    mov rbp, rsp
    test ecx, ecx
    jne .L0
    mov eax, 1
    jmp .L1
.L0:
    mov eax, 2
.L1:
    pop rbp
    ret

func[1] <three_cases>: ; 46 bytes, wasm 0x33
    push rbp
    mov rbp, rsp
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

func[2] <table>: ; 96 bytes, wasm 0x55
    push rbp
    mov rbp, rsp
    add ecx, -3
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

func[3] <default_only>: ; 6 bytes, wasm 0x89
    push rbp
    mov rbp, rsp
    pop rbp
    ret
