; x86_64, 7 functions in 224 bytes of code

func[0] <f>: ; 6 bytes, wasm 0x28
    push rbp
    mov rbp, rsp
    pop rbp
    ret

func[1] <add>: ; 19 bytes, wasm 0x2b
    push rbp
    mov rbp, rsp
    movaps xmm7, xmm0
    movaps xmm6, xmm1
    movaps xmm0, xmm7
    addsd xmm0, xmm6
    pop rbp
    ret

func[2] <sub>: ; 19 bytes, wasm 0x33
    push rbp
    mov rbp, rsp
    movaps xmm7, xmm0
    movaps xmm6, xmm1
    movaps xmm0, xmm7
    subss xmm0, xmm6
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

func[4] <into_first>: ; 23 bytes, wasm 0x49
    push rbp
    mov rbp, rsp
    movaps xmm7, xmm0
    movaps xmm6, xmm1
    divsd xmm7, xmm6
    movaps xmm0, xmm7
    addsd xmm0, xmm7
    pop rbp
    ret

func[5] <into_second>: ; 31 bytes, wasm 0x58
    push rbp
    mov rbp, rsp
    movaps xmm6, xmm0
    movaps xmm7, xmm1
    movaps xmm15, xmm7
    movaps xmm7, xmm6
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
