; x86_64, 1 function in 96 bytes of code

func[0] <state_machine>: ; 84 bytes, wasm 0x18
    push rbp
    mov rbp, rsp
    mov r9d, ecx
    xor r10d, r10d
.L0:
    mov ecx, r10d
    cmp ecx, 6
    jae .L0
    lea r11, [rip+.L1]
    movsxd rcx, [r11+rcx*4]
    add r11, rcx
    jmp r11
    mov r10d, 1
    jmp .L0
    lea r10d, [r9-1]
    jmp .L0
    mov r10d, 5
    jmp .L0
    int3
    int3
    int3
.L1:
    out -1, eax
    .byte 0xff
    .byte 0xff
    out dx, eax
    .byte 0xff
    .byte 0xff
    .byte 0xff
    out dx, eax
    .byte 0xff
    .byte 0xff
    push rbp
    .byte 0xff
    .byte 0xff
    dec esi
    .byte 0xff
    .byte 0xff
    jmp rdi
    .byte 0xff
    .byte 0xff
    .byte 0xff
