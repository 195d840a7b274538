; x86_64, 5 functions in 80 bytes of code

func[0] <clz32>: ; 14 bytes, wasm 0x21
    push rbp
    mov rbp, rsp
    mov r10d, ecx
    lzcnt eax, r10d
    pop rbp
    ret

func[1] <ctz32>: ; 14 bytes, wasm 0x27
    push rbp
    mov rbp, rsp
    mov r10d, ecx
    tzcnt eax, r10d
    pop rbp
    ret

func[2] <clz64>: ; 14 bytes, wasm 0x2d
    push rbp
    mov rbp, rsp
    mov r10, rcx
    lzcnt rax, r10
    pop rbp
    ret

func[3] <ctz64>: ; 14 bytes, wasm 0x33
    push rbp
    mov rbp, rsp
    mov r10, rcx
    tzcnt rax, r10
    pop rbp
    ret

func[4] <popcnt64>: ; 14 bytes, wasm 0x39
    push rbp
    mov rbp, rsp
    mov r10, rcx
    popcnt rax, r10
    pop rbp
    ret
