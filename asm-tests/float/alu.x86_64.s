; x86_64, 7 functions in 240 bytes of code

func[0] <f>: ; 6 bytes, wasm 0x28
    push rbp
    mov rbp, rsp
    pop rbp
    ret

func[1] <add>: ; 24 bytes, wasm 0x2b
    push rbp
    mov rbp, rsp
    movlps [rbp-8], xmm0
    movlps [rbp-0x10], xmm1
    movsd xmm0, [rbp-8]
    addsd xmm0, [rbp-0x10]
    pop rbp
    ret

func[2] <sub>: ; 26 bytes, wasm 0x33
    push rbp
    mov rbp, rsp
    movss [rbp-8], xmm0
    movss [rbp-0x10], xmm1
    movss xmm0, [rbp-8]
    subss xmm0, [rbp-0x10]
    pop rbp
    ret

func[3] <polynomial>: ; 30 bytes, wasm 0x3b
    push rbp
    mov rbp, rsp
    movaps xmm7, xmm0
    movaps xmm6, xmm1
    movaps xmm0, xmm7
    mulsd xmm0, xmm7
    movaps xmm1, xmm6
    mulsd xmm1, xmm6
    addsd xmm0, xmm1
    pop rbp
    ret

func[4] <into_first>: ; 25 bytes, wasm 0x49
    push rbp
    mov rbp, rsp
    movlps [rbp-8], xmm1
    movaps xmm7, xmm0
    divsd xmm7, [rbp-8]
    movaps xmm0, xmm7
    addsd xmm0, xmm7
    pop rbp
    ret

func[5] <into_second>: ; 37 bytes, wasm 0x58
    push rbp
    mov rbp, rsp
    movlps [rbp-8], xmm0
    movaps xmm7, xmm1
    movsd xmm0, [rbp-8]
    movaps xmm15, xmm7
    movaps xmm7, xmm0
    subsd xmm7, xmm15
    movaps xmm0, xmm7
    addsd xmm0, xmm7
    pop rbp
    ret

func[6] <slot>: ; 33 bytes, wasm 0x67
    push rbp
    mov rbp, rsp
    sub rsp, 0x20
    movlps [rbp-8], xmm0
    movlps [rbp-0x10], xmm1
    call func[0] <f>                         ; wasm 0x68 call
    movsd xmm0, [rbp-8]
    mulsd xmm0, [rbp-0x10]
    leave
    ret
