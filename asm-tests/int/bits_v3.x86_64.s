; x86_64, 5 functions in 128 bytes of code

func[0] <clz32>: ; 16 bytes, wasm 0x21
    push rbp
    mov rbp, rsp
    mov [rbp-8], ecx
    mov eax, [rbp-8]
    lzcnt eax, eax
    pop rbp
    ret

func[1] <ctz32>: ; 16 bytes, wasm 0x27
    push rbp
    mov rbp, rsp
    mov [rbp-8], ecx
    mov eax, [rbp-8]
    tzcnt eax, eax
    pop rbp
    ret

func[2] <clz64>: ; 19 bytes, wasm 0x2d
    push rbp
    mov rbp, rsp
    mov [rbp-8], rcx
    mov rax, [rbp-8]
    lzcnt rax, rax
    pop rbp
    ret

func[3] <ctz64>: ; 19 bytes, wasm 0x33
    push rbp
    mov rbp, rsp
    mov [rbp-8], rcx
    mov rax, [rbp-8]
    tzcnt rax, rax
    pop rbp
    ret

func[4] <popcnt64>: ; 19 bytes, wasm 0x39
    push rbp
    mov rbp, rsp
    mov [rbp-8], rcx
    mov rax, [rbp-8]
    popcnt rax, rax
    pop rbp
    ret
