; x86_64, 4 functions in 64 bytes of code

func[0] <add>: ; 10 bytes, wasm 0x22
    push rbp
    mov rbp, rsp
    add ecx, edx
    mov eax, ecx
    pop rbp
    ret

func[1] <sub_of_homes>: ; 14 bytes, wasm 0x2a
    push rbp
    mov rbp, rsp
    mov eax, ecx
    or eax, edx
    sub ecx, edx
    mov eax, ecx
    pop rbp
    ret

func[2] <xor_of_temporaries>: ; 13 bytes, wasm 0x38
    push rbp
    mov rbp, rsp
    lea eax, [rcx+rdx]
    add edx, ecx
    xor eax, edx
    pop rbp
    ret

func[3] <sub_from_temporary>: ; 15 bytes, wasm 0x46
    push rbp
    mov rbp, rsp
    add rdx, rcx
    sub rcx, rdx
    mov rax, rcx
    pop rbp
    ret
