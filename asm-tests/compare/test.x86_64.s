; x86_64, 9 functions in 192 bytes of code

func[0] <br_if>: ; 13 bytes, wasm 0x34
    push rbp
    mov rbp, rsp
    test cl, 3
    jne .L0
    ud2                                      ; wasm 0x3e trap: wasm `unreachable` instruction executed
.L0:
    pop rbp
    ret

func[1] <eqz>: ; 16 bytes, wasm 0x42
    push rbp
    mov rbp, rsp
    test ecx, 0x100
    je .L0
    ud2                                      ; wasm 0x4e trap: wasm `unreachable` instruction executed
.L0:
    pop rbp
    ret

func[2] <eqz64_one_bit>: ; 15 bytes, wasm 0x52
    push rbp
    mov rbp, rsp
    bt rcx, 0x28
    jae .L0
    ud2                                      ; wasm 0x62 trap: wasm `unreachable` instruction executed
.L0:
    pop rbp
    ret

func[3] <registers>: ; 13 bytes, wasm 0x66
    push rbp
    mov rbp, rsp
    test rcx, rdx
    je .L0
    ud2                                      ; wasm 0x71 trap: wasm `unreachable` instruction executed
.L0:
    pop rbp
    ret

func[4] <if>: ; 22 bytes, wasm 0x75
    push rbp
    mov rbp, rsp
    test ecx, edx
    je .L0
    mov eax, 1
    jmp .L1
.L0:
    mov eax, 2
.L1:
    pop rbp
    ret

func[5] <materialised>: ; 17 bytes, wasm 0x85
    push rbp
    mov rbp, rsp
    test cl, 1
    sete cl
    movzx ecx, cl
    mov eax, ecx
    pop rbp
    ret

func[6] <negative_mask>: ; 16 bytes, wasm 0x8e
    push rbp
    mov rbp, rsp
    test ecx, -8
    jne .L0
    ud2                                      ; wasm 0x98 trap: wasm `unreachable` instruction executed
.L0:
    pop rbp
    ret

func[7] <all_bits>: ; 12 bytes, wasm 0x9c
    push rbp
    mov rbp, rsp
    test ecx, ecx
    je .L0
    ud2                                      ; wasm 0xab trap: wasm `unreachable` instruction executed
.L0:
    pop rbp
    ret

func[8] <mask64>: ; 23 bytes, wasm 0xaf
    push rbp
    mov rbp, rsp
    mov r11, 0x7f0000000000
    test rcx, r11
    je .L0
    ud2                                      ; wasm 0xc0 trap: wasm `unreachable` instruction executed
.L0:
    pop rbp
    ret
