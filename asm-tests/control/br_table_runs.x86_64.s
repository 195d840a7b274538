; x86_64, 2 functions in 80 bytes of code

func[0] <digits_and_letters>: ; 53 bytes, wasm 0x19
    push rbp
    mov rbp, rsp
    add ecx, -0x30
    cmp ecx, 0x10
    jae .L0
    cmp ecx, 0xa
    jb .L1
    jmp .L3
.L0:
    cmp ecx, 0x29
    jb .L2
    jmp .L3
.L1:
    mov eax, 1
    jmp .L4
.L2:
    mov eax, 2
    jmp .L4
.L3:
    mov eax, 3
.L4:
    pop rbp
    ret

func[1] <one_run>: ; 11 bytes, wasm 0x5e
    push rbp
    mov rbp, rsp
    mov eax, 1
    pop rbp
    ret
