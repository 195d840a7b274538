; x86_64, 5 functions in 80 bytes of code

func[0] <of_comparison>: ; 12 bytes, wasm 0x2e
    push rbp
    mov rbp, rsp
    cmp ecx, edx
    jae .L0
    ud2                                      ; wasm 0x39 trap: wasm `unreachable` instruction executed
.L0:
    pop rbp
    ret

func[1] <of_value>: ; 13 bytes, wasm 0x3d
    push rbp
    mov rbp, rsp
    test rcx, rcx
    je .L0
    ud2                                      ; wasm 0x45 trap: wasm `unreachable` instruction executed
.L0:
    pop rbp
    ret

func[2] <twice>: ; 16 bytes, wasm 0x49
    push rbp
    mov rbp, rsp
    test ecx, ecx
    setne cl
    movzx ecx, cl
    mov eax, ecx
    pop rbp
    ret

func[3] <of_float_comparison>: ; 14 bytes, wasm 0x50
    push rbp
    mov rbp, rsp
    ucomisd xmm1, xmm0
    jbe .L0
    ud2                                      ; wasm 0x5b trap: wasm `unreachable` instruction executed
.L0:
    pop rbp
    ret

func[4] <of_constant>: ; 11 bytes, wasm 0x5f
    push rbp
    mov rbp, rsp
    mov eax, 1
    pop rbp
    ret
