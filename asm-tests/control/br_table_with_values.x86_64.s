; x86_64, 3 functions in 112 bytes of code

func[0] <value>: ; 28 bytes, wasm 0x20
    push rbp
    mov rbp, rsp
    mov r9d, ecx
    mov r10d, edx
    mov ecx, r9d
    mov eax, r10d
    cmp ecx, 1
    jb .L0
    je .L1
.L0:
    add eax, 5
.L1:
    pop rbp
    ret

func[1] <to_loop>: ; 39 bytes, wasm 0x35
    push rbp
    mov rbp, rsp
    mov r10d, ecx
    mov dword ptr [rbp-8], 3
.L0:
    mov eax, r10d
    add eax, [rbp-8]
    mov ecx, r10d
    and ecx, 1
    test ecx, ecx
    jne .L1
    jmp .L2
.L1:
    mov [rbp-8], eax
    jmp .L0
.L2:
    pop rbp
    ret

func[2] <index_in_result_register>: ; 22 bytes, wasm 0x4c
    push rbp
    mov rbp, rsp
    mov r10d, ecx
    lea eax, [r10+1]
    mov ecx, eax
    mov eax, 1
    test ecx, ecx
    pop rbp
    ret
