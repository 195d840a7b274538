; x86_64, 4 functions in 64 bytes of code

func[0] <get>: ; 14 bytes, wasm 0x3e
    push rbp
    mov rbp, rsp
    mov rcx, [rbx-0x38]
    mov edx, [rcx]
    mov eax, edx
    pop rbp
    ret

func[1] <set>: ; 12 bytes, wasm 0x43
    push rbp
    mov rbp, rsp
    mov rdx, [rbx-0x38]
    mov [rdx], ecx
    pop rbp
    ret

func[2] <float>: ; 14 bytes, wasm 0x4a
    push rbp
    mov rbp, rsp
    mov rcx, [rbx-0x40]
    movsd xmm0, [rcx]
    pop rbp
    ret

func[3] <both>: ; 15 bytes, wasm 0x4f
    push rbp
    mov rbp, rsp
    mov rcx, [rbx-0x38]
    mov edx, [rcx]
    mov [rbx-0x48], edx
    pop rbp
    ret
