; x86_64, 5 functions in 144 bytes of code

func[0] <three>: ; 6 bytes, wasm 0x31
    push rbp
    mov rbp, rsp
    pop rbp
    ret

func[1] <call>: ; 45 bytes, wasm 0x34
    push rbp
    mov rbp, rsp
    sub rsp, 0x30
    mov r8d, edx
    mov r9d, edx
    mov eax, ecx
    xor edx, edx
    div r8d                                  ; wasm 0x39 trap: integer divide by zero
    add ecx, 1
    add r9d, 2
    mov eax, r9d
    xchg rcx, rdx
    call func[0] <three>                     ; wasm 0x44 call
    add rsp, 0x30
    pop rbp
    ret

func[2] <floats>: ; 23 bytes, wasm 0x48
    push rbp
    mov rbp, rsp
    movaps xmm2, xmm0
    addsd xmm2, xmm1
    subsd xmm0, xmm1
    movaps xmm1, xmm0
    movaps xmm0, xmm2
    pop rbp
    ret

func[3] <take_floats>: ; 6 bytes, wasm 0x55
    push rbp
    mov rbp, rsp
    pop rbp
    ret

func[4] <in_place>: ; 30 bytes, wasm 0x58
    push rbp
    mov rbp, rsp
    sub rsp, 0x10
    xorps xmm1, xmm1
    xorps xmm0, xmm0
    call func[2] <floats>                    ; wasm 0x6b call
    call func[3] <take_floats>               ; wasm 0x6d call
    add rsp, 0x10
    pop rbp
    ret
