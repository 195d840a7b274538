; x86_64, 3 functions in 144 bytes of code

func[0] <f>: ; 6 bytes, wasm 0x1e
    push rbp
    mov rbp, rsp
    pop rbp
    ret

func[1] <leaf>: ; 48 bytes, wasm 0x21
    push rbp
    mov rbp, rsp
    movaps xmm7, xmm0
    movaps xmm6, xmm1
.L0:
    mulsd xmm7, xmm6
    movsd xmm0, [.L1]
    ucomisd xmm0, xmm7
    ja .L0
    movaps xmm0, xmm7
    pop rbp
    ret
    int3
    int3
    int3
    int3
    int3
    int3
    int3
.L1:
    .quad 0x4059000000000000

func[2] <across_calls>: ; 65 bytes, wasm 0x3e
    push rbp
    mov rbp, rsp
    sub rsp, 0x20
    movlps [rbp-8], xmm8
    movlps [rbp-0x10], xmm9
    movaps xmm8, xmm0
    movaps xmm9, xmm1
.L0:
    call func[0] <f>                         ; wasm 0x41 call
    mulsd xmm8, xmm9
    ucomisd xmm9, xmm8
    ja .L0
    movaps xmm0, xmm8
    movsd xmm8, [rbp-8]
    movsd xmm9, [rbp-0x10]
    add rsp, 0x20
    pop rbp
    ret
