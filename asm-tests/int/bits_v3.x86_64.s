; x86_64, 5 functions in 80 bytes of code

func[0] <clz32>: ; 12 bytes, wasm 0x21
    push rbp
    mov rbp, rsp
    lzcnt ecx, ecx
    mov eax, ecx
    pop rbp
    ret

func[1] <ctz32>: ; 12 bytes, wasm 0x27
    push rbp
    mov rbp, rsp
    tzcnt ecx, ecx
    mov eax, ecx
    pop rbp
    ret

func[2] <clz64>: ; 14 bytes, wasm 0x2d
    push rbp
    mov rbp, rsp
    lzcnt rcx, rcx
    mov rax, rcx
    pop rbp
    ret

func[3] <ctz64>: ; 14 bytes, wasm 0x33
    push rbp
    mov rbp, rsp
    tzcnt rcx, rcx
    mov rax, rcx
    pop rbp
    ret

func[4] <popcnt64>: ; 14 bytes, wasm 0x39
    push rbp
    mov rbp, rsp
    popcnt rcx, rcx
    mov rax, rcx
    pop rbp
    ret
