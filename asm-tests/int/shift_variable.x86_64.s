; x86_64, 7 functions in 240 bytes of code

func[0] <shl>: ; 22 bytes, wasm 0x2a
    push rbp
    mov rbp, rsp
    mov r10d, ecx
    mov r9d, edx
    mov ecx, r9d
    mov edx, r10d
    shl edx, cl
    mov eax, edx
    pop rbp
    ret

func[1] <shr_s>: ; 24 bytes, wasm 0x32
    push rbp
    mov rbp, rsp
    mov r10, rcx
    mov r9, rdx
    mov rcx, r9
    mov rdx, r10
    sar rdx, cl
    mov rax, rdx
    pop rbp
    ret

func[2] <of_constant>: ; 21 bytes, wasm 0x3a
    push rbp
    mov rbp, rsp
    mov r10d, ecx
    mov ecx, r10d
    mov edx, 1
    shl edx, cl
    mov eax, edx
    pop rbp
    ret

func[3] <count_is_temporary>: ; 23 bytes, wasm 0x42
    push rbp
    mov rbp, rsp
    mov r10d, ecx
    mov r9d, edx
    lea ecx, [r9+3]
    mov edx, r10d
    rol edx, cl
    mov eax, edx
    pop rbp
    ret

func[4] <rcx_is_owned>: ; 36 bytes, wasm 0x4d
    push rbp
    mov rbp, rsp
    mov r10d, ecx
    mov r9d, edx
    lea ecx, [r10+1]
    lea edx, [r10+r9]
    mov eax, ecx
    mov ecx, r10d
    mov r8d, r9d
    shr r8d, cl
    add edx, r8d
    add eax, edx
    pop rbp
    ret

func[5] <by_itself>: ; 22 bytes, wasm 0x61
    push rbp
    mov rbp, rsp
    mov r10d, ecx
    lea ecx, [r10+1]
    mov edx, ecx
    mov ecx, r10d
    shl edx, cl
    mov eax, edx
    pop rbp
    ret

func[6] <in_place>: ; 21 bytes, wasm 0x6c
    push rbp
    mov rbp, rsp
    mov r10d, ecx
    mov r9d, edx
    mov ecx, r9d
    ror r10d, cl
    mov eax, r10d
    pop rbp
    ret
