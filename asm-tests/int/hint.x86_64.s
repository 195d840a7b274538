; x86_64, 6 functions in 112 bytes of code

func[0] <set>: ; 15 bytes, wasm 0x28
    push rbp
    mov rbp, rsp
    add ecx, edx
    mov edx, ecx
    imul edx, ecx
    mov eax, edx
    pop rbp
    ret

func[1] <increment>: ; 11 bytes, wasm 0x39
    push rbp
    mov rbp, rsp
    lea edx, [rcx+1]
    mov eax, edx
    pop rbp
    ret

func[2] <tee>: ; 16 bytes, wasm 0x45
    push rbp
    mov rbp, rsp
    mov eax, ecx
    sub eax, edx
    mov ecx, eax
    and ecx, eax
    mov eax, ecx
    pop rbp
    ret

func[3] <second_operand_is_destination>: ; 12 bytes, wasm 0x52
    push rbp
    mov rbp, rsp
    mov eax, ecx
    sub eax, edx
    xor eax, ecx
    pop rbp
    ret

func[4] <shifted_by_destination>: ; 18 bytes, wasm 0x61
    push rbp
    mov rbp, rsp
    mov eax, ecx
    mov r8d, ecx
    mov ecx, edx
    shl eax, cl
    xor eax, r8d
    pop rbp
    ret

func[5] <load>: ; 15 bytes, wasm 0x70
    push rbp
    mov rbp, rsp
    mov edx, [rbx+rcx+4]                     ; wasm 0x73
    mov edx, [rbx+rdx]                       ; wasm 0x7a
    mov eax, edx
    pop rbp
    ret
