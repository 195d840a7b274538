; x86_64, 8 functions in 288 bytes of code

func[0] <max>: ; 24 bytes, wasm 0x39
    push rbp
    mov rbp, rsp
    mov r10d, ecx
    mov r9d, edx
    cmp r10d, r9d
    mov ecx, r9d
    cmovg ecx, r10d
    mov eax, ecx
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
    mov ecx, 0x14
    mov edx, 0xa
    test r10d, r10d
    cmove edx, ecx
    mov eax, edx
    pop rbp
    ret

func[4] <same>: ; 17 bytes, wasm 0x72
    push rbp
    mov rbp, rsp
    mov r10d, ecx
    mov r9d, edx
    mov ecx, r10d
    mov eax, ecx
    pop rbp
    ret

func[5] <of_float_comparison>: ; 48 bytes, wasm 0x7d
    push rbp
    mov rbp, rsp
    mov r10, rcx
    mov r9, rdx
    movaps xmm7, xmm0
    mov r11, 0x3ff0000000000000
    movq xmm0, r11
    ucomisd xmm7, xmm0
    mov rcx, r10
    cmovne rcx, r9
    cmovp rcx, r9
    mov rax, rcx
    pop rbp
    ret

func[6] <typed>: ; 24 bytes, wasm 0x91
    push rbp
    mov rbp, rsp
    mov r10, rcx
    mov r9, rdx
    test eax, eax
    mov rcx, r9
    cmovne rcx, r10
    mov rax, rcx
    pop rbp
    ret

func[7] <temporaries>: ; 33 bytes, wasm 0x9d
    push rbp
    mov rbp, rsp
    mov r10d, ecx
    mov r9d, edx
    lea ecx, [r10+1]
    lea edx, [r9+2]
    mov eax, r10d
    and eax, 4
    test eax, eax
    cmove ecx, edx
    mov eax, ecx
    pop rbp
    ret
