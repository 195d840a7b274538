; x86_64, 8 functions in 256 bytes of code

func[0] <max>: ; 22 bytes, wasm 0x39
    push rbp
    mov rbp, rsp
    mov r10d, ecx
    mov r9d, edx
    cmp r10d, r9d
    mov eax, r9d
    cmovg eax, r10d
    pop rbp
    ret

func[1] <into_first>: ; 22 bytes, wasm 0x46
    push rbp
    mov rbp, rsp
    mov r10d, ecx
    mov r9d, edx
    cmp r10d, r9d
    cmovae r10d, r9d
    mov eax, r10d
    pop rbp
    ret

func[2] <into_second>: ; 22 bytes, wasm 0x57
    push rbp
    mov rbp, rsp
    mov r9, rcx
    mov r10, rdx
    cmp r9, r10
    cmovb r10, r9
    mov rax, r10
    pop rbp
    ret

func[3] <constants>: ; 27 bytes, wasm 0x68
    push rbp
    mov rbp, rsp
    mov r10d, ecx
    mov eax, 0x14
    mov ecx, 0xa
    test r10d, r10d
    cmove ecx, eax
    mov eax, ecx
    pop rbp
    ret

func[4] <same>: ; 15 bytes, wasm 0x72
    push rbp
    mov rbp, rsp
    mov r10d, ecx
    mov r9d, edx
    mov eax, r10d
    pop rbp
    ret

func[5] <of_float_comparison>: ; 45 bytes, wasm 0x7d
    push rbp
    mov rbp, rsp
    mov r10, rcx
    mov r9, rdx
    movaps xmm7, xmm0
    mov r11, 0x3ff0000000000000
    movq xmm0, r11
    ucomisd xmm7, xmm0
    mov rax, r10
    cmovne rax, r9
    cmovp rax, r9
    pop rbp
    ret

func[6] <typed>: ; 26 bytes, wasm 0x91
    push rbp
    mov rbp, rsp
    mov [rbp-8], eax
    mov r10, rcx
    mov r9, rdx
    cmp dword ptr [rbp-8], 0
    mov rax, r9
    cmovne rax, r10
    pop rbp
    ret

func[7] <temporaries>: ; 31 bytes, wasm 0x9d
    push rbp
    mov rbp, rsp
    mov r10d, ecx
    mov r9d, edx
    lea eax, [r10+1]
    lea ecx, [r9+2]
    mov edx, r10d
    and edx, 4
    test edx, edx
    cmove eax, ecx
    pop rbp
    ret
