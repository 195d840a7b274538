; x86_64, 4 functions in 96 bytes of code

func[0] <f>: ; 6 bytes, wasm 0x27
    push rbp
    mov rbp, rsp
    pop rbp
    ret

func[1] <copy>: ; 30 bytes, wasm 0x2a
    push rbp
    mov rbp, rsp
    sub rsp, 0x20
    mov [rbp-8], rcx
    call func[0] <f>                         ; wasm 0x2d call
    mov rcx, [rbp-8]
    mov rax, rcx
    add rsp, 0x20
    pop rbp
    ret

func[2] <null_by_default>: ; 31 bytes, wasm 0x37
    push rbp
    mov rbp, rsp
    sub rsp, 0x10
    mov qword ptr [rbp-8], 0
    call func[0] <f>                         ; wasm 0x3a call
    mov rax, [rbp-8]
    add rsp, 0x10
    pop rbp
    ret

func[3] <set_null>: ; 11 bytes, wasm 0x40
    push rbp
    mov rbp, rsp
    xor ecx, ecx
    mov rax, rcx
    pop rbp
    ret
