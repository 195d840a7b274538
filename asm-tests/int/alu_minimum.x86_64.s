; x86_64, 5 functions in 128 bytes of code

func[0] <sub_minimum_32>: ; 16 bytes, wasm 0x21
    push rbp
    mov rbp, rsp
    mov r10d, ecx
    lea eax, [r10-0x80000000]
    pop rbp
    ret

func[1] <sub_minimum_64>: ; 22 bytes, wasm 0x2d
    push rbp
    mov rbp, rsp
    mov r10, rcx
    mov rax, -0x8000000000000000
    add rax, r10
    pop rbp
    ret

func[2] <sub_two_to_the_31>: ; 16 bytes, wasm 0x3e
    push rbp
    mov rbp, rsp
    mov r10, rcx
    lea rax, [r10-0x80000000]
    pop rbp
    ret

func[3] <and_sign_bit>: ; 22 bytes, wasm 0x4a
    push rbp
    mov rbp, rsp
    mov r10, rcx
    mov rax, -0x8000000000000000
    and rax, r10
    pop rbp
    ret

func[4] <xor_sign_bit>: ; 17 bytes, wasm 0x5b
    push rbp
    mov rbp, rsp
    mov r10d, ecx
    mov eax, -0x80000000
    xor eax, r10d
    pop rbp
    ret
