; x86_64, 8 functions in 224 bytes of code

func[0] <f>: ; 8 bytes, wasm 0x2f
    push rbp
    mov rbp, rsp
    mov eax, ecx
    pop rbp
    ret

func[1] <post_increment>: ; 14 bytes, wasm 0x34
    push rbp
    mov rbp, rsp
    lea edx, [rcx+1]
    imul ecx, edx
    mov eax, ecx
    pop rbp
    ret

func[2] <swap>: ; 13 bytes, wasm 0x43
    push rbp
    mov rbp, rsp
    mov eax, edx
    shl eax, 4
    sub eax, ecx
    pop rbp
    ret

func[3] <two_aliases>: ; 20 bytes, wasm 0x56
    push rbp
    mov rbp, rsp
    mov edx, ecx
    mov eax, 3
    add ecx, edx
    imul ecx, eax
    mov eax, ecx
    pop rbp
    ret

func[4] <slot>: ; 31 bytes, wasm 0x65
    push rbp
    mov rbp, rsp
    sub rsp, 0x20
    mov [rbp-8], ecx
    xor edx, edx
    xor ecx, ecx
    call func[0] <f>                         ; wasm 0x6a call
    mov ecx, [rbp-8]
    mov eax, ecx
    add rsp, 0x20
    pop rbp
    ret

func[5] <tee>: ; 13 bytes, wasm 0x75
    push rbp
    mov rbp, rsp
    lea edx, [rcx+rcx*4]
    sub ecx, edx
    mov eax, ecx
    pop rbp
    ret

func[6] <extended>: ; 19 bytes, wasm 0x82
    push rbp
    mov rbp, rsp
    mov edx, ecx
    mov ecx, 1
    add rdx, rcx
    mov rax, rdx
    pop rbp
    ret

func[7] <no_register_free>: ; 51 bytes, wasm 0x90
    push rbp
    mov rbp, rsp
    mov rdx, rcx
    mov rax, rcx
    mov r8, rcx
    mov r9, rcx
    mov r10, rcx
    mov qword ptr [rbp-8], 3
    sub rax, rdx
    sub r8, rax
    sub r9, r8
    sub r10, r9
    sub rcx, r10
    add rcx, [rbp-8]
    mov rax, rcx
    pop rbp
    ret
