; x86_64, 5 functions in 128 bytes of code

func[0] <of_comparison>: ; 19 bytes, wasm 0x2e
    push rbp
    mov rbp, rsp
    mov r10d, ecx
    mov r9d, edx
    cmp r10d, r9d
    jae .L0
    ud2                                      ; wasm 0x39 trap: wasm `unreachable` instruction executed
.L0:
    pop rbp
    ret

func[1] <of_value>: ; 16 bytes, wasm 0x3d
    push rbp
    mov rbp, rsp
    mov r10, rcx
    test r10, r10
    je .L0
    ud2                                      ; wasm 0x45 trap: wasm `unreachable` instruction executed
.L0:
    pop rbp
    ret

func[2] <twice>: ; 19 bytes, wasm 0x49
    push rbp
    mov rbp, rsp
    mov r10d, ecx
    xor ecx, ecx
    test r10d, r10d
    setne cl
    mov eax, ecx
    pop rbp
    ret

func[3] <of_float_comparison>: ; 20 bytes, wasm 0x50
    push rbp
    mov rbp, rsp
    movaps xmm7, xmm0
    movaps xmm6, xmm1
    ucomisd xmm6, xmm7
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
