; x86_64, 8 functions in 176 bytes of code

func[0] <lt_s_1>: ; 12 bytes, wasm 0x23
    push rbp
    mov rbp, rsp
    test ecx, ecx
    jle .L0
    ud2                                      ; wasm 0x2d trap: wasm `unreachable` instruction executed
.L0:
    pop rbp
    ret

func[1] <ge_s_128>: ; 13 bytes, wasm 0x31
    push rbp
    mov rbp, rsp
    cmp ecx, 0x7f
    jg .L0
    ud2                                      ; wasm 0x3c trap: wasm `unreachable` instruction executed
.L0:
    pop rbp
    ret

func[2] <lt_u_1>: ; 12 bytes, wasm 0x40
    push rbp
    mov rbp, rsp
    test ecx, ecx
    je .L0
    ud2                                      ; wasm 0x4a trap: wasm `unreachable` instruction executed
.L0:
    pop rbp
    ret

func[3] <gt_s_minus_1>: ; 12 bytes, wasm 0x4e
    push rbp
    mov rbp, rsp
    test ecx, ecx
    jge .L0
    ud2                                      ; wasm 0x58 trap: wasm `unreachable` instruction executed
.L0:
    pop rbp
    ret

func[4] <le_u_0>: ; 12 bytes, wasm 0x5c
    push rbp
    mov rbp, rsp
    test ecx, ecx
    jbe .L0
    ud2                                      ; wasm 0x66 trap: wasm `unreachable` instruction executed
.L0:
    pop rbp
    ret

func[5] <lt_u_two_to_the_31>: ; 17 bytes, wasm 0x6a
    push rbp
    mov rbp, rsp
    cmp rcx, 0x7fffffff
    jbe .L0
    ud2                                      ; wasm 0x78 trap: wasm `unreachable` instruction executed
.L0:
    pop rbp
    ret

func[6] <gt_u_32_bits>: ; 19 bytes, wasm 0x7c
    push rbp
    mov rbp, rsp
    mov r11d, -1
    cmp rcx, r11
    ja .L0
    ud2                                      ; wasm 0x8a trap: wasm `unreachable` instruction executed
.L0:
    pop rbp
    ret

func[7] <ge_s_most_negative>: ; 23 bytes, wasm 0x8e
    push rbp
    mov rbp, rsp
    mov r11, -0x8000000000000000
    cmp rcx, r11
    jge .L0
    ud2                                      ; wasm 0xa1 trap: wasm `unreachable` instruction executed
.L0:
    pop rbp
    ret
