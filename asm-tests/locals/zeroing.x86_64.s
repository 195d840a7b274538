; x86_64, 8 functions in 256 bytes of code

func[0] <f>: ; 6 bytes, wasm 0x30
    push rbp
    mov rbp, rsp
    pop rbp
    ret

func[1] <home>: ; 24 bytes, wasm 0x33
    push rbp
    mov rbp, rsp
    mov r10d, ecx
    xor r9d, r9d
.L0:
    add r9d, r10d
    add r10d, -1
    jne .L0
    mov eax, r9d
    pop rbp
    ret

func[2] <written_first>: ; 16 bytes, wasm 0x4d
    push rbp
    mov rbp, rsp
    mov edx, ecx
    imul edx, ecx
    mov eax, edx
    imul eax, edx
    pop rbp
    ret

func[3] <one_slot>: ; 31 bytes, wasm 0x5e
    push rbp
    mov rbp, rsp
    sub rsp, 0x10
    mov qword ptr [rbp-8], 0
    call func[0] <f>                         ; wasm 0x61 call
    mov rax, [rbp-8]
    add rsp, 0x10
    pop rbp
    ret

func[4] <slots>: ; 61 bytes, wasm 0x67
    push rbp
    mov rbp, rsp
    sub rsp, 0x50
    xorps xmm15, xmm15
    movlps [rbp-0x28], xmm15
    movups [rbp-0x20], xmm15
    movups [rbp-0x10], xmm15
    call func[0] <f>                         ; wasm 0x6a call
    mov rcx, [rbp-0x20]
    add rcx, [rbp-0x28]
    add rcx, [rbp-0x18]
    add rcx, [rbp-0x10]
    add rcx, [rbp-8]
    mov rax, rcx
    add rsp, 0x50
    pop rbp
    ret

func[5] <one_arm>: ; 28 bytes, wasm 0x7c
    push rbp
    mov rbp, rsp
    xor r10d, r10d
    test ecx, ecx
    je .L0
    mov r10d, 5
.L0:
    mov ecx, r10d
    imul ecx, r10d
    mov eax, ecx
    pop rbp
    ret

func[6] <float>: ; 40 bytes, wasm 0x8f
    push rbp
    mov rbp, rsp
    mov r10d, ecx
    xorps xmm7, xmm7
.L0:
    addsd xmm7, [.L1]
    add r10d, -1
    jne .L0
    movaps xmm0, xmm7
    pop rbp
    ret
    int3
    int3
    int3
.L1:
    .quad 0x3ff0000000000000

func[7] <not_named>: ; 11 bytes, wasm 0xb0
    push rbp
    mov rbp, rsp
    mov eax, 1
    pop rbp
    ret
