; x86_64, 2 functions in 32 bytes of code

func[0] <promote>: ; 10 bytes, wasm 0x1f
    push rbp
    mov rbp, rsp
    cvtss2sd xmm0, xmm0
    pop rbp
    ret

func[1] <demote>: ; 14 bytes, wasm 0x25
    push rbp
    mov rbp, rsp
    addsd xmm0, xmm1
    cvtsd2ss xmm0, xmm0
    pop rbp
    ret
