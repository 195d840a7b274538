; x86_64, 4 functions in 128 bytes of code

func[0] <home_to_home>: ; 28 bytes, wasm 0x21
    push rbp
    mov rbp, rsp
    mov r9d, ecx
    mov r10d, edx
    mov r9d, r10d
    mov ecx, r9d
    imul ecx, r10d
    imul ecx, r10d
    mov eax, ecx
    pop rbp
    ret

func[1] <constant_to_home>: ; 21 bytes, wasm 0x30
    push rbp
    mov rbp, rsp
    mov r10d, ecx
    xor r10d, r10d
    mov ecx, r10d
    imul ecx, r10d
    mov eax, ecx
    pop rbp
    ret

func[2] <tee_of_constant>: ; 21 bytes, wasm 0x3c
    push rbp
    mov rbp, rsp
    mov r10d, ecx
    mov r10d, 8
    lea ecx, [r10+8]
    mov eax, ecx
    pop rbp
    ret

func[3] <tee_as_condition>: ; 28 bytes, wasm 0x46
    push rbp
    mov rbp, rsp
    mov r10d, ecx
    and r10d, 7
    test r10d, r10d
    jne .L0
    mov eax, 1
    jmp .L1
.L0:
    mov eax, r10d
.L1:
    pop rbp
    ret
