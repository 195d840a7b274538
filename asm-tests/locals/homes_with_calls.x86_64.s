; x86_64, 6 functions in 256 bytes of code

func[0] <f>: ; 8 bytes, wasm 0x1d
    push rbp
    mov rbp, rsp
    mov eax, ecx
    pop rbp
    ret

func[1] <used_often>: ; 56 bytes, wasm 0x22
    push rbp
    mov rbp, rsp
    push rsi
    sub rsp, 0x28
    mov esi, ecx
    mov ecx, esi
    call func[0] <f>                         ; wasm 0x25 call
    mov [rbp-0x10], eax
    mov ecx, esi
    call func[0] <f>                         ; wasm 0x29 call
    mov [rbp-0x18], eax
    mov ecx, esi
    call func[0] <f>                         ; wasm 0x2d call
    lea ecx, [rsi+rsi]
    add eax, ecx
    add eax, [rbp-0x18]
    add eax, [rbp-0x10]
    add rsp, 0x28
    pop rsi
    pop rbp
    ret

func[2] <used_thrice>: ; 39 bytes, wasm 0x39
    push rbp
    mov rbp, rsp
    sub rsp, 0x20
    mov [rbp-8], ecx
    call func[0] <f>                         ; wasm 0x3c call
    mov [rbp-0x10], eax
    mov ecx, [rbp-8]
    call func[0] <f>                         ; wasm 0x40 call
    add eax, [rbp-8]
    add eax, [rbp-0x10]
    add rsp, 0x20
    pop rbp
    ret

func[3] <used_thrice_behind_a_label>: ; 38 bytes, wasm 0x48
    push rbp
    mov rbp, rsp
    push rsi
    sub rsp, 8
    mov esi, ecx
    mov ecx, esi
    call func[0] <f>                         ; wasm 0x4d call
    test eax, eax
    jne .L0
    mov ecx, esi
    call func[0] <f>                         ; wasm 0x53 call
.L0:
    mov eax, esi
    add rsp, 8
    pop rsi
    pop rbp
    ret

func[4] <used_twice>: ; 25 bytes, wasm 0x5b
    push rbp
    mov rbp, rsp
    sub rsp, 0x20
    mov [rbp-8], ecx
    call func[0] <f>                         ; wasm 0x5e call
    add eax, [rbp-8]
    add rsp, 0x20
    pop rbp
    ret

func[5] <in_a_loop>: ; 38 bytes, wasm 0x65
    push rbp
    mov rbp, rsp
    push rsi
    push rdi
    sub rsp, 0x10
    mov esi, ecx
    xor edi, edi
.L0:
    mov ecx, esi
    call func[0] <f>                         ; wasm 0x6e call
    add edi, eax
    add esi, -1
    jne .L0
    mov eax, edi
    add rsp, 0x10
    pop rdi
    pop rsi
    pop rbp
    ret
