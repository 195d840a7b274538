; x86_64, 2 functions in 48 bytes of code

func[0] <last_entry>: ; 9 bytes, wasm 0x1d
    push rbp
    mov rbp, rsp
    mov [rbp-0x10], ecx
    pop rbp
    ret

func[1] <written_later>: ; 26 bytes, wasm 0x2d
    push rbp
    mov rbp, rsp
    mov r10d, ecx
    mov [rbp-8], r10d
    add r10d, 5
    mov ecx, r10d
    imul ecx, r10d
    mov eax, ecx
    pop rbp
    ret
