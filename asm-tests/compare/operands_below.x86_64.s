; x86_64, 3 functions in 128 bytes of code

func[0] <f>: ; 6 bytes, wasm 0x28
    push rbp
    mov rbp, rsp
    pop rbp
    ret

func[1] <temporaries>: ; 49 bytes, wasm 0x2b
    push rbp
    mov rbp, rsp
    sub rsp, 0x30
    lea eax, [rcx+1]
    lea r8d, [rdx+2]
    imul ecx, edx
    mov [rbp-0x18], eax
    mov [rbp-0x20], r8d
    cmp ecx, 3
    jge .L0
    call func[0] <f>                         ; wasm 0x40 call
.L0:
    mov ecx, [rbp-0x18]
    sub ecx, [rbp-0x20]
    mov eax, ecx
    add rsp, 0x30
    pop rbp
    ret

func[2] <local_changed_by_operand>: ; 44 bytes, wasm 0x46
    push rbp
    mov rbp, rsp
    push rsi
    sub rsp, 0x18
    mov esi, ecx
    mov ecx, esi
    mov edx, esi
    mov esi, [rbx+rsi]                       ; wasm 0x4d
    mov [rbp-0x10], edx
    cmp ecx, esi
    jne .L0
    call func[0] <f>                         ; wasm 0x55 call
.L0:
    mov ecx, [rbp-0x10]
    sub ecx, esi
    mov eax, ecx
    add rsp, 0x18
    pop rsi
    pop rbp
    ret
