; x86_64, 5 functions in 160 bytes of code
; runtime: beeline_table_copy, beeline_table_fill, beeline_table_init, beeline_elem_drop

func[0] <f>: ; 6 bytes, wasm 0x36
    push rbp
    mov rbp, rsp
    pop rbp
    ret

func[1] <copy>: ; 35 bytes, wasm 0x39
    push rbp
    mov rbp, rsp
    sub rsp, 0x30
    mov r8d, edx
    mov r9d, eax
    mov eax, ecx
    xor ecx, ecx
    mov edx, 1
    call qword ptr [rbx-0x88]                ; wasm 0x40 call
    add rsp, 0x30
    pop rbp
    ret

func[2] <fill>: ; 30 bytes, wasm 0x46
    push rbp
    mov rbp, rsp
    sub rsp, 0x30
    mov r8d, eax
    mov rax, rdx
    mov edx, ecx
    xor ecx, ecx
    call qword ptr [rbx-0x90]                ; wasm 0x4d call
    add rsp, 0x30
    pop rbp
    ret

func[3] <init>: ; 38 bytes, wasm 0x52
    push rbp
    mov rbp, rsp
    sub rsp, 0x20
    mov ecx, 1
    xor edx, edx
    xor eax, eax
    xor r8d, r8d
    mov r9d, 1
    call qword ptr [rbx-0x98]                ; wasm 0x59 call
    add rsp, 0x20
    pop rbp
    ret

func[4] <drop>: ; 14 bytes, wasm 0x5f
    push rbp
    mov rbp, rsp
    xor ecx, ecx
    call qword ptr [rbx-0xa0]                ; wasm 0x60 call
    pop rbp
    ret
