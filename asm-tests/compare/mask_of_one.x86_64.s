; x86_64, 7 functions in 208 bytes of code

func[0] <branch>: ; 17 bytes, wasm 0x37
    push rbp
    mov rbp, rsp
    cmp ecx, edx
    jl .L0
    mov dword ptr [rbx-0x38], 5
.L0:
    pop rbp
    ret

func[1] <branch_not>: ; 19 bytes, wasm 0x4b
    push rbp
    mov rbp, rsp
    ucomisd xmm1, xmm0
    jbe .L0
    mov dword ptr [rbx-0x38], 5
.L0:
    pop rbp
    ret

func[2] <number>: ; 16 bytes, wasm 0x60
    push rbp
    mov rbp, rsp
    cmp ecx, edx
    sete cl
    movzx ecx, cl
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

func[4] <other_constant>: ; 19 bytes, wasm 0x82
    push rbp
    mov rbp, rsp
    cmp ecx, edx
    sete cl
    movzx ecx, cl
    and ecx, 2
    mov eax, ecx
    pop rbp
    ret

func[5] <other_operator>: ; 19 bytes, wasm 0x8d
    push rbp
    mov rbp, rsp
    cmp ecx, edx
    sete cl
    movzx ecx, cl
    add ecx, 1
    mov eax, ecx
    pop rbp
    ret

func[6] <other_length>: ; 22 bytes, wasm 0x98
    push rbp
    mov rbp, rsp
    cmp ecx, edx
    sete cl
    movzx ecx, cl
    and ecx, 0x81
    mov eax, ecx
    pop rbp
    ret
