; x86_64, 6 functions in 176 bytes of code

func[0] <f>: ; 6 bytes, wasm 0x3d
    push rbp
    mov rbp, rsp
    pop rbp
    ret

func[1] <load>: ; 21 bytes, wasm 0x40
    push rbp
    mov rbp, rsp
    push r15
    mov r15, [rbx-0x10]
    mov ecx, [r15+rcx+4]                     ; wasm 0x43
    mov eax, ecx
    pop r15
    pop rbp
    ret

func[2] <store_between_calls>: ; 41 bytes, wasm 0x48
    push rbp
    mov rbp, rsp
    push r15
    sub rsp, 0x18
    mov r15, [rbx-0x10]
    mov [rbp-0x10], ecx
    call func[0] <f>                         ; wasm 0x49 call
    mov ecx, [rbp-0x10]
    mov dword ptr [r15+rcx], 1               ; wasm 0x4f
    add rsp, 0x18
    pop r15
    pop rbp
    ret

func[3] <constant>: ; 20 bytes, wasm 0x54
    push rbp
    mov rbp, rsp
    push r15
    mov r15, [rbx-0x10]
    mov ecx, [r15+8]                         ; wasm 0x57
    mov eax, ecx
    pop r15
    pop rbp
    ret

func[4] <size>: ; 20 bytes, wasm 0x5c
    push rbp
    mov rbp, rsp
    mov rcx, [rbx-0x38]
    mov rdx, [rcx+8]
    shr rdx, 0x10
    mov eax, edx
    pop rbp
    ret

func[5] <untouched>: ; 10 bytes, wasm 0x61
    push rbp
    mov rbp, rsp
    add ecx, edx
    mov eax, ecx
    pop rbp
    ret
