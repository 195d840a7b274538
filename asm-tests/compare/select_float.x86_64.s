; x86_64, 4 functions in 128 bytes of code

func[0] <f64>: ; 26 bytes, wasm 0x29
    push rbp
    mov rbp, rsp
    movaps xmm7, xmm0
    movaps xmm6, xmm1
    mov r10d, ecx
    test r10d, r10d
    movaps xmm0, xmm6
    je .L0
    movaps xmm0, xmm7
.L0:
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
