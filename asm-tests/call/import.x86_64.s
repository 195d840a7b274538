; x86_64, 3 functions in 160 bytes of code
; import func[0]: m.f
; import func[1]: m.g

func[2] <call>: ; 39 bytes, wasm 0x30
    push rbp
    mov rbp, rsp
    sub rsp, 0x20
    mov [rbp-8], rbx
    mov r11, rbx
    mov rbx, [r11-0x88]
    call qword ptr [r11-0x90]                ; wasm 0x33 call
    mov rbx, [rbp-8]
    add rsp, 0x20
    pop rbp
    ret

func[3] <twice>: ; 60 bytes, wasm 0x37
    push rbp
    mov rbp, rsp
    sub rsp, 0x10
    mov [rbp-8], rbx
    mov r11, rbx
    mov rbx, [r11-0x98]
    call qword ptr [r11-0xa0]                ; wasm 0x38 call
    mov rbx, [rbp-8]
    mov r11, rbx
    mov rbx, [r11-0x98]
    call qword ptr [r11-0xa0]                ; wasm 0x3a call
    mov rbx, [rbp-8]
    add rsp, 0x10
    pop rbp
    ret

func[4] <in_loop>: ; 48 bytes, wasm 0x3e
    push rbp
    mov rbp, rsp
    push rsi
    sub rsp, 0x18
    mov [rbp-0x10], rbx
    mov esi, ecx
.L0:
    mov r11, rbx
    mov rbx, [r11-0x98]
    call qword ptr [r11-0xa0]                ; wasm 0x41 call
    mov rbx, [rbp-0x10]
    add esi, -1
    jne .L0
    add rsp, 0x18
    pop rsi
    pop rbp
    ret
