; x86_64, 2 functions in 208 bytes of code

func[0] <one_block>: ; 61 bytes, wasm 0x26
    push rbp
    mov rbp, rsp
    mov dword ptr [rbp-0x18], 1
    mov dword ptr [rbp-0x20], 2
    mov dword ptr [rbp-0x28], 3
    mov eax, [rbp-0x18]
    mov edx, [rbp-0x20]
    mov r11d, [rbp-0x28]
    mov [rbp-0x20], r11d
    mov [rbp-0x10], eax
    mov [rbp-0x18], edx
    mov eax, [rbp-0x10]
    mov edx, [rbp-0x18]
    mov r11d, [rbp-0x20]
    mov [rbp+0x10], r11d
    pop rbp
    ret

func[1] <two_blocks>: ; 144 bytes, wasm 0x40
    push rbp
    mov rbp, rsp
    cmp ecx, 7
    jae .L1
    lea r11, [.L3]
    movsxd rcx, [r11+rcx*4]
    add r11, rcx
    jmp r11
.L0:
    mov dword ptr [rbp-0x10], 1
    mov dword ptr [rbp-0x18], 2
    mov dword ptr [rbp-0x20], 3
    mov eax, [rbp-0x10]
    mov edx, [rbp-0x18]
    jmp .L2
.L1:
    mov dword ptr [rbp-0x10], 1
    mov dword ptr [rbp-0x18], 2
    mov dword ptr [rbp-0x20], 3
    mov eax, [rbp-0x10]
    mov edx, [rbp-0x18]
    mov dword ptr [rbp-0x10], 4
    mov dword ptr [rbp-0x18], 5
    mov dword ptr [rbp-0x20], 6
    mov eax, [rbp-0x10]
    mov edx, [rbp-0x18]
.L2:
    add edx, [rbp-0x20]
    add eax, edx
    pop rbp
    ret
.L3:
    .long .L0 - .L3
    .long .L1 - .L3
    .long .L0 - .L3
    .long .L1 - .L3
    .long .L0 - .L3
    .long .L1 - .L3
    .long .L0 - .L3
