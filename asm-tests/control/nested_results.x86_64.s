; x86_64, 2 functions in 96 bytes of code

func[0] <inner_is_result>: ; 33 bytes, wasm 0x1f
    push rbp
    mov rbp, rsp
    test ecx, ecx
    je .L0
    mov eax, 1
    jmp .L2
.L0:
    test ecx, ecx
    jne .L1
    mov eax, 1
    jmp .L2
.L1:
    mov eax, 3
.L2:
    pop rbp
    ret

func[1] <if_in_block>: ; 48 bytes, wasm 0x36
    push rbp
    mov rbp, rsp
    mov r10d, ecx
    mov r9d, edx
    test r10d, r10d
    je .L0
    mov eax, r9d
    jmp .L1
.L0:
    mov eax, 4
.L1:
    mov [rbp-8], eax
    test r9d, r9d
    je .L2
    mov eax, r10d
    jmp .L3
.L2:
    mov eax, 8
.L3:
    add eax, [rbp-8]
    pop rbp
    ret
