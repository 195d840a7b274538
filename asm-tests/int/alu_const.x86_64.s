; x86_64, 10 functions in 192 bytes of code

func[0] <imm8>: ; 16 bytes, wasm 0x27
    push rbp
    mov rbp, rsp
    lea edx, [rcx+5]
    add ecx, -7
    or edx, ecx
    mov eax, edx
    pop rbp
    ret

func[1] <imm32>: ; 23 bytes, wasm 0x35
    push rbp
    mov rbp, rsp
    mov edx, 0x12345
    and edx, ecx
    or ecx, 0x70000
    xor edx, ecx
    mov eax, edx
    pop rbp
    ret

func[2] <plus_128>: ; 14 bytes, wasm 0x47
    push rbp
    mov rbp, rsp
    lea edx, [rcx+0x80]
    mov eax, edx
    pop rbp
    ret

func[3] <minus_const>: ; 16 bytes, wasm 0x54
    push rbp
    mov rbp, rsp
    add rcx, -0x3e8
    mov rax, rcx
    pop rbp
    ret

func[4] <sign_bit_32>: ; 14 bytes, wasm 0x5d
    push rbp
    mov rbp, rsp
    add ecx, -0x80000000
    mov eax, ecx
    pop rbp
    ret

func[5] <imm64>: ; 22 bytes, wasm 0x69
    push rbp
    mov rbp, rsp
    mov r11, 0x123456789abcdef0
    add rcx, r11
    mov rax, rcx
    pop rbp
    ret

func[6] <two_to_the_31>: ; 16 bytes, wasm 0x79
    push rbp
    mov rbp, rsp
    sub rcx, -0x80000000
    mov rax, rcx
    pop rbp
    ret

func[7] <and_u32>: ; 12 bytes, wasm 0x85
    push rbp
    mov rbp, rsp
    and ecx, -0x10
    mov rax, rcx
    pop rbp
    ret

func[8] <or_one_high_bit>: ; 14 bytes, wasm 0x91
    push rbp
    mov rbp, rsp
    bts rcx, 0x3e
    mov rax, rcx
    pop rbp
    ret

func[9] <clear_one_high_bit>: ; 14 bytes, wasm 0xa2
    push rbp
    mov rbp, rsp
    btr rcx, 0x20
    mov rax, rcx
    pop rbp
    ret
