; x86_64, 4 functions in 64 bytes of code

func[0] <get>: ; 14 bytes, wasm 0x3e
    push rbp
    mov rbp, rsp
    mov rax, [rbx-0x38]
    mov ecx, [rax]
    mov eax, ecx
    pop rbp
    ret

func[1] <set>: ; 16 bytes, wasm 0x43
    push rbp
    mov rbp, rsp
    mov r10d, ecx
    mov rax, [rbx-0x38]
    mov [rax], r10d
    pop rbp
    ret

func[2] <float>: ; 14 bytes, wasm 0x4a
    push rbp
    mov rbp, rsp
    mov rax, [rbx-0x40]
    movsd xmm0, [rax]
    pop rbp
    ret

func[3] <both>: ; 15 bytes, wasm 0x4f
    push rbp
    mov rbp, rsp
    mov rax, [rbx-0x38]
    mov ecx, [rax]
    mov [rbx-0x48], ecx
    pop rbp
    ret
