; x86_64, 5 functions in 160 bytes of code

func[0] <sub_minimum_32>: ; 18 bytes, wasm 0x21
    push rbp
    mov rbp, rsp
    mov r10d, ecx
    lea ecx, [r10-0x80000000]
    mov eax, ecx
    pop rbp
    ret

func[1] <sub_minimum_64>: ; 25 bytes, wasm 0x2d
    push rbp
    mov rbp, rsp
    mov r10, rcx
    mov rcx, -0x8000000000000000
    add rcx, r10
    mov rax, rcx
    pop rbp
    ret

func[2] <sub_two_to_the_31>: ; 19 bytes, wasm 0x3e
    push rbp
    mov rbp, rsp
    mov r10, rcx
    lea rcx, [r10-0x80000000]
    mov rax, rcx
    pop rbp
    ret

func[3] <and_sign_bit>: ; 25 bytes, wasm 0x4a
    push rbp
    mov rbp, rsp
    mov r10, rcx
    mov rcx, -0x8000000000000000
    and rcx, r10
    mov rax, rcx
    pop rbp
    ret

func[4] <xor_sign_bit>: ; 19 bytes, wasm 0x5b
    push rbp
    mov rbp, rsp
    mov r10d, ecx
    mov ecx, -0x80000000
    xor ecx, r10d
    mov eax, ecx
    pop rbp
    ret
