; x86_64, 12 functions in 240 bytes of code

func[0] <f>: ; 6 bytes, wasm 0x37
    push rbp
    mov rbp, rsp
    pop rbp
    ret

func[1] <registers>: ; 19 bytes, wasm 0x3a
    push rbp
    mov rbp, rsp
    mov r10d, ecx
    mov r9d, edx
    mov eax, r10d
    imul eax, r9d
    pop rbp
    ret

func[2] <slots>: ; 32 bytes, wasm 0x42
    push rbp
    mov rbp, rsp
    sub rsp, 0x20
    mov [rbp-8], rcx
    mov [rbp-0x10], rdx
    call func[0] <f>                         ; wasm 0x43 call
    mov rax, [rbp-8]
    imul rax, [rbp-0x10]
    leave
    ret

func[3] <by_3>: ; 13 bytes, wasm 0x4c
    push rbp
    mov rbp, rsp
    mov r10d, ecx
    lea eax, [r10+r10*2]
    pop rbp
    ret

func[4] <by_9>: ; 13 bytes, wasm 0x54
    push rbp
    mov rbp, rsp
    mov r10, rcx
    lea rax, [r10+r10*8]
    pop rbp
    ret

func[5] <by_64>: ; 15 bytes, wasm 0x5c
    push rbp
    mov rbp, rsp
    mov r10d, ecx
    mov eax, r10d
    shl eax, 6
    pop rbp
    ret

func[6] <by_sign_bit>: ; 15 bytes, wasm 0x65
    push rbp
    mov rbp, rsp
    mov r10d, ecx
    mov eax, r10d
    shl eax, 0x1f
    pop rbp
    ret

func[7] <by_minus_1>: ; 14 bytes, wasm 0x71
    push rbp
    mov rbp, rsp
    mov r10d, ecx
    mov eax, r10d
    neg eax
    pop rbp
    ret

func[8] <by_0>: ; 11 bytes, wasm 0x79
    push rbp
    mov rbp, rsp
    mov r10d, ecx
    xor eax, eax
    pop rbp
    ret

func[9] <by_imm8>: ; 13 bytes, wasm 0x81
    push rbp
    mov rbp, rsp
    mov r10d, ecx
    imul eax, r10d, 0x64
    pop rbp
    ret

func[10] <by_imm32>: ; 16 bytes, wasm 0x8a
    push rbp
    mov rbp, rsp
    mov r10d, ecx
    imul eax, r10d, 0xf4243
    pop rbp
    ret

func[11] <by_imm64>: ; 23 bytes, wasm 0x94
    push rbp
    mov rbp, rsp
    mov r10, rcx
    mov rax, 0x100000001b3
    imul rax, r10
    pop rbp
    ret
