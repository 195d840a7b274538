; x86_64, 14 functions in 400 bytes of code

func[0] <branch>: ; 17 bytes, wasm 0x44
    push rbp
    mov rbp, rsp
    cmp ecx, edx
    jl .L0
    mov dword ptr [rbx-0x38], 5
.L0:
    pop rbp
    ret

func[1] <branch_not>: ; 19 bytes, wasm 0x58
    push rbp
    mov rbp, rsp
    ucomisd xmm1, xmm0
    jbe .L0
    mov dword ptr [rbx-0x38], 5
.L0:
    pop rbp
    ret

func[2] <number>: ; 16 bytes, wasm 0x6d
    push rbp
    mov rbp, rsp
    cmp ecx, edx
    sete cl
    movzx ecx, cl
    mov eax, ecx
    pop rbp
    ret

func[3] <set>: ; 31 bytes, wasm 0x78
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

func[4] <branch_inverted>: ; 17 bytes, wasm 0x8f
    push rbp
    mov rbp, rsp
    cmp ecx, edx
    jl .L0
    mov dword ptr [rbx-0x38], 5
.L0:
    pop rbp
    ret

func[5] <branch_inverted_float>: ; 19 bytes, wasm 0xa6
    push rbp
    mov rbp, rsp
    ucomisd xmm1, xmm0
    jbe .L0
    mov dword ptr [rbx-0x38], 5
.L0:
    pop rbp
    ret

func[6] <number_inverted>: ; 16 bytes, wasm 0xbd
    push rbp
    mov rbp, rsp
    cmp ecx, edx
    setne cl
    movzx ecx, cl
    mov eax, ecx
    pop rbp
    ret

func[7] <lowest_bit_clear>: ; 20 bytes, wasm 0xcb
    push rbp
    mov rbp, rsp
    xor ecx, edx
    test cl, 1
    je .L0
    mov dword ptr [rbx-0x38], 5
.L0:
    pop rbp
    ret

func[8] <lowest_bit_set>: ; 23 bytes, wasm 0xe2
    push rbp
    mov rbp, rsp
    test cl, 1
    je .L0
    mov eax, 1
    jmp .L1
.L0:
    mov eax, 2
.L1:
    pop rbp
    ret

func[9] <inverted_bit>: ; 13 bytes, wasm 0xf6
    push rbp
    mov rbp, rsp
    not ecx
    and ecx, 1
    mov eax, ecx
    pop rbp
    ret

func[10] <inverted_only>: ; 18 bytes, wasm 0x101
    push rbp
    mov rbp, rsp
    cmp ecx, edx
    sete cl
    movzx ecx, cl
    not ecx
    mov eax, ecx
    pop rbp
    ret

func[11] <other_constant>: ; 19 bytes, wasm 0x10c
    push rbp
    mov rbp, rsp
    cmp ecx, edx
    sete cl
    movzx ecx, cl
    and ecx, 2
    mov eax, ecx
    pop rbp
    ret

func[12] <other_operator>: ; 19 bytes, wasm 0x117
    push rbp
    mov rbp, rsp
    cmp ecx, edx
    sete cl
    movzx ecx, cl
    add ecx, 1
    mov eax, ecx
    pop rbp
    ret

func[13] <other_length>: ; 22 bytes, wasm 0x122
    push rbp
    mov rbp, rsp
    cmp ecx, edx
    sete cl
    movzx ecx, cl
    and ecx, 0x81
    mov eax, ecx
    pop rbp
    ret
