; x86_64, 7 functions in 224 bytes of code

func[0] <branch>: ; 24 bytes, wasm 0x37
    push rbp
    mov rbp, rsp
    mov r10d, ecx
    mov r9d, edx
    cmp r10d, r9d
    jl .L0
    mov dword ptr [rbx-0x38], 5
.L0:
    pop rbp
    ret

func[1] <branch_not>: ; 25 bytes, wasm 0x4b
    push rbp
    mov rbp, rsp
    movaps xmm7, xmm0
    movaps xmm6, xmm1
    ucomisd xmm6, xmm7
    jbe .L0
    mov dword ptr [rbx-0x38], 5
.L0:
    pop rbp
    ret

func[2] <number>: ; 22 bytes, wasm 0x60
    push rbp
    mov rbp, rsp
    mov r10d, ecx
    mov r9d, edx
    xor ecx, ecx
    cmp r10d, r9d
    sete cl
    mov eax, ecx
    pop rbp
    ret

func[3] <set>: ; 31 bytes, wasm 0x6b
    push rbp
    mov rbp, rsp
    mov r9d, edx
    mov r10d, eax
    xor r10d, r10d
    test rcx, rcx
    sete r10b
.L0:
    mov [rbx-0x38], r10d
    test r9d, r9d
    jne .L0
    pop rbp
    ret

func[4] <other_constant>: ; 25 bytes, wasm 0x82
    push rbp
    mov rbp, rsp
    mov r10d, ecx
    mov r9d, edx
    xor ecx, ecx
    cmp r10d, r9d
    sete cl
    and ecx, 2
    mov eax, ecx
    pop rbp
    ret

func[5] <other_operator>: ; 25 bytes, wasm 0x8d
    push rbp
    mov rbp, rsp
    mov r10d, ecx
    mov r9d, edx
    xor ecx, ecx
    cmp r10d, r9d
    sete cl
    add ecx, 1
    mov eax, ecx
    pop rbp
    ret

func[6] <other_length>: ; 28 bytes, wasm 0x98
    push rbp
    mov rbp, rsp
    mov r10d, ecx
    mov r9d, edx
    xor ecx, ecx
    cmp r10d, r9d
    sete cl
    and ecx, 0x81
    mov eax, ecx
    pop rbp
    ret
