; x86_64, 7 functions in 128 bytes of code

func[0] <shl>: ; 12 bytes, wasm 0x2a
    push rbp
    mov rbp, rsp
    mov eax, ecx
    mov ecx, edx
    shl eax, cl
    pop rbp
    ret

func[1] <shr_s>: ; 15 bytes, wasm 0x32
    push rbp
    mov rbp, rsp
    mov rax, rcx
    mov rcx, rdx
    sar rax, cl
    pop rbp
    ret

func[2] <of_constant>: ; 15 bytes, wasm 0x3a
    push rbp
    mov rbp, rsp
    mov edx, 1
    shl edx, cl
    mov eax, edx
    pop rbp
    ret

func[3] <count_is_temporary>: ; 15 bytes, wasm 0x42
    push rbp
    mov rbp, rsp
    add edx, 3
    mov eax, ecx
    mov ecx, edx
    rol eax, cl
    pop rbp
    ret

func[4] <rcx_is_owned>: ; 21 bytes, wasm 0x4d
    push rbp
    mov rbp, rsp
    lea eax, [rcx+1]
    lea r8d, [rcx+rdx]
    shr edx, cl
    add r8d, edx
    add eax, r8d
    pop rbp
    ret

func[5] <by_itself>: ; 13 bytes, wasm 0x61
    push rbp
    mov rbp, rsp
    lea edx, [rcx+1]
    shl edx, cl
    mov eax, edx
    pop rbp
    ret

func[6] <in_place>: ; 15 bytes, wasm 0x6c
    push rbp
    mov rbp, rsp
    mov eax, ecx
    mov r8d, ecx
    mov ecx, edx
    ror eax, cl
    pop rbp
    ret
