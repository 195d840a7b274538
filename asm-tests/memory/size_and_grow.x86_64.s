; x86_64, 3 functions in 96 bytes of code
; runtime: beeline_memory_grow

func[0] <size>: ; 16 bytes, wasm 0x23
    push rbp
    mov rbp, rsp
    mov rcx, [rbx-8]
    shr rcx, 0x10
    mov eax, ecx
    pop rbp
    ret

func[1] <grow>: ; 23 bytes, wasm 0x28
    push rbp
    mov rbp, rsp
    sub rsp, 0x10
    mov edx, ecx
    xor ecx, ecx
    call qword ptr [rbx-0x40]                ; wasm 0x2b call
    mov eax, eax
    add rsp, 0x10
    pop rbp
    ret

func[2] <grow_failed>: ; 35 bytes, wasm 0x2f
    push rbp
    mov rbp, rsp
    sub rsp, 0x10
    xor ecx, ecx
    mov edx, 1
    call qword ptr [rbx-0x40]                ; wasm 0x32 call
    mov eax, eax
    cmp eax, -1
    sete al
    movzx eax, al
    add rsp, 0x10
    pop rbp
    ret
