; x86_64, 5 functions in 224 bytes of code

func[0] <f64_i32_s>: ; 17 bytes, wasm 0x26
    push rbp
    mov rbp, rsp
    mov r10d, ecx
    xorps xmm0, xmm0
    cvtsi2sd xmm0, r10d
    pop rbp
    ret

func[1] <f64_i32_u>: ; 17 bytes, wasm 0x2c
    push rbp
    mov rbp, rsp
    mov r10d, ecx
    xorps xmm0, xmm0
    cvtsi2sd xmm0, r10
    pop rbp
    ret

func[2] <f32_i64_s>: ; 17 bytes, wasm 0x32
    push rbp
    mov rbp, rsp
    mov r10, rcx
    xorps xmm0, xmm0
    cvtsi2ss xmm0, r10
    pop rbp
    ret

func[3] <f64_i64_u>: ; 49 bytes, wasm 0x38
    push rbp
    mov rbp, rsp
    mov r10, rcx
    test r10, r10
    js .L1
    xorps xmm0, xmm0
    cvtsi2sd xmm0, r10
.L0:
    pop rbp
    ret
.L1:
    mov r11, r10
    shr r11, 1
    jae .L2
    or r11, 1
.L2:
    xorps xmm0, xmm0
    cvtsi2sd xmm0, r11
    addsd xmm0, xmm0
    jmp .L0

func[4] <f32_i64_u>: ; 49 bytes, wasm 0x3e
    push rbp
    mov rbp, rsp
    mov r10, rcx
    test r10, r10
    js .L1
    xorps xmm0, xmm0
    cvtsi2ss xmm0, r10
.L0:
    pop rbp
    ret
.L1:
    mov r11, r10
    shr r11, 1
    jae .L2
    or r11, 1
.L2:
    xorps xmm0, xmm0
    cvtsi2ss xmm0, r11
    addss xmm0, xmm0
    jmp .L0
