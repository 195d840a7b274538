; x86_64, 4 functions in 176 bytes of code

func[0] <div>: ; 22 bytes, wasm 0x22
    push rbp
    mov rbp, rsp
    mov [rbp-8], ecx
    mov [rbp-0x10], edx
    mov ecx, [rbp-0x10]
    mov eax, [rbp-8]
    xor edx, edx
    div ecx                                  ; wasm 0x27 trap: integer divide by zero
    pop rbp
    ret

func[1] <rem>: ; 30 bytes, wasm 0x2a
    push rbp
    mov rbp, rsp
    mov [rbp-8], rcx
    mov [rbp-0x10], rdx
    mov rcx, [rbp-0x10]
    mov rax, [rbp-8]
    xor edx, edx
    div rcx                                  ; wasm 0x2f trap: integer divide by zero
    mov rax, rdx
    pop rbp
    ret

func[2] <registers_in_the_way>: ; 57 bytes, wasm 0x32
    push rbp
    mov rbp, rsp
    mov [rbp-8], edx
    mov r10d, ecx
    lea eax, [r10+1]
    lea ecx, [r10+2]
    lea edx, [r10+3]
    mov r8d, eax
    mov r9d, edx
    mov [rbp-0x10], r8d
    mov r8d, [rbp-8]
    mov eax, r10d
    xor edx, edx
    div r8d                                  ; wasm 0x46 trap: integer divide by zero
    add r9d, eax
    add ecx, r9d
    add ecx, [rbp-0x10]
    mov eax, ecx
    pop rbp
    ret

func[3] <divisor_in_rdx>: ; 40 bytes, wasm 0x4c
    push rbp
    mov rbp, rsp
    mov [rbp-8], edx
    mov r10d, ecx
    lea eax, [r10+1]
    mov ecx, eax
    mov r8d, [rbp-8]
    mov eax, r10d
    xor edx, edx
    div r8d                                  ; wasm 0x56 trap: integer divide by zero
    mov r8d, edx
    mov eax, ecx
    xor edx, edx
    div r8d                                  ; wasm 0x57 trap: integer divide by zero
    pop rbp
    ret
