; x86_64, 5 functions in 112 bytes of code

func[0] <sub_minimum_32>: ; 14 bytes, wasm 0x21
    push rbp
    mov rbp, rsp
    add ecx, -0x80000000
    mov eax, ecx
    pop rbp
    ret

func[1] <sub_minimum_64>: ; 22 bytes, wasm 0x2d
    push rbp
    mov rbp, rsp
    mov r11, -0x8000000000000000
    add rcx, r11
    mov rax, rcx
    pop rbp
    ret

func[2] <sub_two_to_the_31>: ; 16 bytes, wasm 0x3e
    push rbp
    mov rbp, rsp
    add rcx, -0x80000000
    mov rax, rcx
    pop rbp
    ret

func[3] <and_sign_bit>: ; 22 bytes, wasm 0x4a
    push rbp
    mov rbp, rsp
    mov r11, -0x8000000000000000
    and rcx, r11
    mov rax, rcx
    pop rbp
    ret

func[4] <xor_sign_bit>: ; 14 bytes, wasm 0x5b
    push rbp
    mov rbp, rsp
    xor ecx, -0x80000000
    mov eax, ecx
    pop rbp
    ret
