; x86_64, 12 functions in 256 bytes of code

func[0] <f>: ; 6 bytes, wasm 0x3b
    push rbp
    mov rbp, rsp
    pop rbp
    ret

func[1] <s8_32>: ; 13 bytes, wasm 0x3e
    push rbp
    mov rbp, rsp
    mov r10d, ecx
    movsx eax, r10b
    pop rbp
    ret

func[2] <s16_32>: ; 13 bytes, wasm 0x44
    push rbp
    mov rbp, rsp
    mov r10d, ecx
    movsx eax, r10w
    pop rbp
    ret

func[3] <s8_64>: ; 13 bytes, wasm 0x4a
    push rbp
    mov rbp, rsp
    mov r10, rcx
    movsx rax, r10b
    pop rbp
    ret

func[4] <s16_64>: ; 13 bytes, wasm 0x50
    push rbp
    mov rbp, rsp
    mov r10, rcx
    movsx rax, r10w
    pop rbp
    ret

func[5] <s32_64>: ; 12 bytes, wasm 0x56
    push rbp
    mov rbp, rsp
    mov r10, rcx
    movsxd rax, r10d
    pop rbp
    ret

func[6] <i32_s>: ; 12 bytes, wasm 0x5c
    push rbp
    mov rbp, rsp
    mov r10d, ecx
    movsxd rax, r10d
    pop rbp
    ret

func[7] <i32_u>: ; 19 bytes, wasm 0x62
    push rbp
    mov rbp, rsp
    mov r10d, ecx
    mov r9d, edx
    lea eax, [r10+r9]
    add rax, r10
    pop rbp
    ret

func[8] <i32_u_of_slot>: ; 21 bytes, wasm 0x6f
    push rbp
    mov rbp, rsp
    sub rsp, 0x10
    mov [rbp-8], ecx
    call func[0] <f>                         ; wasm 0x70 call
    mov eax, [rbp-8]
    leave
    ret

func[9] <wrap>: ; 18 bytes, wasm 0x77
    push rbp
    mov rbp, rsp
    mov r10, rcx
    mov rax, r10
    shr rax, 0x20
    mov eax, eax
    pop rbp
    ret

func[10] <wrap_of_home>: ; 15 bytes, wasm 0x80
    push rbp
    mov rbp, rsp
    mov r10, rcx
    mov eax, r10d
    add rax, r10
    pop rbp
    ret

func[11] <wrap_of_slot>: ; 22 bytes, wasm 0x8a
    push rbp
    mov rbp, rsp
    sub rsp, 0x10
    mov [rbp-8], rcx
    call func[0] <f>                         ; wasm 0x8b call
    mov eax, [rbp-8]
    leave
    ret
