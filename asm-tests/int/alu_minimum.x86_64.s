; x86_64, 5 functions in 160 bytes of code

func[0] <sub_minimum_32>: ; 17 bytes, wasm 0x21
    push rbp
    mov rbp, rsp
    mov [rbp-8], ecx
    mov eax, [rbp-8]
    add eax, -0x80000000
    pop rbp
    ret

func[1] <sub_minimum_64>: ; 27 bytes, wasm 0x2d
    push rbp
    mov rbp, rsp
    mov [rbp-8], rcx
    mov rax, [rbp-8]
    mov r11, -0x8000000000000000
    add rax, r11
    pop rbp
    ret

func[2] <sub_two_to_the_31>: ; 20 bytes, wasm 0x3e
    push rbp
    mov rbp, rsp
    mov [rbp-8], rcx
    mov rax, [rbp-8]
    add rax, -0x80000000
    pop rbp
    ret

func[3] <and_sign_bit>: ; 27 bytes, wasm 0x4a
    push rbp
    mov rbp, rsp
    mov [rbp-8], rcx
    mov rax, [rbp-8]
    mov r11, -0x8000000000000000
    and rax, r11
    pop rbp
    ret

func[4] <xor_sign_bit>: ; 17 bytes, wasm 0x5b
    push rbp
    mov rbp, rsp
    mov [rbp-8], ecx
    mov eax, [rbp-8]
    xor eax, -0x80000000
    pop rbp
    ret
