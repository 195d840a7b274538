; x86_64, 4 functions in 112 bytes of code

func[0] <count>: ; 15 bytes, wasm 0x2d
    push rbp
    mov rbp, rsp
    mov r10d, ecx
.L0:
    add r10d, -1
    jne .L0
    pop rbp
    ret

func[1] <while>: ; 31 bytes, wasm 0x3c
    push rbp
    mov rbp, rsp
    mov r10d, ecx
    mov r9d, edx
.L0:
    cmp r10d, r9d
    jae .L1
    mov dword ptr [rbx+r10], 0               ; wasm 0x4c
    add r10d, 4
    jmp .L0
.L1:
    pop rbp
    ret

func[2] <nested>: ; 40 bytes, wasm 0x5c
    push rbp
    mov rbp, rsp
    push rsi
    push rdi
    mov edi, ecx
    mov esi, edx
    xor r9d, r9d
.L0:
    xor r10d, r10d
.L1:
    add r9d, r10d
    add r10d, 1
    cmp r10d, esi
    jl .L1
    add edi, -1
    jne .L0
    mov eax, r9d
    pop rdi
    pop rsi
    pop rbp
    ret

func[3] <forever>: ; 6 bytes, wasm 0x89
    push rbp
    mov rbp, rsp
.L0:
    jmp .L0
