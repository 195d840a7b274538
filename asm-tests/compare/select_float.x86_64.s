; x86_64, 4 functions in 144 bytes of code

func[0] <f64>: ; 39 bytes, wasm 0x29
    push rbp
    mov rbp, rsp
    movlps [rbp-8], xmm0
    movlps [rbp-0x10], xmm1
    mov [rbp-0x18], ecx
    movsd xmm0, [rbp-0x10]
    movsd xmm1, [rbp-8]
    cmp dword ptr [rbp-0x18], 0
    jne .L0
    movaps xmm1, xmm0
.L0:
    movaps xmm0, xmm1
    pop rbp
    ret

func[1] <min>: ; 23 bytes, wasm 0x33
    push rbp
    mov rbp, rsp
    movaps xmm7, xmm0
    movaps xmm6, xmm1
    ucomiss xmm6, xmm7
    movaps xmm0, xmm6
    jbe .L0
    movaps xmm0, xmm7
.L0:
    pop rbp
    ret

func[2] <equal>: ; 26 bytes, wasm 0x40
    push rbp
    mov rbp, rsp
    movaps xmm7, xmm0
    movaps xmm6, xmm1
    ucomisd xmm7, xmm6
    jp .L0
    je .L1
.L0:
    movaps xmm7, xmm6
.L1:
    movaps xmm0, xmm7
    pop rbp
    ret

func[3] <not_equal>: ; 26 bytes, wasm 0x51
    push rbp
    mov rbp, rsp
    movaps xmm6, xmm0
    movaps xmm7, xmm1
    ucomisd xmm6, xmm7
    movaps xmm0, xmm6
    jp .L0
    je .L1
.L0:
    movaps xmm0, xmm7
.L1:
    pop rbp
    ret
