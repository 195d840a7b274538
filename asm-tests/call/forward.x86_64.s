; x86_64, 3 functions in 96 bytes of code

func[0] <even>: ; 33 bytes, wasm 0x1d
    push rbp
    mov rbp, rsp
    sub rsp, 0x20
    test ecx, ecx
    je .L0
    add ecx, -1
    call func[1] <odd>                       ; wasm 0x27 call
    jmp .L1
.L0:
    mov eax, 1
.L1:
    add rsp, 0x20
    pop rbp
    ret

func[1] <odd>: ; 30 bytes, wasm 0x2f
    push rbp
    mov rbp, rsp
    sub rsp, 0x20
    test ecx, ecx
    je .L0
    add ecx, -1
    call func[0] <even>                      ; wasm 0x39 call
    jmp .L1
.L0:
    xor eax, eax
.L1:
    add rsp, 0x20
    pop rbp
    ret

func[2] <itself>: ; 11 bytes, wasm 0x41
    push rbp
    mov rbp, rsp
    call func[2] <itself>                    ; wasm 0x42 call
    pop rbp
    ret
