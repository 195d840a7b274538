; x86_64, 4 functions in 144 bytes of code

func[0] <f>: ; 8 bytes, wasm 0x1b
    push rbp
    mov rbp, rsp
    mov eax, ecx
    pop rbp
    ret

func[1] <used_often>: ; 40 bytes, wasm 0x20
    push rbp
    mov rbp, rsp
    push rsi
    sub rsp, 0x18
    mov esi, ecx
    mov ecx, esi
    call func[0] <f>                         ; wasm 0x23 call
    mov [rbp-0x10], eax
    mov ecx, esi
    call func[0] <f>                         ; wasm 0x27 call
    add eax, esi
    add eax, [rbp-0x10]
    add rsp, 0x18
    pop rsi
    pop rbp
    ret

func[2] <used_twice>: ; 21 bytes, wasm 0x2f
    push rbp
    mov rbp, rsp
    sub rsp, 0x20
    mov [rbp-8], ecx
    call func[0] <f>                         ; wasm 0x32 call
    add eax, [rbp-8]
    leave
    ret

func[3] <in_a_loop>: ; 38 bytes, wasm 0x39
    push rbp
    mov rbp, rsp
    push rsi
    push rdi
    sub rsp, 0x10
    mov esi, ecx
    xor edi, edi
.L0:
    mov ecx, esi
    call func[0] <f>                         ; wasm 0x42 call
    add edi, eax
    add esi, -1
    jne .L0
    mov eax, edi
    add rsp, 0x10
    pop rdi
    pop rsi
    pop rbp
    ret
