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
    lea r11, [.L4]
    movsxd rcx, [r11+rcx*4]
    add r11, rcx
    jmp r11
.L1:
    mov r10d, 1
    jmp .L0
.L2:
    lea r10d, [r9-1]
    jmp .L0
.L3:
    mov r10d, 5
    jmp .L0
    int3
    int3
    int3
.L4:
    .long .L1 - .L4
    .long .L2 - .L4
    .long .L2 - .L4
    .long .L3 - .L4
    .long .L0 - .L4
    .long .L1 - .L4
