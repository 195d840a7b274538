; x86_64, 8 functions in 192 bytes of code

func[0] <max>: ; 13 bytes, wasm 0x39
    push rbp
    mov rbp, rsp
    cmp ecx, edx
    mov eax, edx
    cmovg eax, ecx
    pop rbp
    ret

func[1] <into_first>: ; 13 bytes, wasm 0x46
    push rbp
    mov rbp, rsp
    cmp ecx, edx
    mov eax, edx
    cmovb eax, ecx
    pop rbp
    ret

func[2] <into_second>: ; 16 bytes, wasm 0x57
    push rbp
    mov rbp, rsp
    cmp rcx, rdx
    mov rax, rdx
    cmovb rax, rcx
    pop rbp
    ret

func[3] <constants>: ; 21 bytes, wasm 0x68
    push rbp
    mov rbp, rsp
    mov edx, 0x14
    mov eax, 0xa
    test ecx, ecx
    cmove eax, edx
    pop rbp
    ret

func[4] <same>: ; 8 bytes, wasm 0x72
    push rbp
    mov rbp, rsp
    mov eax, ecx
    pop rbp
    ret

func[5] <of_float_comparison>: ; 40 bytes, wasm 0x7d
    push rbp
    mov rbp, rsp
    movsd xmm1, [.L0]
    ucomisd xmm0, xmm1
    cmovne rcx, rdx
    cmovp rcx, rdx
    mov rax, rcx
    pop rbp
    ret
    int3
    int3
    int3
.L0:
    .quad 0x3ff0000000000000

func[6] <typed>: ; 15 bytes, wasm 0x91
    push rbp
    mov rbp, rsp
    test eax, eax
    cmove rcx, rdx
    mov rax, rcx
    pop rbp
    ret

func[7] <temporaries>: ; 18 bytes, wasm 0x9d
    push rbp
    mov rbp, rsp
    lea eax, [rcx+1]
    add edx, 2
    and ecx, 4
    cmove eax, edx
    pop rbp
    ret
