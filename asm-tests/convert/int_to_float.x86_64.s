; x86_64, 5 functions in 224 bytes of code

func[0] <f64_i32_s>: ; 19 bytes, wasm 0x26
    push rbp
    mov rbp, rsp
    mov [rbp-8], ecx
    mov eax, [rbp-8]
    xorps xmm0, xmm0
    cvtsi2sd xmm0, eax
    pop rbp
    ret

func[1] <f64_i32_u>: ; 20 bytes, wasm 0x2c
    push rbp
    mov rbp, rsp
    mov [rbp-8], ecx
    mov eax, [rbp-8]
    xorps xmm0, xmm0
    cvtsi2sd xmm0, rax
    pop rbp
    ret

func[2] <f32_i64_s>: ; 22 bytes, wasm 0x32
    push rbp
    mov rbp, rsp
    mov [rbp-8], rcx
    mov rax, [rbp-8]
    xorps xmm0, xmm0
    cvtsi2ss xmm0, rax
    pop rbp
    ret

func[3] <f64_i64_u>: ; 54 bytes, wasm 0x38
    push rbp
    mov rbp, rsp
    mov [rbp-8], rcx
    mov rax, [rbp-8]
    test rax, rax
    js .L1
    xorps xmm0, xmm0
    cvtsi2sd xmm0, rax
.L0:
    pop rbp
    ret
.L1:
    mov r11, rax
    shr r11, 1
    jae .L2
    or r11, 1
.L2:
    xorps xmm0, xmm0
    cvtsi2sd xmm0, r11
    addsd xmm0, xmm0
    jmp .L0

func[4] <f32_i64_u>: ; 54 bytes, wasm 0x3e
    push rbp
    mov rbp, rsp
    mov [rbp-8], rcx
    mov rax, [rbp-8]
    test rax, rax
    js .L1
    xorps xmm0, xmm0
    cvtsi2ss xmm0, rax
.L0:
    pop rbp
    ret
.L1:
    mov r11, rax
    shr r11, 1
    jae .L2
    or r11, 1
.L2:
    xorps xmm0, xmm0
    cvtsi2ss xmm0, r11
    addss xmm0, xmm0
    jmp .L0
