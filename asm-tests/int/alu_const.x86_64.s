; x86_64, 10 functions in 304 bytes of code

func[0] <imm8>: ; 19 bytes, wasm 0x27
    push rbp
    mov rbp, rsp
    mov r10d, ecx
    lea eax, [r10+5]
    lea ecx, [r10-7]
    or eax, ecx
    pop rbp
    ret

func[1] <imm32>: ; 27 bytes, wasm 0x35
    push rbp
    mov rbp, rsp
    mov r10d, ecx
    mov eax, 0x12345
    and eax, r10d
    mov ecx, 0x70000
    or ecx, r10d
    xor eax, ecx
    pop rbp
    ret

func[2] <plus_128>: ; 16 bytes, wasm 0x47
    push rbp
    mov rbp, rsp
    mov r10d, ecx
    sub r10d, -0x80
    mov eax, r10d
    pop rbp
    ret

func[3] <minus_const>: ; 20 bytes, wasm 0x54
    push rbp
    mov rbp, rsp
    mov [rbp-8], rcx
    mov rax, [rbp-8]
    add rax, -0x3e8
    pop rbp
    ret

func[4] <sign_bit_32>: ; 17 bytes, wasm 0x5d
    push rbp
    mov rbp, rsp
    mov [rbp-8], ecx
    mov eax, [rbp-8]
    add eax, -0x80000000
    pop rbp
    ret

func[5] <imm64>: ; 27 bytes, wasm 0x69
    push rbp
    mov rbp, rsp
    mov [rbp-8], rcx
    mov rax, [rbp-8]
    mov r11, 0x123456789abcdef0
    add rax, r11
    pop rbp
    ret

func[6] <two_to_the_31>: ; 20 bytes, wasm 0x79
    push rbp
    mov rbp, rsp
    mov [rbp-8], rcx
    mov rax, [rbp-8]
    sub rax, -0x80000000
    pop rbp
    ret

func[7] <and_u32>: ; 17 bytes, wasm 0x85
    push rbp
    mov rbp, rsp
    mov [rbp-8], rcx
    mov rax, [rbp-8]
    and eax, -0x10
    pop rbp
    ret

func[8] <or_one_high_bit>: ; 19 bytes, wasm 0x91
    push rbp
    mov rbp, rsp
    mov [rbp-8], rcx
    mov rax, [rbp-8]
    bts rax, 0x3e
    pop rbp
    ret

func[9] <clear_one_high_bit>: ; 19 bytes, wasm 0xa2
    push rbp
    mov rbp, rsp
    mov [rbp-8], rcx
    mov rax, [rbp-8]
    btr rax, 0x20
    pop rbp
    ret
