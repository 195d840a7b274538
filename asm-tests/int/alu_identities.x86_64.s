; x86_64, 9 functions in 144 bytes of code

func[0] <add_0>: ; 12 bytes, wasm 0x25
    push rbp
    mov rbp, rsp
    mov r10d, ecx
    mov eax, r10d
    pop rbp
    ret

func[1] <and_0>: ; 11 bytes, wasm 0x2d
    push rbp
    mov rbp, rsp
    mov r10d, ecx
    xor eax, eax
    pop rbp
    ret

func[2] <and_minus_1>: ; 12 bytes, wasm 0x35
    push rbp
    mov rbp, rsp
    mov r10, rcx
    mov rax, r10
    pop rbp
    ret

func[3] <or_minus_1>: ; 16 bytes, wasm 0x3d
    push rbp
    mov rbp, rsp
    mov r10, rcx
    mov rax, -1
    pop rbp
    ret

func[4] <xor_minus_1>: ; 14 bytes, wasm 0x45
    push rbp
    mov rbp, rsp
    mov r10d, ecx
    mov eax, r10d
    not eax
    pop rbp
    ret

func[5] <and_0xff>: ; 13 bytes, wasm 0x4d
    push rbp
    mov rbp, rsp
    mov r10d, ecx
    movzx eax, r10b
    pop rbp
    ret

func[6] <and_0xffff>: ; 13 bytes, wasm 0x56
    push rbp
    mov rbp, rsp
    mov r10, rcx
    movzx eax, r10w
    pop rbp
    ret

func[7] <and_0xffffffff>: ; 12 bytes, wasm 0x60
    push rbp
    mov rbp, rsp
    mov r10, rcx
    mov eax, r10d
    pop rbp
    ret

func[8] <zero_minus>: ; 14 bytes, wasm 0x6c
    push rbp
    mov rbp, rsp
    mov r10d, ecx
    xor eax, eax
    sub eax, r10d
    pop rbp
    ret
