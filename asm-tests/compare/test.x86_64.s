; x86_64, 9 functions in 288 bytes of code

func[0] <br_if>: ; 18 bytes, wasm 0x34
    push rbp
    mov rbp, rsp
    mov [rbp-8], ecx
    mov eax, [rbp-8]
    test al, 3
    jne .L0
    ud2                                      ; wasm 0x3e trap: wasm `unreachable` instruction executed
.L0:
    pop rbp
    ret

func[1] <eqz>: ; 21 bytes, wasm 0x42
    push rbp
    mov rbp, rsp
    mov [rbp-8], ecx
    mov eax, [rbp-8]
    test eax, 0x100
    je .L0
    ud2                                      ; wasm 0x4e trap: wasm `unreachable` instruction executed
.L0:
    pop rbp
    ret

func[2] <eqz64_one_bit>: ; 23 bytes, wasm 0x52
    push rbp
    mov rbp, rsp
    mov [rbp-8], rcx
    mov rax, [rbp-8]
    bt rax, 0x28
    jae .L0
    ud2                                      ; wasm 0x62 trap: wasm `unreachable` instruction executed
.L0:
    pop rbp
    ret

func[3] <registers>: ; 26 bytes, wasm 0x66
    push rbp
    mov rbp, rsp
    mov [rbp-8], rcx
    mov [rbp-0x10], rdx
    mov rax, [rbp-8]
    test [rbp-0x10], rax
    je .L0
    ud2                                      ; wasm 0x71 trap: wasm `unreachable` instruction executed
.L0:
    pop rbp
    ret

func[4] <if>: ; 32 bytes, wasm 0x75
    push rbp
    mov rbp, rsp
    mov [rbp-8], ecx
    mov [rbp-0x10], edx
    mov eax, [rbp-8]
    test [rbp-0x10], eax
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
    mov [rbp-8], ecx
    mov eax, [rbp-8]
    test al, 1
    sete al
    movzx eax, al
    pop rbp
    ret

func[6] <negative_mask>: ; 21 bytes, wasm 0x8e
    push rbp
    mov rbp, rsp
    mov [rbp-8], ecx
    mov eax, [rbp-8]
    test eax, -8
    jne .L0
    ud2                                      ; wasm 0x98 trap: wasm `unreachable` instruction executed
.L0:
    pop rbp
    ret

func[7] <all_bits>: ; 20 bytes, wasm 0x9c
    push rbp
    mov rbp, rsp
    mov [rbp-8], rcx
    mov rax, [rbp-8]
    test eax, eax
    je .L0
    ud2                                      ; wasm 0xab trap: wasm `unreachable` instruction executed
.L0:
    pop rbp
    ret

func[8] <mask64>: ; 31 bytes, wasm 0xaf
    push rbp
    mov rbp, rsp
    mov [rbp-8], rcx
    mov rax, [rbp-8]
    mov r11, 0x7f0000000000
    test rax, r11
    je .L0
    ud2                                      ; wasm 0xc0 trap: wasm `unreachable` instruction executed
.L0:
    pop rbp
    ret
