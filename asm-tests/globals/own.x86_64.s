; x86_64, 6 functions in 160 bytes of code

func[0] <get>: ; 11 bytes, wasm 0x53
    push rbp
    mov rbp, rsp
    mov ecx, [rbx-0x38]
    mov eax, ecx
    pop rbp
    ret

func[1] <set>: ; 13 bytes, wasm 0x58
    push rbp
    mov rbp, rsp
    mov r10, rcx
    mov [rbx-0x40], r10
    pop rbp
    ret

func[2] <set_constants>: ; 46 bytes, wasm 0x5f
    push rbp
    mov rbp, rsp
    mov dword ptr [rbx-0x38], 5
    mov r11, 0x123456789ab
    mov [rbx-0x40], r11
    mov r11, 0x4000000000000000
    movq xmm0, r11
    movlps [rbx-0x50], xmm0
    pop rbp
    ret

func[3] <float>: ; 19 bytes, wasm 0x7a
    push rbp
    mov rbp, rsp
    movaps xmm7, xmm0
    movss [rbx-0x48], xmm7
    movsd xmm0, [rbx-0x50]
    pop rbp
    ret

func[4] <immutable>: ; 11 bytes, wasm 0x83
    push rbp
    mov rbp, rsp
    mov ecx, [rbx-0x58]
    mov eax, ecx
    pop rbp
    ret

func[5] <stack_pointer>: ; 26 bytes, wasm 0x88
    push rbp
    mov rbp, rsp
    mov r9d, ecx
    mov ecx, [rbx-0x38]
    lea r10d, [rcx-0x10]
    mov [rbx-0x38], r10d
    lea ecx, [r10+r9]
    mov eax, ecx
    pop rbp
    ret
