; x86_64, 12 functions in 224 bytes of code

func[0] <f>: ; 6 bytes, wasm 0x3b
    push rbp
    mov rbp, rsp
    pop rbp
    ret

func[1] <s8_32>: ; 11 bytes, wasm 0x3e
    push rbp
    mov rbp, rsp
    movsx ecx, cl
    mov eax, ecx
    pop rbp
    ret

func[2] <s16_32>: ; 11 bytes, wasm 0x44
    push rbp
    mov rbp, rsp
    movsx ecx, cx
    mov eax, ecx
    pop rbp
    ret

func[3] <s8_64>: ; 13 bytes, wasm 0x4a
    push rbp
    mov rbp, rsp
    movsx rcx, cl
    mov rax, rcx
    pop rbp
    ret

func[4] <s16_64>: ; 13 bytes, wasm 0x50
    push rbp
    mov rbp, rsp
    movsx rcx, cx
    mov rax, rcx
    pop rbp
    ret

func[5] <s32_64>: ; 12 bytes, wasm 0x56
    push rbp
    mov rbp, rsp
    movsxd rcx, ecx
    mov rax, rcx
    pop rbp
    ret

func[6] <i32_s>: ; 12 bytes, wasm 0x5c
    push rbp
    mov rbp, rsp
    movsxd rcx, ecx
    mov rax, rcx
    pop rbp
    ret

func[7] <i32_u>: ; 13 bytes, wasm 0x62
    push rbp
    mov rbp, rsp
    mov eax, ecx
    add ecx, edx
    add rax, rcx
    pop rbp
    ret

func[8] <i32_u_of_slot>: ; 28 bytes, wasm 0x6f
    push rbp
    mov rbp, rsp
    sub rsp, 0x10
    mov [rbp-8], ecx
    call func[0] <f>                         ; wasm 0x70 call
    mov ecx, [rbp-8]
    mov rax, rcx
    add rsp, 0x10
    pop rbp
    ret

func[9] <wrap>: ; 14 bytes, wasm 0x77
    push rbp
    mov rbp, rsp
    shr rcx, 0x20
    mov ecx, ecx
    mov eax, ecx
    pop rbp
    ret

func[10] <wrap_of_home>: ; 14 bytes, wasm 0x80
    push rbp
    mov rbp, rsp
    mov edx, ecx
    add rdx, rcx
    mov rax, rdx
    pop rbp
    ret

func[11] <wrap_of_slot>: ; 28 bytes, wasm 0x8a
    push rbp
    mov rbp, rsp
    sub rsp, 0x10
    mov [rbp-8], rcx
    call func[0] <f>                         ; wasm 0x8b call
    mov ecx, [rbp-8]
    mov eax, ecx
    add rsp, 0x10
    pop rbp
    ret
