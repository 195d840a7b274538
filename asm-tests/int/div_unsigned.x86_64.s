; x86_64, 4 functions in 128 bytes of code

func[0] <div>: ; 16 bytes, wasm 0x22
    push rbp
    mov rbp, rsp
    mov r8d, edx
    mov eax, ecx
    xor edx, edx
    div r8d                                  ; wasm 0x27 trap: integer divide by zero
    pop rbp
    ret

func[1] <rem>: ; 20 bytes, wasm 0x2a
    push rbp
    mov rbp, rsp
    mov r8, rdx
    mov rax, rcx
    xor edx, edx
    div r8                                   ; wasm 0x2f trap: integer divide by zero
    mov rax, rdx
    pop rbp
    ret

func[2] <registers_in_the_way>: ; 43 bytes, wasm 0x32
    push rbp
    mov rbp, rsp
    lea eax, [rcx+1]
    lea r8d, [rcx+2]
    lea r9d, [rcx+3]
    mov r10d, edx
    mov [rbp-0x18], eax
    mov eax, ecx
    xor edx, edx
    div r10d                                 ; wasm 0x46 trap: integer divide by zero
    add r9d, eax
    add r8d, r9d
    add r8d, [rbp-0x18]
    mov eax, r8d
    pop rbp
    ret

func[3] <divisor_in_rdx>: ; 31 bytes, wasm 0x4c
    push rbp
    mov rbp, rsp
    lea eax, [rcx+1]
    mov r8d, edx
    mov r9d, eax
    mov eax, ecx
    xor edx, edx
    div r8d                                  ; wasm 0x56 trap: integer divide by zero
    mov ecx, edx
    mov eax, r9d
    xor edx, edx
    div ecx                                  ; wasm 0x57 trap: integer divide by zero
    pop rbp
    ret
