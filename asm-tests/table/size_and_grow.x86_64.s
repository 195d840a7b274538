; x86_64, 3 functions in 96 bytes of code
; runtime: beeline_table_grow

func[0] <size>: ; 11 bytes, wasm 0x25
    push rbp
    mov rbp, rsp
    mov ecx, [rbx-0x38]
    mov eax, ecx
    pop rbp
    ret

func[1] <grow>: ; 24 bytes, wasm 0x2b
    push rbp
    mov rbp, rsp
    sub rsp, 0x20
    mov rax, rcx
    xor ecx, ecx
    call qword ptr [rbx-0x70]                ; wasm 0x30 call
    mov eax, eax
    add rsp, 0x20
    pop rbp
    ret

func[2] <grow_null>: ; 33 bytes, wasm 0x35
    push rbp
    mov rbp, rsp
    sub rsp, 0x10
    mov ecx, 5
    xor edx, edx
    mov rax, rdx
    mov edx, ecx
    xor ecx, ecx
    call qword ptr [rbx-0x70]                ; wasm 0x3a call
    mov eax, eax
    add rsp, 0x10
    pop rbp
    ret
