; x86_64, 5 functions in 144 bytes of code

func[0] <three>: ; 6 bytes, wasm 0x31
    push rbp
    mov rbp, rsp
    pop rbp
    ret

func[1] <call>: ; 40 bytes, wasm 0x34
    push rbp
    mov rbp, rsp
    sub rsp, 0x30
    mov r8d, edx
    mov [rbp-0x10], edx
    mov eax, ecx
    xor edx, edx
    div r8d                                  ; wasm 0x39 trap: integer divide by zero
    add ecx, 1
    mov eax, [rbp-0x10]
    add eax, 2
    xchg rdx, rcx
    call func[0] <three>                     ; wasm 0x44 call
    leave
    ret

func[2] <floats>: ; 26 bytes, wasm 0x48
    push rbp
    mov rbp, rsp
    movaps xmm7, xmm0
    movaps xmm6, xmm1
    movaps xmm0, xmm7
    addsd xmm0, xmm6
    movaps xmm1, xmm7
    subsd xmm1, xmm6
    pop rbp
    ret

func[3] <take_floats>: ; 6 bytes, wasm 0x55
    push rbp
    mov rbp, rsp
    pop rbp
    ret

func[4] <in_place>: ; 26 bytes, wasm 0x58
    push rbp
    mov rbp, rsp
    sub rsp, 0x10
    xorps xmm0, xmm0
    xorps xmm1, xmm1
    call func[2] <floats>                    ; wasm 0x6b call
    call func[3] <take_floats>               ; wasm 0x6d call
    leave
    ret
