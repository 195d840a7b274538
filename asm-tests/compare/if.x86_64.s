; x86_64, 4 functions in 112 bytes of code

func[0] <f>: ; 6 bytes, wasm 0x28
    push rbp
    mov rbp, rsp
    pop rbp
    ret

func[1] <then>: ; 23 bytes, wasm 0x2b
    push rbp
    mov rbp, rsp
    sub rsp, 0x20
    cmp ecx, edx
    jbe .L0
    call func[0] <f>                         ; wasm 0x33 call
.L0:
    add rsp, 0x20
    pop rbp
    ret

func[2] <then_else>: ; 23 bytes, wasm 0x38
    push rbp
    mov rbp, rsp
    test rcx, rcx
    jne .L0
    mov eax, 1
    jmp .L1
.L0:
    mov eax, 2
.L1:
    pop rbp
    ret

func[3] <float>: ; 24 bytes, wasm 0x46
    push rbp
    mov rbp, rsp
    sub rsp, 0x20
    ucomiss xmm1, xmm0
    jb .L0
    call func[0] <f>                         ; wasm 0x4e call
.L0:
    add rsp, 0x20
    pop rbp
    ret
