; x86_64, 8 functions in 272 bytes of code

func[0] <f>: ; 12 bytes, wasm 0x2f
    push rbp
    mov rbp, rsp
    mov r10d, ecx
    mov eax, r10d
    pop rbp
    ret

func[1] <post_increment>: ; 22 bytes, wasm 0x34
    push rbp
    mov rbp, rsp
    mov r10d, ecx
    mov ecx, r10d
    add r10d, 1
    imul ecx, r10d
    mov eax, ecx
    pop rbp
    ret

func[2] <swap>: ; 32 bytes, wasm 0x43
    push rbp
    mov rbp, rsp
    mov r10d, ecx
    mov r9d, edx
    mov ecx, r10d
    mov r10d, r9d
    mov r9d, ecx
    mov ecx, r10d
    shl ecx, 4
    sub ecx, r9d
    mov eax, ecx
    pop rbp
    ret

func[3] <two_aliases>: ; 29 bytes, wasm 0x56
    push rbp
    mov rbp, rsp
    mov r10d, ecx
    mov ecx, r10d
    mov edx, r10d
    mov r10d, 3
    add edx, ecx
    imul edx, r10d
    mov eax, edx
    pop rbp
    ret

func[4] <slot>: ; 27 bytes, wasm 0x65
    push rbp
    mov rbp, rsp
    sub rsp, 0x20
    mov [rbp-8], ecx
    xor ecx, ecx
    xor edx, edx
    call func[0] <f>                         ; wasm 0x6a call
    mov ecx, [rbp-8]
    mov eax, ecx
    leave
    ret

func[5] <tee>: ; 21 bytes, wasm 0x75
    push rbp
    mov rbp, rsp
    mov r10d, ecx
    mov ecx, r10d
    lea r10d, [r10+r10*4]
    sub ecx, r10d
    mov eax, ecx
    pop rbp
    ret

func[6] <extended>: ; 24 bytes, wasm 0x82
    push rbp
    mov rbp, rsp
    mov r10d, ecx
    mov rcx, r10
    mov r10d, 1
    add rcx, r10
    mov rax, rcx
    pop rbp
    ret

func[7] <no_register_free>: ; 59 bytes, wasm 0x90
    push rbp
    mov rbp, rsp
    mov r10, rcx
    mov rcx, r10
    mov rdx, r10
    mov rax, r10
    mov r8, r10
    mov r9, r10
    mov [rbp-8], r10
    mov r10d, 3
    sub rdx, rcx
    sub rax, rdx
    sub r8, rax
    sub r9, r8
    mov rcx, [rbp-8]
    sub rcx, r9
    add rcx, r10
    mov rax, rcx
    pop rbp
    ret
