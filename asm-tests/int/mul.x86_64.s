; x86_64, 12 functions in 304 bytes of code

func[0] <f>: ; 6 bytes, wasm 0x37
    push rbp
    mov rbp, rsp
    pop rbp
    ret

func[1] <registers>: ; 21 bytes, wasm 0x3a
    push rbp
    mov rbp, rsp
    mov r10d, ecx
    mov r9d, edx
    mov ecx, r10d
    imul ecx, r9d
    mov eax, ecx
    pop rbp
    ret

func[2] <slots>: ; 35 bytes, wasm 0x42
    push rbp
    mov rbp, rsp
    sub rsp, 0x20
    mov [rbp-8], rcx
    mov [rbp-0x10], rdx
    call func[0] <f>                         ; wasm 0x43 call
    mov rcx, [rbp-8]
    imul rcx, [rbp-0x10]
    mov rax, rcx
    leave
    ret

func[3] <by_3>: ; 15 bytes, wasm 0x4c
    push rbp
    mov rbp, rsp
    mov r10d, ecx
    lea ecx, [r10+r10*2]
    mov eax, ecx
    pop rbp
    ret

func[4] <by_9>: ; 16 bytes, wasm 0x54
    push rbp
    mov rbp, rsp
    mov r10, rcx
    lea rcx, [r10+r10*8]
    mov rax, rcx
    pop rbp
    ret

func[5] <by_64>: ; 17 bytes, wasm 0x5c
    push rbp
    mov rbp, rsp
    mov r10d, ecx
    mov ecx, r10d
    shl ecx, 6
    mov eax, ecx
    pop rbp
    ret

func[6] <by_sign_bit>: ; 17 bytes, wasm 0x65
    push rbp
    mov rbp, rsp
    mov r10d, ecx
    mov ecx, r10d
    shl ecx, 0x1f
    mov eax, ecx
    pop rbp
    ret

func[7] <by_minus_1>: ; 16 bytes, wasm 0x71
    push rbp
    mov rbp, rsp
    mov r10d, ecx
    mov ecx, r10d
    neg ecx
    mov eax, ecx
    pop rbp
    ret

func[8] <by_0>: ; 13 bytes, wasm 0x79
    push rbp
    mov rbp, rsp
    mov r10d, ecx
    xor ecx, ecx
    mov eax, ecx
    pop rbp
    ret

func[9] <by_imm8>: ; 15 bytes, wasm 0x81
    push rbp
    mov rbp, rsp
    mov r10d, ecx
    imul ecx, r10d, 0x64
    mov eax, ecx
    pop rbp
    ret

func[10] <by_imm32>: ; 18 bytes, wasm 0x8a
    push rbp
    mov rbp, rsp
    mov r10d, ecx
    imul ecx, r10d, 0xf4243
    mov eax, ecx
    pop rbp
    ret

func[11] <by_imm64>: ; 26 bytes, wasm 0x94
    push rbp
    mov rbp, rsp
    mov r10, rcx
    mov rcx, 0x100000001b3
    imul rcx, r10
    mov rax, rcx
    pop rbp
    ret
