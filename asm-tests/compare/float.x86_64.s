; x86_64, 11 functions in 256 bytes of code

func[0] <eq>: ; 16 bytes, wasm 0x38
    push rbp
    mov rbp, rsp
    ucomisd xmm0, xmm1
    jp .L0
    je .L1
.L0:
    ud2                                      ; wasm 0x42 trap: wasm `unreachable` instruction executed
.L1:
    pop rbp
    ret

func[1] <ne>: ; 16 bytes, wasm 0x46
    push rbp
    mov rbp, rsp
    ucomisd xmm0, xmm1
    jp .L0
    jne .L0
    ud2                                      ; wasm 0x50 trap: wasm `unreachable` instruction executed
.L0:
    pop rbp
    ret

func[2] <lt>: ; 13 bytes, wasm 0x54
    push rbp
    mov rbp, rsp
    ucomiss xmm1, xmm0
    ja .L0
    ud2                                      ; wasm 0x5e trap: wasm `unreachable` instruction executed
.L0:
    pop rbp
    ret

func[3] <ge>: ; 13 bytes, wasm 0x62
    push rbp
    mov rbp, rsp
    ucomiss xmm0, xmm1
    jae .L0
    ud2                                      ; wasm 0x6c trap: wasm `unreachable` instruction executed
.L0:
    pop rbp
    ret

func[4] <not_gt>: ; 14 bytes, wasm 0x70
    push rbp
    mov rbp, rsp
    ucomisd xmm0, xmm1
    jbe .L0
    ud2                                      ; wasm 0x7b trap: wasm `unreachable` instruction executed
.L0:
    pop rbp
    ret

func[5] <with_constant>: ; 17 bytes, wasm 0x7f
    push rbp
    mov rbp, rsp
    xorps xmm1, xmm1
    ucomisd xmm1, xmm0
    jae .L0
    ud2                                      ; wasm 0x90 trap: wasm `unreachable` instruction executed
.L0:
    pop rbp
    ret

func[6] <nan>: ; 14 bytes, wasm 0x94
    push rbp
    mov rbp, rsp
    ucomisd xmm0, xmm0
    jp .L0
    ud2                                      ; wasm 0x9e trap: wasm `unreachable` instruction executed
.L0:
    pop rbp
    ret

func[7] <eq_value>: ; 23 bytes, wasm 0xa2
    push rbp
    mov rbp, rsp
    xor ecx, ecx
    ucomiss xmm0, xmm1
    setnp r11b
    sete cl
    and cl, r11b
    mov eax, ecx
    pop rbp
    ret

func[8] <ne_value>: ; 23 bytes, wasm 0xaa
    push rbp
    mov rbp, rsp
    xor ecx, ecx
    ucomiss xmm0, xmm1
    setp r11b
    setne cl
    or cl, r11b
    mov eax, ecx
    pop rbp
    ret

func[9] <gt_value>: ; 17 bytes, wasm 0xb2
    push rbp
    mov rbp, rsp
    xor ecx, ecx
    ucomisd xmm0, xmm1
    seta cl
    mov eax, ecx
    pop rbp
    ret

func[10] <into_home>: ; 20 bytes, wasm 0xba
    push rbp
    mov rbp, rsp
    xor ecx, ecx
    ucomisd xmm1, xmm0
    setae cl
    lea edx, [rcx+rcx]
    mov eax, edx
    pop rbp
    ret
