; x86_64, 6 functions in 224 bytes of code

func[0] <f>: ; 8 bytes, wasm 0x2c
    push rbp
    mov rbp, rsp
    mov eax, ecx
    pop rbp
    ret

func[1] <temporary>: ; 28 bytes, wasm 0x31
    push rbp
    mov rbp, rsp
    sub rsp, 0x20
    imul edx, ecx
    mov [rbp-0x18], edx
    call func[0] <f>                         ; wasm 0x39 call
    add eax, [rbp-0x18]
    add rsp, 0x20
    pop rbp
    ret

func[2] <float_temporary>: ; 39 bytes, wasm 0x3e
    push rbp
    mov rbp, rsp
    sub rsp, 0x20
    sqrtsd xmm0, xmm0
    movlps [rbp-0x18], xmm0
    call func[0] <f>                         ; wasm 0x44 call
    xorps xmm0, xmm0
    cvtsi2sd xmm0, eax
    addsd xmm0, [rbp-0x18]
    add rsp, 0x20
    pop rbp
    ret

func[3] <result_of_call>: ; 45 bytes, wasm 0x4a
    push rbp
    mov rbp, rsp
    sub rsp, 0x20
    mov [rbp-8], ecx
    mov ecx, 1
    call func[0] <f>                         ; wasm 0x4d call
    mov [rbp-0x10], eax
    mov ecx, [rbp-8]
    call func[0] <f>                         ; wasm 0x51 call
    mov ecx, [rbp-0x10]
    sub ecx, eax
    mov eax, ecx
    add rsp, 0x20
    pop rbp
    ret

func[4] <nested>: ; 33 bytes, wasm 0x56
    push rbp
    mov rbp, rsp
    sub rsp, 0x10
    call func[0] <f>                         ; wasm 0x59 call
    mov ecx, eax
    call func[0] <f>                         ; wasm 0x5b call
    mov ecx, eax
    call func[0] <f>                         ; wasm 0x5d call
    add rsp, 0x10
    pop rbp
    ret

func[5] <dropped>: ; 24 bytes, wasm 0x61
    push rbp
    mov rbp, rsp
    sub rsp, 0x10
    mov ecx, 1
    call func[0] <f>                         ; wasm 0x64 call
    add rsp, 0x10
    pop rbp
    ret
