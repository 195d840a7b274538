; x86_64, 6 functions in 144 bytes of code

func[0] <get>: ; 11 bytes, wasm 0x53
    push rbp
    mov rbp, rsp
    mov ecx, [rbx-0x38]
    mov eax, ecx
    pop rbp
    ret

func[1] <set>: ; 10 bytes, wasm 0x58
    push rbp
    mov rbp, rsp
    mov [rbx-0x40], rcx
    pop rbp
    ret

func[2] <set_constants>: ; 48 bytes, wasm 0x5f
    push rbp
    mov rbp, rsp
    mov dword ptr [rbx-0x38], 5
    mov r11, 0x123456789ab
    mov [rbx-0x40], r11
    movsd xmm0, [.L0]
    movlps [rbx-0x50], xmm0
    pop rbp
    ret
    int3
.L0:
    .quad 0x4000000000000000

func[3] <float>: ; 16 bytes, wasm 0x7a
    push rbp
    mov rbp, rsp
    movss [rbx-0x48], xmm0
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

func[5] <stack_pointer>: ; 19 bytes, wasm 0x88
    push rbp
    mov rbp, rsp
    mov edx, [rbx-0x38]
    add edx, -0x10
    mov [rbx-0x38], edx
    add edx, ecx
    mov eax, edx
    pop rbp
    ret
