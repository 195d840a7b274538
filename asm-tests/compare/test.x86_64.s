; x86_64, 9 functions in 272 bytes of code

func[0] <br_if>: ; 17 bytes, wasm 0x34
    push rbp
    mov rbp, rsp
    mov r10d, ecx
    test r10b, 3
    jne .L0
    ud2                                      ; wasm 0x3e trap: wasm `unreachable` instruction executed
.L0:
    pop rbp
    ret

func[1] <eqz>: ; 20 bytes, wasm 0x42
    push rbp
    mov rbp, rsp
    mov r10d, ecx
    test r10d, 0x100
    je .L0
    ud2                                      ; wasm 0x4e trap: wasm `unreachable` instruction executed
.L0:
    pop rbp
    ret

func[2] <eqz64_one_bit>: ; 18 bytes, wasm 0x52
    push rbp
    mov rbp, rsp
    mov r10, rcx
    bt r10, 0x28
    jae .L0
    ud2                                      ; wasm 0x62 trap: wasm `unreachable` instruction executed
.L0:
    pop rbp
    ret

func[3] <registers>: ; 19 bytes, wasm 0x66
    push rbp
    mov rbp, rsp
    mov r10, rcx
    mov r9, rdx
    test r10, r9
    je .L0
    ud2                                      ; wasm 0x71 trap: wasm `unreachable` instruction executed
.L0:
    pop rbp
    ret

func[4] <if>: ; 29 bytes, wasm 0x75
    push rbp
    mov rbp, rsp
    mov r10d, ecx
    mov r9d, edx
    test r10d, r9d
    je .L0
    mov eax, 1
    jmp .L1
.L0:
    mov eax, 2
.L1:
    pop rbp
    ret

func[5] <materialised>: ; 20 bytes, wasm 0x85
    push rbp
    mov rbp, rsp
    mov r10d, ecx
    xor ecx, ecx
    test r10b, 1
    sete cl
    mov eax, ecx
    pop rbp
    ret

func[6] <negative_mask>: ; 20 bytes, wasm 0x8e
    push rbp
    mov rbp, rsp
    mov r10d, ecx
    test r10d, -8
    jne .L0
    ud2                                      ; wasm 0x98 trap: wasm `unreachable` instruction executed
.L0:
    pop rbp
    ret

func[7] <all_bits>: ; 16 bytes, wasm 0x9c
    push rbp
    mov rbp, rsp
    mov r10, rcx
    test r10d, r10d
    je .L0
    ud2                                      ; wasm 0xab trap: wasm `unreachable` instruction executed
.L0:
    pop rbp
    ret

func[8] <mask64>: ; 26 bytes, wasm 0xaf
    push rbp
    mov rbp, rsp
    mov r10, rcx
    mov r11, 0x7f0000000000
    test r10, r11
    je .L0
    ud2                                      ; wasm 0xc0 trap: wasm `unreachable` instruction executed
.L0:
    pop rbp
    ret
