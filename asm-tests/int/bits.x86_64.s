; x86_64, 7 functions in 192 bytes of code

func[0] <clz32>: ; 26 bytes, wasm 0x23
    push rbp
    mov rbp, rsp
    mov r10d, ecx
    mov r11d, 0x3f
    bsr eax, r10d
    cmove eax, r11d
    xor eax, 0x1f
    pop rbp
    ret

func[1] <ctz32>: ; 23 bytes, wasm 0x29
    push rbp
    mov rbp, rsp
    mov r10d, ecx
    mov r11d, 0x20
    bsf eax, r10d
    cmove eax, r11d
    pop rbp
    ret

func[2] <popcnt32>: ; 14 bytes, wasm 0x2f
    push rbp
    mov rbp, rsp
    mov r10d, ecx
    popcnt eax, r10d
    pop rbp
    ret

func[3] <clz64>: ; 26 bytes, wasm 0x35
    push rbp
    mov rbp, rsp
    mov r10, rcx
    mov r11d, 0x7f
    bsr rax, r10
    cmove rax, r11
    xor eax, 0x3f
    pop rbp
    ret

func[4] <ctz64>: ; 23 bytes, wasm 0x3b
    push rbp
    mov rbp, rsp
    mov r10, rcx
    mov r11d, 0x40
    bsf rax, r10
    cmove rax, r11
    pop rbp
    ret

func[5] <popcnt64>: ; 14 bytes, wasm 0x41
    push rbp
    mov rbp, rsp
    mov r10, rcx
    popcnt rax, r10
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
