; x86_64, 4 functions in 128 bytes of code

func[0] <add>: ; 18 bytes, wasm 0x22
    push rbp
    mov rbp, rsp
    mov r10d, ecx
    mov r9d, edx
    lea ecx, [r10+r9]
    mov eax, ecx
    pop rbp
    ret

func[1] <sub_of_homes>: ; 26 bytes, wasm 0x2a
    push rbp
    mov rbp, rsp
    mov r10d, ecx
    mov r9d, edx
    mov ecx, r10d
    or ecx, r9d
    mov ecx, r10d
    sub ecx, r9d
    mov eax, ecx
    pop rbp
    ret

func[2] <xor_of_temporaries>: ; 24 bytes, wasm 0x38
    push rbp
    mov rbp, rsp
    mov r10d, ecx
    mov r9d, edx
    lea ecx, [r10+r9]
    lea edx, [r9+r10]
    xor ecx, edx
    mov eax, ecx
    pop rbp
    ret

func[3] <sub_from_temporary>: ; 25 bytes, wasm 0x46
    push rbp
    mov rbp, rsp
    mov r10, rcx
    mov r9, rdx
    lea rcx, [r9+r10]
    mov rdx, r10
    sub rdx, rcx
    mov rax, rdx
    pop rbp
    ret
