; x86_64, 5 functions in 128 bytes of code

func[0] <clz32>: ; 16 bytes, wasm 0x21
    push rbp
    mov rbp, rsp
    mov r10d, ecx
    lzcnt ecx, r10d
    mov eax, ecx
    pop rbp
    ret

func[1] <ctz32>: ; 16 bytes, wasm 0x27
    push rbp
    mov rbp, rsp
    mov r10d, ecx
    tzcnt ecx, r10d
    mov eax, ecx
    pop rbp
    ret

func[2] <clz64>: ; 17 bytes, wasm 0x2d
    push rbp
    mov rbp, rsp
    mov r10, rcx
    lzcnt rcx, r10
    mov rax, rcx
    pop rbp
    ret

func[3] <ctz64>: ; 17 bytes, wasm 0x33
    push rbp
    mov rbp, rsp
    mov r10, rcx
    tzcnt rcx, r10
    mov rax, rcx
    pop rbp
    ret

func[4] <popcnt64>: ; 17 bytes, wasm 0x39
    push rbp
    mov rbp, rsp
    mov r10, rcx
    popcnt rcx, r10
    mov rax, rcx
    pop rbp
    ret
