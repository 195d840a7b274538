; x86_64, 10 functions in 256 bytes of code

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

func[3] <minus_const>: ; 16 bytes, wasm 0x54
    push rbp
    mov rbp, rsp
    mov r10, rcx
    lea rax, [r10-0x3e8]
    pop rbp
    ret

func[4] <sign_bit_32>: ; 16 bytes, wasm 0x5d
    push rbp
    mov rbp, rsp
    mov r10d, ecx
    lea eax, [r10-0x80000000]
    pop rbp
    ret

func[5] <imm64>: ; 22 bytes, wasm 0x69
    push rbp
    mov rbp, rsp
    mov r10, rcx
    mov rax, 0x123456789abcdef0
    add rax, r10
    pop rbp
    ret

func[6] <two_to_the_31>: ; 18 bytes, wasm 0x79
    push rbp
    mov rbp, rsp
    mov r10, rcx
    mov rax, r10
    sub rax, -0x80000000
    pop rbp
    ret

func[7] <and_u32>: ; 15 bytes, wasm 0x85
    push rbp
    mov rbp, rsp
    mov r10, rcx
    mov eax, r10d
    and eax, -0x10
    pop rbp
    ret

func[8] <or_one_high_bit>: ; 17 bytes, wasm 0x91
    push rbp
    mov rbp, rsp
    mov r10, rcx
    mov rax, r10
    bts rax, 0x3e
    pop rbp
    ret

func[9] <clear_one_high_bit>: ; 17 bytes, wasm 0xa2
    push rbp
    mov rbp, rsp
    mov r10, rcx
    mov rax, r10
    btr rax, 0x20
    pop rbp
    ret
