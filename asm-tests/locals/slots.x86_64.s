; x86_64, 5 functions in 128 bytes of code

func[0] <f>: ; 6 bytes, wasm 0x23
    push rbp
    mov rbp, rsp
    pop rbp
    ret

func[1] <constants>: ; 6 bytes, wasm 0x26
    push rbp
    mov rbp, rsp
    pop rbp
    ret

func[2] <copy>: ; 23 bytes, wasm 0x3f
    push rbp
    mov rbp, rsp
    sub rsp, 0x20
    mov [rbp-8], rcx
    call func[0] <f>                         ; wasm 0x42 call
    add rsp, 0x20
    pop rbp
    ret

func[3] <tee>: ; 33 bytes, wasm 0x4a
    push rbp
    mov rbp, rsp
    sub rsp, 0x20
    mov [rbp-8], ecx
    call func[0] <f>                         ; wasm 0x4d call
    mov ecx, [rbp-8]
    add ecx, 1
    imul ecx, 0xa
    mov eax, ecx
    add rsp, 0x20
    pop rbp
    ret

func[4] <float>: ; 6 bytes, wasm 0x5b
    push rbp
    mov rbp, rsp
    pop rbp
    ret
