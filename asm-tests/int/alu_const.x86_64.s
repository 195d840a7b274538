; x86_64, 10 functions in 304 bytes of code

func[0] <imm8>: ; 21 bytes, wasm 0x27
    push rbp
    mov rbp, rsp
    mov r10d, ecx
    lea ecx, [r10+5]
    lea edx, [r10-7]
    or ecx, edx
    mov eax, ecx
    pop rbp
    ret

func[1] <imm32>: ; 29 bytes, wasm 0x35
    push rbp
    mov rbp, rsp
    mov r10d, ecx
    mov ecx, 0x12345
    and ecx, r10d
    mov edx, 0x70000
    or edx, r10d
    xor ecx, edx
    mov eax, ecx
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

func[3] <minus_const>: ; 19 bytes, wasm 0x54
    push rbp
    mov rbp, rsp
    mov r10, rcx
    lea rcx, [r10-0x3e8]
    mov rax, rcx
    pop rbp
    ret

func[4] <sign_bit_32>: ; 18 bytes, wasm 0x5d
    push rbp
    mov rbp, rsp
    mov r10d, ecx
    lea ecx, [r10-0x80000000]
    mov eax, ecx
    pop rbp
    ret

func[5] <imm64>: ; 25 bytes, wasm 0x69
    push rbp
    mov rbp, rsp
    mov r10, rcx
    mov rcx, 0x123456789abcdef0
    add rcx, r10
    mov rax, rcx
    pop rbp
    ret

func[6] <two_to_the_31>: ; 22 bytes, wasm 0x79
    push rbp
    mov rbp, rsp
    mov r10, rcx
    mov rcx, r10
    sub rcx, -0x80000000
    mov rax, rcx
    pop rbp
    ret

func[7] <and_u32>: ; 18 bytes, wasm 0x85
    push rbp
    mov rbp, rsp
    mov r10, rcx
    mov ecx, r10d
    and ecx, -0x10
    mov rax, rcx
    pop rbp
    ret

func[8] <or_one_high_bit>: ; 20 bytes, wasm 0x91
    push rbp
    mov rbp, rsp
    mov r10, rcx
    mov rcx, r10
    bts rcx, 0x3e
    mov rax, rcx
    pop rbp
    ret

func[9] <clear_one_high_bit>: ; 20 bytes, wasm 0xa2
    push rbp
    mov rbp, rsp
    mov r10, rcx
    mov rcx, r10
    btr rcx, 0x20
    mov rax, rcx
    pop rbp
    ret
