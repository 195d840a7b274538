; x86_64, 11 functions in 352 bytes of code

func[0] <eq>: ; 22 bytes, wasm 0x38
    push rbp
    mov rbp, rsp
    movaps xmm7, xmm0
    movaps xmm6, xmm1
    ucomisd xmm7, xmm6
    jp .L0
    je .L1
.L0:
    ud2                                      ; wasm 0x42 trap: wasm `unreachable` instruction executed
.L1:
    pop rbp
    ret

func[1] <ne>: ; 22 bytes, wasm 0x46
    push rbp
    mov rbp, rsp
    movaps xmm7, xmm0
    movaps xmm6, xmm1
    ucomisd xmm7, xmm6
    jp .L0
    jne .L0
    ud2                                      ; wasm 0x50 trap: wasm `unreachable` instruction executed
.L0:
    pop rbp
    ret

func[2] <lt>: ; 19 bytes, wasm 0x54
    push rbp
    mov rbp, rsp
    movaps xmm7, xmm0
    movaps xmm6, xmm1
    ucomiss xmm6, xmm7
    ja .L0
    ud2                                      ; wasm 0x5e trap: wasm `unreachable` instruction executed
.L0:
    pop rbp
    ret

func[3] <ge>: ; 19 bytes, wasm 0x62
    push rbp
    mov rbp, rsp
    movaps xmm7, xmm0
    movaps xmm6, xmm1
    ucomiss xmm7, xmm6
    jae .L0
    ud2                                      ; wasm 0x6c trap: wasm `unreachable` instruction executed
.L0:
    pop rbp
    ret

func[4] <not_gt>: ; 20 bytes, wasm 0x70
    push rbp
    mov rbp, rsp
    movaps xmm7, xmm0
    movaps xmm6, xmm1
    ucomisd xmm7, xmm6
    jbe .L0
    ud2                                      ; wasm 0x7b trap: wasm `unreachable` instruction executed
.L0:
    pop rbp
    ret

func[5] <with_constant>: ; 20 bytes, wasm 0x7f
    push rbp
    mov rbp, rsp
    movaps xmm7, xmm0
    xorps xmm0, xmm0
    ucomisd xmm0, xmm7
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

func[7] <eq_value>: ; 29 bytes, wasm 0xa2
    push rbp
    mov rbp, rsp
    movaps xmm7, xmm0
    movaps xmm6, xmm1
    xor ecx, ecx
    ucomiss xmm7, xmm6
    setnp r11b
    sete cl
    and cl, r11b
    mov eax, ecx
    pop rbp
    ret

func[8] <ne_value>: ; 29 bytes, wasm 0xaa
    push rbp
    mov rbp, rsp
    movaps xmm7, xmm0
    movaps xmm6, xmm1
    xor ecx, ecx
    ucomiss xmm7, xmm6
    setp r11b
    setne cl
    or cl, r11b
    mov eax, ecx
    pop rbp
    ret

func[9] <gt_value>: ; 23 bytes, wasm 0xb2
    push rbp
    mov rbp, rsp
    movaps xmm7, xmm0
    movaps xmm6, xmm1
    xor ecx, ecx
    ucomisd xmm7, xmm6
    seta cl
    mov eax, ecx
    pop rbp
    ret

func[10] <into_home>: ; 29 bytes, wasm 0xba
    push rbp
    mov rbp, rsp
    movaps xmm7, xmm0
    movaps xmm6, xmm1
    xor r10d, r10d
    ucomisd xmm6, xmm7
    setae r10b
    lea ecx, [r10+r10]
    mov eax, ecx
    pop rbp
    ret
