; x86_64, 11 functions in 416 bytes of code

func[0] <eq>: ; 30 bytes, wasm 0x38
    push rbp
    mov rbp, rsp
    movlps [rbp-8], xmm0
    movlps [rbp-0x10], xmm1
    movsd xmm0, [rbp-8]
    ucomisd xmm0, [rbp-0x10]
    jp .L0
    je .L1
.L0:
    ud2                                      ; wasm 0x42 trap: wasm `unreachable` instruction executed
.L1:
    pop rbp
    ret

func[1] <ne>: ; 30 bytes, wasm 0x46
    push rbp
    mov rbp, rsp
    movlps [rbp-8], xmm0
    movlps [rbp-0x10], xmm1
    movsd xmm0, [rbp-8]
    ucomisd xmm0, [rbp-0x10]
    jp .L0
    jne .L0
    ud2                                      ; wasm 0x50 trap: wasm `unreachable` instruction executed
.L0:
    pop rbp
    ret

func[2] <lt>: ; 35 bytes, wasm 0x54
    push rbp
    mov rbp, rsp
    movss [rbp-8], xmm0
    movss [rbp-0x10], xmm1
    movss xmm0, [rbp-8]
    movss xmm15, [rbp-0x10]
    ucomiss xmm15, xmm0
    ja .L0
    ud2                                      ; wasm 0x5e trap: wasm `unreachable` instruction executed
.L0:
    pop rbp
    ret

func[3] <ge>: ; 29 bytes, wasm 0x62
    push rbp
    mov rbp, rsp
    movss [rbp-8], xmm0
    movss [rbp-0x10], xmm1
    movss xmm0, [rbp-8]
    ucomiss xmm0, [rbp-0x10]
    jae .L0
    ud2                                      ; wasm 0x6c trap: wasm `unreachable` instruction executed
.L0:
    pop rbp
    ret

func[4] <not_gt>: ; 28 bytes, wasm 0x70
    push rbp
    mov rbp, rsp
    movlps [rbp-8], xmm0
    movlps [rbp-0x10], xmm1
    movsd xmm0, [rbp-8]
    ucomisd xmm0, [rbp-0x10]
    jbe .L0
    ud2                                      ; wasm 0x7b trap: wasm `unreachable` instruction executed
.L0:
    pop rbp
    ret

func[5] <with_constant>: ; 26 bytes, wasm 0x7f
    push rbp
    mov rbp, rsp
    movlps [rbp-8], xmm0
    movsd xmm0, [rbp-8]
    xorps xmm1, xmm1
    ucomisd xmm1, xmm0
    jae .L0
    ud2                                      ; wasm 0x90 trap: wasm `unreachable` instruction executed
.L0:
    pop rbp
    ret

func[6] <nan>: ; 17 bytes, wasm 0x94
    push rbp
    mov rbp, rsp
    movaps xmm7, xmm0
    ucomisd xmm7, xmm7
    jp .L0
    ud2                                      ; wasm 0x9e trap: wasm `unreachable` instruction executed
.L0:
    pop rbp
    ret

func[7] <eq_value>: ; 37 bytes, wasm 0xa2
    push rbp
    mov rbp, rsp
    movss [rbp-8], xmm0
    movss [rbp-0x10], xmm1
    movss xmm0, [rbp-8]
    xor eax, eax
    ucomiss xmm0, [rbp-0x10]
    setnp r11b
    sete al
    and al, r11b
    pop rbp
    ret

func[8] <ne_value>: ; 37 bytes, wasm 0xaa
    push rbp
    mov rbp, rsp
    movss [rbp-8], xmm0
    movss [rbp-0x10], xmm1
    movss xmm0, [rbp-8]
    xor eax, eax
    ucomiss xmm0, [rbp-0x10]
    setp r11b
    setne al
    or al, r11b
    pop rbp
    ret

func[9] <gt_value>: ; 29 bytes, wasm 0xb2
    push rbp
    mov rbp, rsp
    movlps [rbp-8], xmm0
    movlps [rbp-0x10], xmm1
    movsd xmm0, [rbp-8]
    xor eax, eax
    ucomisd xmm0, [rbp-0x10]
    seta al
    pop rbp
    ret

func[10] <into_home>: ; 41 bytes, wasm 0xba
    push rbp
    mov rbp, rsp
    movlps [rbp-8], xmm0
    movlps [rbp-0x10], xmm1
    movsd xmm0, [rbp-8]
    xor r10d, r10d
    movsd xmm15, [rbp-0x10]
    ucomisd xmm15, xmm0
    setae r10b
    lea eax, [r10+r10]
    pop rbp
    ret
