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

func[2] <registers_in_the_way>: ; 50 bytes, wasm 0x32
    push rbp
    mov rbp, rsp
    mov r10d, ecx
    mov r9d, edx
    lea ecx, [r10+1]
    lea edx, [r10+2]
    lea eax, [r10+3]
    mov r8d, eax
    mov [rbp-0x10], edx
    mov eax, r10d
    xor edx, edx
    div r9d                                  ; wasm 0x46 trap: integer divide by zero
    add r8d, eax
    add r8d, [rbp-0x10]
    add ecx, r8d
    mov eax, ecx
    pop rbp
    ret

func[3] <divisor_in_rdx>: ; 34 bytes, wasm 0x4c
    push rbp
    mov rbp, rsp
    mov r10d, ecx
    mov r9d, edx
    lea ecx, [r10+1]
    mov eax, r10d
    xor edx, edx
    div r9d                                  ; wasm 0x56 trap: integer divide by zero
    mov r8d, edx
    mov eax, ecx
    xor edx, edx
    div r8d                                  ; wasm 0x57 trap: integer divide by zero
    pop rbp
    ret
