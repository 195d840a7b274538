; x86_64, 5 functions in 176 bytes of code, 3 bytes of data in 1 segment
; runtime: beeline_memory_copy, beeline_memory_fill, beeline_memory_init, beeline_data_drop

func[0] <copy>: ; 29 bytes, wasm 0x2d
    push rbp
    mov rbp, rsp
    sub rsp, 0x30
    mov r8d, edx
    mov r9d, eax
    mov eax, ecx
    xor ecx, ecx
    xor edx, edx
    call qword ptr [rbx-0x48]                ; wasm 0x34 call
    add rsp, 0x30
    pop rbp
    ret

func[1] <fill>: ; 26 bytes, wasm 0x3a
    push rbp
    mov rbp, rsp
    sub rsp, 0x30
    mov r8d, eax
    mov eax, edx
    mov edx, ecx
    xor ecx, ecx
    call qword ptr [rbx-0x50]                ; wasm 0x41 call
    add rsp, 0x30
    pop rbp
    ret

func[2] <init>: ; 35 bytes, wasm 0x46
    push rbp
    mov rbp, rsp
    sub rsp, 0x20
    xor ecx, ecx
    xor edx, edx
    mov eax, 8
    xor r8d, r8d
    mov r9d, 3
    call qword ptr [rbx-0x58]                ; wasm 0x4d call
    add rsp, 0x20
    pop rbp
    ret

func[3] <drop>: ; 11 bytes, wasm 0x53
    push rbp
    mov rbp, rsp
    xor ecx, ecx
    call qword ptr [rbx-0x60]                ; wasm 0x54 call
    pop rbp
    ret

func[4] <temporaries_survive>: ; 43 bytes, wasm 0x59
    push rbp
    mov rbp, rsp
    sub rsp, 0x30
    lea edx, [rcx+1]
    mov [rbp-0x10], edx
    mov eax, ecx
    xor ecx, ecx
    xor edx, edx
    mov r8d, 0x10
    call qword ptr [rbx-0x50]                ; wasm 0x65 call
    mov ecx, [rbp-0x10]
    lea ecx, [rcx+rcx*2]
    mov eax, ecx
    add rsp, 0x30
    pop rbp
    ret
