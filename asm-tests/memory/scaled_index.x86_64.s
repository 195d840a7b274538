; x86_64, 8 functions in 208 bytes of code

func[0] <masked>: ; 14 bytes, wasm 0x35
    push rbp
    mov rbp, rsp
    movzx ecx, cl
    mov ecx, [rbx+rcx*4]                     ; wasm 0x3f
    mov eax, ecx
    pop rbp
    ret

func[1] <masked_offset>: ; 23 bytes, wasm 0x44
    push rbp
    mov rbp, rsp
    and ecx, 0x1fffffff
    mov rcx, [rbx+rcx*8+0x400]               ; wasm 0x51
    mov rax, rcx
    pop rbp
    ret

func[2] <byte>: ; 15 bytes, wasm 0x57
    push rbp
    mov rbp, rsp
    movzx ecx, byte ptr [rbx+rcx]            ; wasm 0x5a
    movsd xmm0, [rbx+rcx*8]                  ; wasm 0x60
    pop rbp
    ret

func[3] <half>: ; 16 bytes, wasm 0x65
    push rbp
    mov rbp, rsp
    movzx ecx, word ptr [rbx+rcx]            ; wasm 0x68
    movsx ecx, word ptr [rbx+rcx*2]          ; wasm 0x6e
    mov eax, ecx
    pop rbp
    ret

func[4] <bits_lost>: ; 22 bytes, wasm 0x73
    push rbp
    mov rbp, rsp
    and ecx, 0x3fffffff
    shl ecx, 3
    mov rcx, [rbx+rcx]                       ; wasm 0x80
    mov rax, rcx
    pop rbp
    ret

func[5] <too_far>: ; 19 bytes, wasm 0x85
    push rbp
    mov rbp, rsp
    movzx ecx, cl
    shl ecx, 4
    mov rcx, [rbx+rcx]                       ; wasm 0x8f
    mov rax, rcx
    pop rbp
    ret

func[6] <another>: ; 32 bytes, wasm 0x94
    push rbp
    mov rbp, rsp
    mov r10d, ecx
    mov r9d, edx
.L0:
    movzx r10d, r10b
    mov ecx, r9d
    shl ecx, 2
    mov ecx, [rbx+rcx]                       ; wasm 0xa4
    test r10d, r10d
    jne .L0
    mov eax, ecx
    pop rbp
    ret

func[7] <used_twice>: ; 21 bytes, wasm 0xae
    push rbp
    mov rbp, rsp
    movzx edx, cl
    mov ecx, edx
    shl ecx, 2
    mov ecx, [rbx+rcx]                       ; wasm 0xba
    add ecx, edx
    mov eax, ecx
    pop rbp
    ret
