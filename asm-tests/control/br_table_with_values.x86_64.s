; x86_64, 3 functions in 96 bytes of code

func[0] <value>: ; 18 bytes, wasm 0x20
    push rbp
    mov rbp, rsp
    mov eax, edx
    cmp ecx, 1
    jb .L0
    je .L1
.L0:
    add eax, 5
.L1:
    pop rbp
    ret

func[1] <to_loop>: ; 45 bytes, wasm 0x35
    push rbp
    mov rbp, rsp
    mov r10d, ecx
    mov dword ptr [rbp-8], 3
.L0:
    mov ecx, r10d
    add ecx, [rbp-8]
    mov edx, r10d
    and edx, 1
    mov r8d, edx
    test r8d, r8d
    jne .L1
    mov eax, ecx
    jmp .L2
.L1:
    mov [rbp-8], ecx
    jmp .L0
.L2:
    pop rbp
    ret

func[2] <index_in_result_register>: ; 16 bytes, wasm 0x4c
    push rbp
    mov rbp, rsp
    add ecx, 1
    mov eax, 1
    test ecx, ecx
    pop rbp
    ret
