; x86_64, 12 functions in 288 bytes of code

func[0] <f>: ; 6 bytes, wasm 0x3b
    push rbp
    mov rbp, rsp
    pop rbp
    ret

func[1] <s8_32>: ; 15 bytes, wasm 0x3e
    push rbp
    mov rbp, rsp
    mov [rbp-8], ecx
    mov eax, [rbp-8]
    movsx eax, al
    pop rbp
    ret

func[2] <s16_32>: ; 13 bytes, wasm 0x44
    push rbp
    mov rbp, rsp
    mov [rbp-8], ecx
    mov eax, [rbp-8]
    cwde
    pop rbp
    ret

func[3] <s8_64>: ; 18 bytes, wasm 0x4a
    push rbp
    mov rbp, rsp
    mov [rbp-8], rcx
    mov rax, [rbp-8]
    movsx rax, al
    pop rbp
    ret

func[4] <s16_64>: ; 18 bytes, wasm 0x50
    push rbp
    mov rbp, rsp
    mov [rbp-8], rcx
    mov rax, [rbp-8]
    movsx rax, ax
    pop rbp
    ret

func[5] <s32_64>: ; 16 bytes, wasm 0x56
    push rbp
    mov rbp, rsp
    mov [rbp-8], rcx
    mov rax, [rbp-8]
    cdqe
    pop rbp
    ret

func[6] <i32_s>: ; 14 bytes, wasm 0x5c
    push rbp
    mov rbp, rsp
    mov [rbp-8], ecx
    mov eax, [rbp-8]
    cdqe
    pop rbp
    ret

func[7] <i32_u>: ; 21 bytes, wasm 0x62
    push rbp
    mov rbp, rsp
    mov [rbp-8], edx
    mov r10d, ecx
    mov eax, r10d
    add eax, [rbp-8]
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

func[9] <wrap>: ; 20 bytes, wasm 0x77
    push rbp
    mov rbp, rsp
    mov [rbp-8], rcx
    mov rax, [rbp-8]
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
