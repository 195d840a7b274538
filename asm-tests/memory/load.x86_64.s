; x86_64, 13 functions in 208 bytes of code

func[0] <i32>: ; 11 bytes, wasm 0x38
    push rbp
    mov rbp, rsp
    mov ecx, [rbx+rcx]                       ; wasm 0x3b
    mov eax, ecx
    pop rbp
    ret

func[1] <i64>: ; 14 bytes, wasm 0x40
    push rbp
    mov rbp, rsp
    mov rcx, [rbx+rcx+8]                     ; wasm 0x43
    mov rax, rcx
    pop rbp
    ret

func[2] <f32>: ; 15 bytes, wasm 0x48
    push rbp
    mov rbp, rsp
    movss xmm0, [rbx+rcx+0x1000]             ; wasm 0x4b
    pop rbp
    ret

func[3] <f64>: ; 11 bytes, wasm 0x51
    push rbp
    mov rbp, rsp
    movsd xmm0, [rbx+rcx]                    ; wasm 0x54
    pop rbp
    ret

func[4] <u8>: ; 12 bytes, wasm 0x59
    push rbp
    mov rbp, rsp
    movzx ecx, byte ptr [rbx+rcx]            ; wasm 0x5c
    mov eax, ecx
    pop rbp
    ret

func[5] <s8>: ; 12 bytes, wasm 0x61
    push rbp
    mov rbp, rsp
    movsx ecx, byte ptr [rbx+rcx]            ; wasm 0x64
    mov eax, ecx
    pop rbp
    ret

func[6] <u16>: ; 12 bytes, wasm 0x69
    push rbp
    mov rbp, rsp
    movzx ecx, word ptr [rbx+rcx]            ; wasm 0x6c
    mov eax, ecx
    pop rbp
    ret

func[7] <s16>: ; 12 bytes, wasm 0x71
    push rbp
    mov rbp, rsp
    movsx ecx, word ptr [rbx+rcx]            ; wasm 0x74
    mov eax, ecx
    pop rbp
    ret

func[8] <i64_u8>: ; 13 bytes, wasm 0x79
    push rbp
    mov rbp, rsp
    movzx ecx, byte ptr [rbx+rcx]            ; wasm 0x7c
    mov rax, rcx
    pop rbp
    ret

func[9] <i64_s8>: ; 14 bytes, wasm 0x81
    push rbp
    mov rbp, rsp
    movsx rcx, byte ptr [rbx+rcx]            ; wasm 0x84
    mov rax, rcx
    pop rbp
    ret

func[10] <i64_s16>: ; 14 bytes, wasm 0x89
    push rbp
    mov rbp, rsp
    movsx rcx, word ptr [rbx+rcx]            ; wasm 0x8c
    mov rax, rcx
    pop rbp
    ret

func[11] <i64_u32>: ; 12 bytes, wasm 0x91
    push rbp
    mov rbp, rsp
    mov ecx, [rbx+rcx]                       ; wasm 0x94
    mov rax, rcx
    pop rbp
    ret

func[12] <i64_s32>: ; 13 bytes, wasm 0x99
    push rbp
    mov rbp, rsp
    movsxd rcx, [rbx+rcx]                    ; wasm 0x9c
    mov rax, rcx
    pop rbp
    ret
