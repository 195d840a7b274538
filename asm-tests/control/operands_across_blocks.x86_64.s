; x86_64, 5 functions in 192 bytes of code

func[0] <f>: ; 6 bytes, wasm 0x25
    push rbp
    mov rbp, rsp
    pop rbp
    ret

func[1] <spilled>: ; 37 bytes, wasm 0x28
    push rbp
    mov rbp, rsp
    sub rsp, 0x20
    imul edx, ecx
    mov [rbp-0x18], edx
    test ecx, ecx
    je .L0
    call func[0] <f>                         ; wasm 0x32 call
.L0:
    mov ecx, [rbp-0x18]
    add ecx, 1
    mov eax, ecx
    add rsp, 0x20
    pop rbp
    ret

func[2] <constant>: ; 28 bytes, wasm 0x3a
    push rbp
    mov rbp, rsp
    sub rsp, 0x20
    test ecx, ecx
    je .L0
    call func[0] <f>                         ; wasm 0x42 call
.L0:
    mov eax, 0x65
    add rsp, 0x20
    pop rbp
    ret

func[3] <local_written_within>: ; 33 bytes, wasm 0x4a
    push rbp
    mov rbp, rsp
    mov r10d, ecx
    mov [rbp-8], r10d
    cmp r10d, 5
    jl .L0
    mov r10d, 0x4d
.L0:
    mov ecx, [rbp-8]
    sub ecx, r10d
    mov eax, ecx
    pop rbp
    ret

func[4] <spilled_once>: ; 48 bytes, wasm 0x61
    push rbp
    mov rbp, rsp
    sub rsp, 0x20
    mov eax, ecx
    imul eax, edx
    mov [rbp-0x18], eax
    mov [rbp-0x10], edx
    test ecx, ecx
    jne .L0
    call func[0] <f>                         ; wasm 0x6d call
.L0:
    cmp dword ptr [rbp-0x10], 0
    jne .L1
    call func[0] <f>                         ; wasm 0x76 call
.L1:
    mov eax, [rbp-0x18]
    add rsp, 0x20
    pop rbp
    ret
