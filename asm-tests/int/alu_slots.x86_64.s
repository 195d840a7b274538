; x86_64, 6 functions in 240 bytes of code

func[0] <f>: ; 6 bytes, wasm 0x35
    push rbp
    mov rbp, rsp
    pop rbp
    ret

func[1] <second_operand>: ; 36 bytes, wasm 0x38
    push rbp
    mov rbp, rsp
    sub rsp, 0x20
    mov [rbp-8], ecx
    mov [rbp-0x10], rdx
    call func[0] <f>                         ; wasm 0x39 call
    mov ecx, [rbp-8]
    add rcx, [rbp-0x10]
    mov rax, rcx
    add rsp, 0x20
    pop rbp
    ret

func[2] <both_operands>: ; 33 bytes, wasm 0x43
    push rbp
    mov rbp, rsp
    sub rsp, 0x20
    mov [rbp-8], ecx
    mov [rbp-0x10], edx
    call func[0] <f>                         ; wasm 0x44 call
    mov ecx, [rbp-8]
    sub ecx, [rbp-0x10]
    mov eax, ecx
    add rsp, 0x20
    pop rbp
    ret

func[3] <immediate>: ; 30 bytes, wasm 0x4d
    push rbp
    mov rbp, rsp
    sub rsp, 0x20
    mov [rbp-8], ecx
    call func[0] <f>                         ; wasm 0x4e call
    mov ecx, [rbp-8]
    and ecx, 0x7f
    mov eax, ecx
    add rsp, 0x20
    pop rbp
    ret

func[4] <compared>: ; 38 bytes, wasm 0x58
    push rbp
    mov rbp, rsp
    sub rsp, 0x20
    mov [rbp-8], ecx
    mov [rbp-0x10], edx
    call func[0] <f>                         ; wasm 0x59 call
    mov ecx, [rbp-8]
    cmp ecx, [rbp-0x10]
    jge .L0
    call func[0] <f>                         ; wasm 0x62 call
.L0:
    add rsp, 0x20
    pop rbp
    ret

func[5] <compared_with_constant>: ; 38 bytes, wasm 0x67
    push rbp
    mov rbp, rsp
    sub rsp, 0x20
    mov [rbp-8], rcx
    call func[0] <f>                         ; wasm 0x68 call
    cmp qword ptr [rbp-8], 0x3e8
    jbe .L0
    call func[0] <f>                         ; wasm 0x72 call
.L0:
    add rsp, 0x20
    pop rbp
    ret
