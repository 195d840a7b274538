; x86_64, 5 functions in 160 bytes of code

func[0] <of_comparison>: ; 22 bytes, wasm 0x2e
    push rbp
    mov rbp, rsp
    mov [rbp-8], ecx
    mov [rbp-0x10], edx
    mov eax, [rbp-8]
    cmp eax, [rbp-0x10]
    jae .L0
    ud2                                      ; wasm 0x39 trap: wasm `unreachable` instruction executed
.L0:
    pop rbp
    ret

func[1] <of_value>: ; 19 bytes, wasm 0x3d
    push rbp
    mov rbp, rsp
    mov [rbp-8], rcx
    cmp qword ptr [rbp-8], 0
    je .L0
    ud2                                      ; wasm 0x45 trap: wasm `unreachable` instruction executed
.L0:
    pop rbp
    ret

func[2] <twice>: ; 18 bytes, wasm 0x49
    push rbp
    mov rbp, rsp
    mov [rbp-8], ecx
    xor eax, eax
    cmp dword ptr [rbp-8], 0
    setne al
    pop rbp
    ret

func[3] <of_float_comparison>: ; 34 bytes, wasm 0x50
    push rbp
    mov rbp, rsp
    movlps [rbp-8], xmm0
    movlps [rbp-0x10], xmm1
    movsd xmm0, [rbp-8]
    movsd xmm15, [rbp-0x10]
    ucomisd xmm15, xmm0
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
