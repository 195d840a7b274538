; x86_64, 4 functions in 112 bytes of code

func[0] <f64>: ; 13 bytes, wasm 0x29
    push rbp
    mov rbp, rsp
    test ecx, ecx
    jne .L0
    movaps xmm0, xmm1
.L0:
    pop rbp
    ret

func[1] <min>: ; 20 bytes, wasm 0x33
    push rbp
    mov rbp, rsp
    ucomiss xmm1, xmm0
    movaps xmm2, xmm1
    jbe .L0
    movaps xmm2, xmm0
.L0:
    movaps xmm0, xmm2
    pop rbp
    ret

func[2] <equal>: ; 23 bytes, wasm 0x40
    push rbp
    mov rbp, rsp
    ucomisd xmm0, xmm1
    movaps xmm2, xmm1
    jp .L0
    jne .L0
    movaps xmm2, xmm0
.L0:
    movaps xmm0, xmm2
    pop rbp
    ret

func[3] <not_equal>: ; 23 bytes, wasm 0x51
    push rbp
    mov rbp, rsp
    ucomisd xmm0, xmm1
    movaps xmm2, xmm0
    jp .L0
    je .L1
.L0:
    movaps xmm2, xmm1
.L1:
    movaps xmm0, xmm2
    pop rbp
    ret
