; x86_64, 4 functions in 80 bytes of code

func[0] <home_to_home>: ; 16 bytes, wasm 0x21
    push rbp
    mov rbp, rsp
    mov ecx, edx
    imul ecx, edx
    imul ecx, edx
    mov eax, ecx
    pop rbp
    ret

func[1] <constant_to_home>: ; 15 bytes, wasm 0x30
    push rbp
    mov rbp, rsp
    xor ecx, ecx
    mov edx, ecx
    imul edx, ecx
    mov eax, edx
    pop rbp
    ret

func[2] <tee_of_constant>: ; 16 bytes, wasm 0x3c
    push rbp
    mov rbp, rsp
    mov ecx, 8
    add ecx, 8
    mov eax, ecx
    pop rbp
    ret

func[3] <tee_as_condition>: ; 22 bytes, wasm 0x46
    push rbp
    mov rbp, rsp
    mov edx, ecx
    and edx, 7
    jne .L0
    mov eax, 1
    jmp .L1
.L0:
    mov eax, edx
.L1:
    pop rbp
    ret
