; x86_64, 1 function in 160 bytes of code

func[0] <vowels>: ; 148 bytes, wasm 0x18
    push rbp
    mov rbp, rsp
    xor r10d, r10d
    add ecx, -0x61
    cmp ecx, 0x15
    jae .L1
    lea r11, [.L2]
    lea rcx, [rcx+rcx*4]
    add r11, rcx
    jmp r11
.L0:
    mov r10d, 1
.L1:
    mov eax, r10d
    pop rbp
    ret
.L2:
    jmp .L0
    jmp .L1
    jmp .L1
    jmp .L1
    jmp .L0
    jmp .L1
    jmp .L1
    jmp .L1
    jmp .L0
    jmp .L1
    jmp .L1
    jmp .L1
    jmp .L1
    jmp .L1
    jmp .L0
    jmp .L1
    jmp .L1
    jmp .L1
    jmp .L1
    jmp .L1
    jmp .L0
