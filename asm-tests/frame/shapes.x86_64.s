; x86_64, 6 functions in 224 bytes of code

func[0] <f>: ; 8 bytes, wasm 0x28
    push rbp
    mov rbp, rsp
    mov eax, ecx
    pop rbp
    ret

func[1] <leaf_with_slot>: ; 24 bytes, wasm 0x2d
    push rbp
    mov rbp, rsp
    mov r11d, 0x3f
    bsr ecx, ecx
    cmove ecx, r11d
    xor ecx, 0x1f
    mov eax, ecx
    pop rbp
    ret

func[2] <no_slots>: ; 24 bytes, wasm 0x33
    push rbp
    mov rbp, rsp
    sub rsp, 0x10
    mov ecx, 1
    call func[0] <f>                         ; wasm 0x36 call
    add rsp, 0x10
    pop rbp
    ret

func[3] <one_slot>: ; 22 bytes, wasm 0x3a
    push rbp
    mov rbp, rsp
    sub rsp, 0x20
    call func[0] <f>                         ; wasm 0x3d call
    add eax, 1
    add rsp, 0x20
    pop rbp
    ret

func[4] <saved_register>: ; 37 bytes, wasm 0x44
    push rbp
    mov rbp, rsp
    push rsi
    sub rsp, 0x28
    mov esi, ecx
    mov ecx, esi
    call func[0] <f>                         ; wasm 0x47 call
    add eax, esi
    mov ecx, esi
    imul ecx, esi
    imul ecx, esi
    add eax, ecx
    add rsp, 0x28
    pop rsi
    pop rbp
    ret

func[5] <saved_three>: ; 52 bytes, wasm 0x57
    push rbp
    mov rbp, rsp
    push rsi
    push rdi
    push r12
    sub rsp, 0x18
    mov esi, ecx
    mov edi, edx
    mov r12d, eax
.L0:
    lea ecx, [rdi+r12]
    add ecx, esi
    call func[0] <f>                         ; wasm 0x62 call
    mov esi, eax
    lea ecx, [rdi+r12]
    cmp esi, ecx
    jl .L0
    mov eax, esi
    add rsp, 0x18
    pop r12
    pop rdi
    pop rsi
    pop rbp
    ret
