; x86_64, 5 functions in 288 bytes of code

func[0] <f>: ; 6 bytes, wasm 0x2c
    push rbp
    mov rbp, rsp
    pop rbp
    ret

func[1] <to_the_end_of_a_block>: ; 84 bytes, wasm 0x2f
    push rbp
    mov rbp, rsp
    sub rsp, 0x30
    mov [rbp-8], rcx
    mov [rbp-0x10], rdx
    mov ecx, 1
    call func[0] <f>                         ; wasm 0x34 call
    mov rcx, [rbp-8]
    sub rcx, [rbp-0x10]
    mov rdx, [rbp-8]
    cmp rdx, [rbp-0x10]
    jb .L0
    mov [rbp-0x20], rcx
    mov ecx, 3
    call func[0] <f>                         ; wasm 0x57 call
    mov rax, [rbp-0x20]
    add rsp, 0x30
    pop rbp
    ret
.L0:
    mov ecx, 2
    call func[0] <f>                         ; wasm 0x4d call
    ud2                                      ; wasm 0x4f trap: wasm `unreachable` instruction executed

func[2] <arms>: ; 66 bytes, wasm 0x5d
    push rbp
    mov rbp, rsp
    push rsi
    sub rsp, 0x28
    mov [rbp-0x10], ecx
    mov ecx, 1
    call func[0] <f>                         ; wasm 0x62 call
    mov ecx, [rbp-0x10]
    mov ecx, [rbx+rcx]                       ; wasm 0x66
    mov edx, [rbp-0x10]
    mov edx, [rbx+rdx+4]                     ; wasm 0x6d
    test edx, edx
    je .L0
    lea esi, [rcx+1]
    jmp .L1
.L0:
    lea esi, [rcx-1]
.L1:
    mov ecx, 2
    call func[0] <f>                         ; wasm 0x84 call
    mov eax, esi
    add rsp, 0x28
    pop rsi
    pop rbp
    ret

func[3] <by_table>: ; 43 bytes, wasm 0x8a
    push rbp
    mov rbp, rsp
    mov edx, [rbx+rcx]                       ; wasm 0x95
    mov ecx, [rbx+rcx+4]                     ; wasm 0x9c
    cmp ecx, 1
    jb .L0
    je .L0
    cmp ecx, 2
    je .L1
    jmp .L2
.L0:
    lea ecx, [rdx+0xa]
    mov eax, ecx
    jmp .L3
.L1:
    lea ecx, [rdx+0x14]
    mov eax, ecx
    jmp .L3
.L2:
    mov eax, edx
.L3:
    pop rbp
    ret

func[4] <values_take_registers>: ; 33 bytes, wasm 0xb8
    push rbp
    mov rbp, rsp
    mov r10d, [rbx+rcx]                      ; wasm 0xbd
    mov ecx, [rbx+rcx+4]                     ; wasm 0xc8
    test ecx, ecx
    je .L0
    mov eax, 7
    jmp .L1
.L0:
    mov eax, r10d
    jmp .L2
.L1:
    add eax, r10d
.L2:
    pop rbp
    ret
