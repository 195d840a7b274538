; x86_64, 2 functions in 64 bytes of code

func[0] <promote>: ; 20 bytes, wasm 0x1f
    push rbp
    mov rbp, rsp
    movss [rbp-8], xmm0
    movss xmm0, [rbp-8]
    cvtss2sd xmm0, xmm0
    pop rbp
    ret

func[1] <demote>: ; 28 bytes, wasm 0x25
    push rbp
    mov rbp, rsp
    movlps [rbp-8], xmm0
    movlps [rbp-0x10], xmm1
    movsd xmm0, [rbp-8]
    addsd xmm0, [rbp-0x10]
    cvtsd2ss xmm0, xmm0
    pop rbp
    ret
