; x86_64, 8 functions in 304 bytes of code

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

func[3] <constants>: ; 28 bytes, wasm 0x68
    push rbp
    mov rbp, rsp
    mov [rbp-8], ecx
    mov eax, 0x14
    mov ecx, 0xa
    cmp dword ptr [rbp-8], 0
    cmove ecx, eax
    mov eax, ecx
    pop rbp
    ret

func[4] <same>: ; 15 bytes, wasm 0x72
    push rbp
    mov rbp, rsp
    mov [rbp-8], edx
    mov r10d, ecx
    mov eax, r10d
    pop rbp
    ret

func[5] <of_float_comparison>: ; 61 bytes, wasm 0x7d
    push rbp
    mov rbp, rsp
    mov [rbp-8], rcx
    mov [rbp-0x10], rdx
    movlps [rbp-0x18], xmm0
    movsd xmm0, [rbp-0x18]
    mov r11, 0x3ff0000000000000
    movq xmm1, r11
    mov rax, [rbp-0x10]
    mov rcx, [rbp-8]
    ucomisd xmm0, xmm1
    cmovne rcx, rax
    cmovp rcx, rax
    mov rax, rcx
    pop rbp
    ret

func[6] <typed>: ; 36 bytes, wasm 0x91
    push rbp
    mov rbp, rsp
    mov [rbp-8], rcx
    mov [rbp-0x10], rdx
    mov [rbp-0x18], eax
    mov rax, [rbp-0x10]
    mov rcx, [rbp-8]
    cmp dword ptr [rbp-0x18], 0
    cmove rcx, rax
    mov rax, rcx
    pop rbp
    ret

func[7] <temporaries>: ; 33 bytes, wasm 0x9d
    push rbp
    mov rbp, rsp
    mov [rbp-8], edx
    mov r10d, ecx
    lea eax, [r10+1]
    mov ecx, [rbp-8]
    add ecx, 2
    mov edx, r10d
    and edx, 4
    test edx, edx
    cmove eax, ecx
    pop rbp
    ret
