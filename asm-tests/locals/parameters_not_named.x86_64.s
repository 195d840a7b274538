; x86_64, 3 functions in 64 bytes of code

func[0] <none>: ; 6 bytes, wasm 0x2f
    push rbp
    mov rbp, rsp
    pop rbp
    ret

func[1] <last>: ; 9 bytes, wasm 0x32
    push rbp
    mov rbp, rsp
    mov eax, [rbp+0x10]
    pop rbp
    ret

func[2] <some>: ; 20 bytes, wasm 0x37
    push rbp
    mov rbp, rsp
    xorps xmm0, xmm0
    cvtsi2sd xmm0, edx
    addsd xmm1, xmm0
    movaps xmm0, xmm1
    pop rbp
    ret
