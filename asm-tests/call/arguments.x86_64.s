; x86_64, 7 functions in 240 bytes of code

func[0] <two>: ; 8 bytes, wasm 0x30
    push rbp
    mov rbp, rsp
    mov eax, ecx
    pop rbp
    ret

func[1] <float>: ; 6 bytes, wasm 0x35
    push rbp
    mov rbp, rsp
    pop rbp
    ret

func[2] <constants>: ; 29 bytes, wasm 0x3a
    push rbp
    mov rbp, rsp
    sub rsp, 0x10
    mov edx, 2
    mov ecx, 1
    call func[0] <two>                       ; wasm 0x3f call
    add rsp, 0x10
    pop rbp
    ret

func[3] <from_homes>: ; 42 bytes, wasm 0x43
    push rbp
    mov rbp, rsp
    sub rsp, 0x30
    mov [rbp-8], ecx
    mov [rbp-0x10], edx
    call func[0] <two>                       ; wasm 0x48 call
    mov [rbp-0x18], eax
    mov edx, [rbp-8]
    mov ecx, [rbp-0x10]
    call func[0] <two>                       ; wasm 0x4e call
    add eax, [rbp-0x18]
    add rsp, 0x30
    pop rbp
    ret

func[4] <temporaries_in_a_cycle>: ; 39 bytes, wasm 0x53
    push rbp
    mov rbp, rsp
    sub rsp, 0x30
    mov r8d, edx
    mov r9d, edx
    mov eax, ecx
    xor edx, edx
    div r8d                                  ; wasm 0x58 trap: integer divide by zero
    add ecx, r9d
    mov edx, ecx
    mov ecx, eax
    call func[0] <two>                       ; wasm 0x5e call
    add rsp, 0x30
    pop rbp
    ret

func[5] <floats>: ; 36 bytes, wasm 0x62
    push rbp
    mov rbp, rsp
    sub rsp, 0x30
    mulsd xmm0, xmm1
    movaps xmm15, xmm1
    movaps xmm1, xmm0
    movaps xmm0, xmm15
    xor ecx, ecx
    call func[1] <float>                     ; wasm 0x6c call
    add rsp, 0x30
    pop rbp
    ret

func[6] <forward_same>: ; 19 bytes, wasm 0x70
    push rbp
    mov rbp, rsp
    sub rsp, 0x20
    call func[0] <two>                       ; wasm 0x75 call
    add rsp, 0x20
    pop rbp
    ret
