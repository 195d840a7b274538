; x86_64, 7 functions in 192 bytes of code

func[0] <f>: ; 6 bytes, wasm 0x28
    push rbp
    mov rbp, rsp
    pop rbp
    ret

func[1] <add>: ; 10 bytes, wasm 0x2b
    push rbp
    mov rbp, rsp
    addsd xmm0, xmm1
    pop rbp
    ret

func[2] <sub>: ; 10 bytes, wasm 0x33
    push rbp
    mov rbp, rsp
    subss xmm0, xmm1
    pop rbp
    ret

func[3] <polynomial>: ; 27 bytes, wasm 0x3b
    push rbp
    mov rbp, rsp
    movaps xmm2, xmm0
    mulsd xmm2, xmm0
    movaps xmm3, xmm1
    mulsd xmm3, xmm1
    addsd xmm2, xmm3
    movaps xmm0, xmm2
    pop rbp
    ret

func[4] <into_first>: ; 20 bytes, wasm 0x49
    push rbp
    mov rbp, rsp
    movaps xmm2, xmm0
    divsd xmm2, xmm1
    movaps xmm0, xmm2
    addsd xmm0, xmm2
    pop rbp
    ret

func[5] <into_second>: ; 20 bytes, wasm 0x58
    push rbp
    mov rbp, rsp
    subsd xmm0, xmm1
    movaps xmm1, xmm0
    addsd xmm1, xmm0
    movaps xmm0, xmm1
    pop rbp
    ret

func[6] <slot>: ; 37 bytes, wasm 0x67
    push rbp
    mov rbp, rsp
    sub rsp, 0x20
    movlps [rbp-8], xmm0
    movlps [rbp-0x10], xmm1
    call func[0] <f>                         ; wasm 0x68 call
    movsd xmm0, [rbp-8]
    mulsd xmm0, [rbp-0x10]
    add rsp, 0x20
    pop rbp
    ret
