; x86_64, 8 functions in 240 bytes of code

func[0] <f>: ; 6 bytes, wasm 0x2c
    push rbp
    mov rbp, rsp
    pop rbp
    ret

func[1] <g>: ; 6 bytes, wasm 0x2f
    push rbp
    mov rbp, rsp
    pop rbp
    ret

func[2] <no_values>: ; 30 bytes, wasm 0x32
    push rbp
    mov rbp, rsp
    sub rsp, 0x10
    test ecx, ecx
    je .L0
    call func[0] <f>                         ; wasm 0x37 call
    jmp .L1
.L0:
    call func[1] <g>                         ; wasm 0x3a call
.L1:
    add rsp, 0x10
    pop rbp
    ret

func[3] <value>: ; 20 bytes, wasm 0x3f
    push rbp
    mov rbp, rsp
    cmp ecx, edx
    jle .L0
    mov eax, ecx
    sub eax, edx
    jmp .L1
.L0:
    sub edx, ecx
    mov eax, edx
.L1:
    pop rbp
    ret

func[4] <else_if>: ; 34 bytes, wasm 0x55
    push rbp
    mov rbp, rsp
    test ecx, ecx
    jne .L0
    mov eax, 0xa
    jmp .L2
.L0:
    cmp ecx, 1
    jne .L1
    mov eax, 0x14
    jmp .L2
.L1:
    mov eax, 0x1e
.L2:
    pop rbp
    ret

func[5] <then_returns>: ; 22 bytes, wasm 0x6e
    push rbp
    mov rbp, rsp
    test ecx, ecx
    je .L0
    mov eax, 1
    jmp .L1
.L0:
    mov eax, 2
.L1:
    pop rbp
    ret

func[6] <empty_else>: ; 23 bytes, wasm 0x7b
    push rbp
    mov rbp, rsp
    sub rsp, 0x10
    test ecx, ecx
    je .L0
    call func[0] <f>                         ; wasm 0x80 call
.L0:
    add rsp, 0x10
    pop rbp
    ret

func[7] <empty_then>: ; 23 bytes, wasm 0x86
    push rbp
    mov rbp, rsp
    sub rsp, 0x10
    test ecx, ecx
    jne .L0
    call func[0] <f>                         ; wasm 0x8c call
.L0:
    add rsp, 0x10
    pop rbp
    ret
