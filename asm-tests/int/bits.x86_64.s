; x86_64, 7 functions in 208 bytes of code

func[0] <clz32>: ; 28 bytes, wasm 0x23
    push rbp
    mov rbp, rsp
    mov [rbp-8], ecx
    mov eax, [rbp-8]
    mov r11d, 0x3f
    bsr eax, eax
    cmove eax, r11d
    xor eax, 0x1f
    pop rbp
    ret

func[1] <ctz32>: ; 25 bytes, wasm 0x29
    push rbp
    mov rbp, rsp
    mov [rbp-8], ecx
    mov eax, [rbp-8]
    mov r11d, 0x20
    bsf eax, eax
    cmove eax, r11d
    pop rbp
    ret

func[2] <popcnt32>: ; 16 bytes, wasm 0x2f
    push rbp
    mov rbp, rsp
    mov [rbp-8], ecx
    mov eax, [rbp-8]
    popcnt eax, eax
    pop rbp
    ret

func[3] <clz64>: ; 31 bytes, wasm 0x35
    push rbp
    mov rbp, rsp
    mov [rbp-8], rcx
    mov rax, [rbp-8]
    mov r11d, 0x7f
    bsr rax, rax
    cmove rax, r11
    xor eax, 0x3f
    pop rbp
    ret

func[4] <ctz64>: ; 28 bytes, wasm 0x3b
    push rbp
    mov rbp, rsp
    mov [rbp-8], rcx
    mov rax, [rbp-8]
    mov r11d, 0x40
    bsf rax, rax
    cmove rax, r11
    pop rbp
    ret

func[5] <popcnt64>: ; 19 bytes, wasm 0x41
    push rbp
    mov rbp, rsp
    mov [rbp-8], rcx
    mov rax, [rbp-8]
    popcnt rax, rax
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
