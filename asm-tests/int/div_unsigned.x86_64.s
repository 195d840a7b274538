; x86_64, 4 functions in 176 bytes of code

func[0] <div>: ; 20 bytes, wasm 0x22
    push rbp
    mov rbp, rsp
    mov r10d, ecx
    mov r9d, edx
    mov eax, r10d
    xor edx, edx
    div r9d                                  ; wasm 0x27 trap: integer divide by zero
    pop rbp
    ret

func[1] <rem>: ; 23 bytes, wasm 0x2a
    push rbp
    mov rbp, rsp
    mov r10, rcx
    mov r9, rdx
    mov rax, r10
    xor edx, edx
    div r9                                   ; wasm 0x2f trap: integer divide by zero
    mov rax, rdx
    pop rbp
    ret

func[2] <registers_in_the_way>: ; 49 bytes, wasm 0x32
    push rbp
    mov rbp, rsp
    mov r10d, ecx
    mov r9d, edx
    lea eax, [r10+1]
    lea ecx, [r10+2]
    lea edx, [r10+3]
    mov r8d, eax
    mov [rbp-0x18], edx
    mov eax, r10d
    xor edx, edx
    div r9d                                  ; wasm 0x46 trap: integer divide by zero
    add eax, [rbp-0x18]
    add ecx, eax
    add r8d, ecx
    mov eax, r8d
    pop rbp
    ret

func[3] <divisor_in_rdx>: ; 36 bytes, wasm 0x4c
    push rbp
    mov rbp, rsp
    mov r10d, ecx
    mov r9d, edx
    lea eax, [r10+1]
    mov ecx, eax
    mov eax, r10d
    xor edx, edx
    div r9d                                  ; wasm 0x56 trap: integer divide by zero
    mov r8d, edx
    mov eax, ecx
    xor edx, edx
    div r8d                                  ; wasm 0x57 trap: integer divide by zero
    pop rbp
    ret
