; x86_64, 4 functions in 80 bytes of code

func[0] <get>: ; 14 bytes, wasm 0x3e
    push rbp
    mov rbp, rsp
    mov rax, [rbx-0x38]
    mov ecx, [rax]
    mov eax, ecx
    pop rbp
    ret

func[1] <set>: ; 18 bytes, wasm 0x43
    push rbp
    mov rbp, rsp
    mov [rbp-8], ecx
    mov rax, [rbx-0x38]
    mov ecx, [rbp-8]
    mov [rax], ecx
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
