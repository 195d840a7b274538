; x86_64, 5 functions in 128 bytes of code

func[0] <f>: ; 6 bytes, wasm 0x2f
    push rbp
    mov rbp, rsp
    pop rbp
    ret

func[1] <i32_f32>: ; 30 bytes, wasm 0x32
    push rbp
    mov rbp, rsp
    movss [rbp-8], xmm0
    movss [rbp-0x10], xmm1
    movss xmm0, [rbp-8]
    addss xmm0, [rbp-0x10]
    movd eax, xmm0
    pop rbp
    ret

func[2] <f64_i64>: ; 27 bytes, wasm 0x3b
    push rbp
    mov rbp, rsp
    mov [rbp-8], rcx
    mov [rbp-0x10], rdx
    mov rax, [rbp-8]
    add rax, [rbp-0x10]
    movq xmm0, rax
    pop rbp
    ret

func[3] <of_slot>: ; 23 bytes, wasm 0x44
    push rbp
    mov rbp, rsp
    sub rsp, 0x10
    movlps [rbp-8], xmm0
    call func[0] <f>                         ; wasm 0x45 call
    mov rax, [rbp-8]
    leave
    ret

func[4] <of_constant>: ; 11 bytes, wasm 0x4c
    push rbp
    mov rbp, rsp
    mov eax, -0x40800000
    pop rbp
    ret
