; x86_64, 7 functions in 192 bytes of code

func[0] <clz32>: ; 24 bytes, wasm 0x23
    push rbp
    mov rbp, rsp
    mov r11d, 0x3f
    bsr ecx, ecx
    cmove ecx, r11d
    xor ecx, 0x1f
    mov eax, ecx
    pop rbp
    ret

func[1] <ctz32>: ; 21 bytes, wasm 0x29
    push rbp
    mov rbp, rsp
    mov r11d, 0x20
    bsf ecx, ecx
    cmove ecx, r11d
    mov eax, ecx
    pop rbp
    ret

func[2] <popcnt32>: ; 12 bytes, wasm 0x2f
    push rbp
    mov rbp, rsp
    popcnt ecx, ecx
    mov eax, ecx
    pop rbp
    ret

func[3] <clz64>: ; 26 bytes, wasm 0x35
    push rbp
    mov rbp, rsp
    mov r11d, 0x7f
    bsr rcx, rcx
    cmove rcx, r11
    xor ecx, 0x3f
    mov rax, rcx
    pop rbp
    ret

func[4] <ctz64>: ; 23 bytes, wasm 0x3b
    push rbp
    mov rbp, rsp
    mov r11d, 0x40
    bsf rcx, rcx
    cmove rcx, r11
    mov rax, rcx
    pop rbp
    ret

func[5] <popcnt64>: ; 14 bytes, wasm 0x41
    push rbp
    mov rbp, rsp
    popcnt rcx, rcx
    mov rax, rcx
    pop rbp
    ret

func[6] <into_operand>: ; 24 bytes, wasm 0x47
    push rbp
    mov rbp, rsp
    mov r11d, 0x3f
    bsr edx, ecx
    cmove edx, r11d
    xor edx, 0x1f
    mov eax, edx
    pop rbp
    ret
