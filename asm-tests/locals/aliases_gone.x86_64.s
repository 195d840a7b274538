; x86_64, 2 functions in 48 bytes of code

func[0] <last_entry>: ; 9 bytes, wasm 0x1d
    push rbp
    mov rbp, rsp
    mov [rbp-0x10], ecx
    pop rbp
    ret

func[1] <written_later>: ; 19 bytes, wasm 0x2d
    push rbp
    mov rbp, rsp
    mov [rbp-0x10], ecx
    lea edx, [rcx+5]
    mov ecx, edx
    imul ecx, edx
    mov eax, ecx
    pop rbp
    ret
