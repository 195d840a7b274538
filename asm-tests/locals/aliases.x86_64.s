; x86_64, 8 functions in 272 bytes of code

func[0] <f>: ; 12 bytes, wasm 0x2f
    push rbp
    mov rbp, rsp
    mov r10d, ecx
    mov eax, r10d
    pop rbp
    ret

func[1] <post_increment>: ; 20 bytes, wasm 0x34
    push rbp
    mov rbp, rsp
    mov r10d, ecx
    mov eax, r10d
    add r10d, 1
    imul eax, r10d
    pop rbp
    ret

func[2] <swap>: ; 30 bytes, wasm 0x43
    push rbp
    mov rbp, rsp
    mov r10d, ecx
    mov r9d, edx
    mov eax, r10d
    mov r10d, r9d
    mov r9d, eax
    mov eax, r10d
    shl eax, 4
    sub eax, r9d
    pop rbp
    ret

func[3] <two_aliases>: ; 29 bytes, wasm 0x56
    push rbp
    mov rbp, rsp
    mov r10d, ecx
    mov eax, r10d
    mov ecx, r10d
    mov r10d, 3
    add ecx, eax
    imul ecx, r10d
    mov eax, ecx
    pop rbp
    ret

func[4] <slot>: ; 32 bytes, wasm 0x65
    push rbp
    mov rbp, rsp
    sub rsp, 0x20
    mov [rbp-8], ecx
    xor ecx, ecx
    xor edx, edx
    call func[0] <f>                         ; wasm 0x6a call
    mov eax, [rbp-8]
    mov dword ptr [rbp-8], 3
    leave
    ret

func[5] <tee>: ; 19 bytes, wasm 0x75
    push rbp
    mov rbp, rsp
    mov r10d, ecx
    mov eax, r10d
    lea r10d, [r10+r10*4]
    sub eax, r10d
    pop rbp
    ret

func[6] <extended>: ; 21 bytes, wasm 0x82
    push rbp
    mov rbp, rsp
    mov r10d, ecx
    mov rax, r10
    mov r10d, 1
    add rax, r10
    pop rbp
    ret

func[7] <no_register_free>: ; 56 bytes, wasm 0x90
    push rbp
    mov rbp, rsp
    mov r10, rcx
    mov rax, r10
    mov rcx, r10
    mov rdx, r10
    mov r8, r10
    mov r9, r10
    mov [rbp-8], r10
    mov r10d, 3
    sub rcx, rax
    sub rdx, rcx
    sub r8, rdx
    sub r9, r8
    mov rax, [rbp-8]
    sub rax, r9
    add rax, r10
    pop rbp
    ret
