; x86_64, 7 functions in 448 bytes of code
; import func[0]: env.fail

func[1] <checked_sum>: ; 63 bytes, wasm 0x41
    push rbp
    mov rbp, rsp
    sub rsp, 0x30
    mov [rbp-8], rbx
    add edx, ecx
    cmp edx, ecx
    jb .L0
    mov eax, edx
    add rsp, 0x30
    pop rbp
    ret
.L0:
    mov edx, 7
    mov ecx, 0x100000
    mov r11, rbx
    mov rbx, [r11-0x88]
    call qword ptr [r11-0x90]                ; wasm 0x5f call
    mov rbx, [rbp-8]
    ud2                                      ; wasm 0x61 trap: wasm `unreachable` instruction executed

func[2] <checked_load>: ; 71 bytes, wasm 0x64
    push rbp
    mov rbp, rsp
    push rsi
    push rdi
    sub rsp, 0x20
    mov [rbp-0x18], rbx
    mov edi, ecx
    mov esi, edx
    test esi, esi
    je .L0
    cmp edi, esi
    jae .L0
    mov eax, edi
    add rsp, 0x20
    pop rdi
    pop rsi
    pop rbp
    ret
.L0:
    mov edx, esi
    mov ecx, edi
    mov r11, rbx
    mov rbx, [r11-0x88]
    call qword ptr [r11-0x90]                ; wasm 0x7c call
    mov rbx, [rbp-0x18]
    ud2                                      ; wasm 0x7e trap: wasm `unreachable` instruction executed

func[3] <in_register>: ; 59 bytes, wasm 0x84
    push rbp
    mov rbp, rsp
    sub rsp, 0x30
    mov [rbp-8], rbx
    mov rdx, rcx
    imul rdx, rcx
    mov edx, edx
    test dl, 1
    je .L0
    mov ecx, edx
    xor edx, edx
    mov r11, rbx
    mov rbx, [r11-0x88]
    call qword ptr [r11-0x90]                ; wasm 0x9f call
    mov rbx, [rbp-8]
    ud2                                      ; wasm 0xa1 trap: wasm `unreachable` instruction executed
.L0:
    add rsp, 0x30
    pop rbp
    ret

func[4] <operand>: ; 63 bytes, wasm 0xa5
    push rbp
    mov rbp, rsp
    sub rsp, 0x20
    mov [rbp-8], rbx
    test ecx, ecx
    je .L0
    mov eax, ecx
    jmp .L1
.L0:
    mov edx, 4
    mov ecx, 3
    mov r11, rbx
    mov rbx, [r11-0x88]
    call qword ptr [r11-0x90]                ; wasm 0xb5 call
    mov rbx, [rbp-8]
    ud2                                      ; wasm 0xb7 trap: wasm `unreachable` instruction executed
.L1:
    add rsp, 0x20
    pop rbp
    ret

func[5] <trap>: ; 39 bytes, wasm 0xba
    push rbp
    mov rbp, rsp
    test rcx, rcx
    je .L0
    mov r11, 0x7fffffffffffffff
    cmp rcx, r11
    je .L0
    mov rax, rcx
    pop rbp
    ret
.L0:
    ud2                                      ; wasm 0xe2 trap: wasm `unreachable` instruction executed

func[6] <number>: ; 27 bytes, wasm 0xe8
    push rbp
    mov rbp, rsp
    mov r10, rcx
    test r10, r10
    jne .L0
    mov r10, 0x7fffffffffffffff
.L0:
    mov rax, r10
    pop rbp
    ret

func[7] <arms>: ; 83 bytes, wasm 0x107
    push rbp
    mov rbp, rsp
    push rsi
    push rdi
    sub rsp, 0x20
    mov [rbp-0x18], rbx
    mov edi, ecx
    mov esi, edx
    test edi, edi
    je .L0
    cmp esi, 5
    je .L3
    jmp .L1
.L0:
    cmp esi, 6
    je .L3
    mov eax, esi
    jmp .L2
.L1:
    mov eax, edi
.L2:
    add rsp, 0x20
    pop rdi
    pop rsi
    pop rbp
    ret
.L3:
    mov edx, esi
    mov ecx, edi
    mov r11, rbx
    mov rbx, [r11-0x88]
    call qword ptr [r11-0x90]                ; wasm 0x127 call
    mov rbx, [rbp-0x18]
    ud2                                      ; wasm 0x129 trap: wasm `unreachable` instruction executed
