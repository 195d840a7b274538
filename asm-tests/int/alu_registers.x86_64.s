; x86_64, 4 functions in 112 bytes of code

func[0] <add>: ; 16 bytes, wasm 0x22
    push rbp
    mov rbp, rsp
    mov r10d, ecx
    mov r9d, edx
    lea eax, [r10+r9]
    pop rbp
    ret

func[1] <sub_of_homes>: ; 24 bytes, wasm 0x2a
    push rbp
    mov rbp, rsp
    mov r10d, ecx
    mov r9d, edx
    mov eax, r10d
    or eax, r9d
    mov eax, r10d
    sub eax, r9d
    pop rbp
    ret

func[2] <xor_of_temporaries>: ; 22 bytes, wasm 0x38
    push rbp
    mov rbp, rsp
    mov r10d, ecx
    mov r9d, edx
    lea eax, [r10+r9]
    lea ecx, [r9+r10]
    xor eax, ecx
    pop rbp
    ret

func[3] <sub_from_temporary>: ; 25 bytes, wasm 0x46
    push rbp
    mov rbp, rsp
    mov r10, rcx
    mov r9, rdx
    lea rax, [r9+r10]
    mov rcx, r10
    sub rcx, rax
    mov rax, rcx
    pop rbp
    ret
