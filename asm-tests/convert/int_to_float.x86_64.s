; x86_64, 5 functions in 144 bytes of code

func[0] <f64_i32_s>: ; 13 bytes, wasm 0x26
    push rbp
    mov rbp, rsp
    xorps xmm0, xmm0
    cvtsi2sd xmm0, ecx
    pop rbp
    ret

func[1] <f64_i32_u>: ; 14 bytes, wasm 0x2c
    push rbp
    mov rbp, rsp
    xorps xmm0, xmm0
    cvtsi2sd xmm0, rcx
    pop rbp
    ret

func[2] <f32_i64_s>: ; 14 bytes, wasm 0x32
    push rbp
    mov rbp, rsp
    xorps xmm0, xmm0
    cvtsi2ss xmm0, rcx
    pop rbp
    ret

func[3] <f64_i64_u>: ; 46 bytes, wasm 0x38
    push rbp
    mov rbp, rsp
    test rcx, rcx
    js .L1
    xorps xmm0, xmm0
    cvtsi2sd xmm0, rcx
.L0:
    pop rbp
    ret
.L1:
    mov r11, rcx
    shr r11, 1
    jae .L2
    or r11, 1
.L2:
    xorps xmm0, xmm0
    cvtsi2sd xmm0, r11
    addsd xmm0, xmm0
    jmp .L0

func[4] <f32_i64_u>: ; 46 bytes, wasm 0x3e
    push rbp
    mov rbp, rsp
    test rcx, rcx
    js .L1
    xorps xmm0, xmm0
    cvtsi2ss xmm0, rcx
.L0:
    pop rbp
    ret
.L1:
    mov r11, rcx
    shr r11, 1
    jae .L2
    or r11, 1
.L2:
    xorps xmm0, xmm0
    cvtsi2ss xmm0, r11
    addss xmm0, xmm0
    jmp .L0
