; x86_64, 3 functions in 64 bytes of code

func[0] <none>: ; 6 bytes, wasm 0x2f
    push rbp
    mov rbp, rsp
    pop rbp
    ret

func[1] <last>: ; 13 bytes, wasm 0x32
    push rbp
    mov rbp, rsp
    mov r10d, [rbp+0x10]
    mov eax, r10d
    pop rbp
    ret

func[2] <some>: ; 30 bytes, wasm 0x37
    push rbp
    mov rbp, rsp
    mov r10d, edx
    movaps xmm7, xmm1
    xorps xmm0, xmm0
    cvtsi2sd xmm0, r10d
    movaps xmm1, xmm7
    addsd xmm1, xmm0
    movaps xmm0, xmm1
    pop rbp
    ret
