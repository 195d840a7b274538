; x86_64, 6 functions in 176 bytes of code

func[0] <set>: ; 22 bytes, wasm 0x28
    push rbp
    mov rbp, rsp
    mov r9d, ecx
    lea r10d, [r9+rdx]
    mov ecx, r10d
    imul ecx, r10d
    mov eax, ecx
    pop rbp
    ret

func[1] <increment>: ; 16 bytes, wasm 0x39
    push rbp
    mov rbp, rsp
    mov r10d, ecx
    add r10d, 1
    mov eax, r10d
    pop rbp
    ret

func[2] <tee>: ; 23 bytes, wasm 0x45
    push rbp
    mov rbp, rsp
    mov r10d, ecx
    mov r9d, edx
    sub r10d, r9d
    mov ecx, r10d
    and ecx, r10d
    mov eax, ecx
    pop rbp
    ret

func[3] <second_operand_is_destination>: ; 26 bytes, wasm 0x52
    push rbp
    mov rbp, rsp
    mov r9d, ecx
    mov r10d, edx
    neg r10d
    add r10d, r9d
    mov ecx, r10d
    xor ecx, r9d
    mov eax, ecx
    pop rbp
    ret

func[4] <shifted_by_destination>: ; 29 bytes, wasm 0x61
    push rbp
    mov rbp, rsp
    mov r9d, ecx
    mov r10d, edx
    mov ecx, r10d
    mov r10d, r9d
    shl r10d, cl
    mov ecx, r10d
    xor ecx, r9d
    mov eax, ecx
    pop rbp
    ret

func[5] <load>: ; 20 bytes, wasm 0x70
    push rbp
    mov rbp, rsp
    mov r10d, ecx
    mov r10d, [rbx+r10+4]                    ; wasm 0x73
    mov ecx, [rbx+r10]                       ; wasm 0x7a
    mov eax, ecx
    pop rbp
    ret
