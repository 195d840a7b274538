; x86_64, 7 functions in 240 bytes of code

func[0] <shl>: ; 20 bytes, wasm 0x2a
    push rbp
    mov rbp, rsp
    mov r10d, ecx
    mov r9d, edx
    mov ecx, r9d
    mov eax, r10d
    shl eax, cl
    pop rbp
    ret

func[1] <shr_s>: ; 21 bytes, wasm 0x32
    push rbp
    mov rbp, rsp
    mov r10, rcx
    mov r9, rdx
    mov rcx, r9
    mov rax, r10
    sar rax, cl
    pop rbp
    ret

func[2] <of_constant>: ; 19 bytes, wasm 0x3a
    push rbp
    mov rbp, rsp
    mov r10d, ecx
    mov ecx, r10d
    mov eax, 1
    shl eax, cl
    pop rbp
    ret

func[3] <count_is_temporary>: ; 25 bytes, wasm 0x42
    push rbp
    mov rbp, rsp
    mov r10d, ecx
    mov r9d, edx
    lea eax, [r9+3]
    mov ecx, eax
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
    lea eax, [r10+1]
    lea ecx, [r10+r9]
    mov edx, ecx
    mov ecx, r10d
    mov r8d, r9d
    shr r8d, cl
    add edx, r8d
    add eax, edx
    pop rbp
    ret

func[5] <by_itself>: ; 18 bytes, wasm 0x61
    push rbp
    mov rbp, rsp
    mov r10d, ecx
    lea eax, [r10+1]
    mov ecx, r10d
    shl eax, cl
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
