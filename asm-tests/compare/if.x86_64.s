; x86_64, 4 functions in 128 bytes of code

func[0] <f>: ; 6 bytes, wasm 0x28
    push rbp
    mov rbp, rsp
    pop rbp
    ret

func[1] <then>: ; 29 bytes, wasm 0x2b
    push rbp
    mov rbp, rsp
    sub rsp, 0x20
    mov [rbp-8], ecx
    mov [rbp-0x10], edx
    mov ecx, [rbp-8]
    cmp ecx, [rbp-0x10]
    jbe .L0
    call func[0] <f>                         ; wasm 0x33 call
.L0:
    leave
    ret

func[2] <then_else>: ; 26 bytes, wasm 0x38
    push rbp
    mov rbp, rsp
    mov r10, rcx
    test r10, r10
    jne .L0
    mov eax, 1
    jmp .L1
.L0:
    mov eax, 2
.L1:
    pop rbp
    ret

func[3] <float>: ; 42 bytes, wasm 0x46
    push rbp
    mov rbp, rsp
    sub rsp, 0x20
    movss [rbp-8], xmm0
    movss [rbp-0x10], xmm1
    movss xmm0, [rbp-8]
    movss xmm15, [rbp-0x10]
    ucomiss xmm15, xmm0
    jb .L0
    call func[0] <f>                         ; wasm 0x4e call
.L0:
    leave
    ret
