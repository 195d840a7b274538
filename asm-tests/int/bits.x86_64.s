; x86_64, 7 functions in 208 bytes of code

func[0] <clz32>: ; 28 bytes, wasm 0x23
    push rbp
    mov rbp, rsp
    mov r10d, ecx
    mov r11d, 0x3f
    bsr ecx, r10d
    cmove ecx, r11d
    xor ecx, 0x1f
    mov eax, ecx
    pop rbp
    ret

func[1] <ctz32>: ; 25 bytes, wasm 0x29
    push rbp
    mov rbp, rsp
    mov r10d, ecx
    mov r11d, 0x20
    bsf ecx, r10d
    cmove ecx, r11d
    mov eax, ecx
    pop rbp
    ret

func[2] <popcnt32>: ; 16 bytes, wasm 0x2f
    push rbp
    mov rbp, rsp
    mov r10d, ecx
    popcnt ecx, r10d
    mov eax, ecx
    pop rbp
    ret

func[3] <clz64>: ; 29 bytes, wasm 0x35
    push rbp
    mov rbp, rsp
    mov r10, rcx
    mov r11d, 0x7f
    bsr rcx, r10
    cmove rcx, r11
    xor ecx, 0x3f
    mov rax, rcx
    pop rbp
    ret

func[4] <ctz64>: ; 26 bytes, wasm 0x3b
    push rbp
    mov rbp, rsp
    mov r10, rcx
    mov r11d, 0x40
    bsf rcx, r10
    cmove rcx, r11
    mov rax, rcx
    pop rbp
    ret

func[5] <popcnt64>: ; 17 bytes, wasm 0x41
    push rbp
    mov rbp, rsp
    mov r10, rcx
    popcnt rcx, r10
    mov rax, rcx
    pop rbp
    ret

func[6] <into_operand>: ; 30 bytes, wasm 0x47
    push rbp
    mov rbp, rsp
    mov r10d, ecx
    mov r11d, 0x3f
    bsr r10d, r10d
    cmove r10d, r11d
    xor r10d, 0x1f
    mov eax, r10d
    pop rbp
    ret
