; x86_64, 5 functions in 96 bytes of code

func[0] <f>: ; 6 bytes, wasm 0x2f
    push rbp
    mov rbp, rsp
    pop rbp
    ret

func[1] <i32_f32>: ; 16 bytes, wasm 0x32
    push rbp
    mov rbp, rsp
    addss xmm0, xmm1
    movd ecx, xmm0
    mov eax, ecx
    pop rbp
    ret

func[2] <f64_i64>: ; 14 bytes, wasm 0x3b
    push rbp
    mov rbp, rsp
    add rcx, rdx
    movq xmm0, rcx
    pop rbp
    ret

func[3] <of_slot>: ; 30 bytes, wasm 0x44
    push rbp
    mov rbp, rsp
    sub rsp, 0x10
    movlps [rbp-8], xmm0
    call func[0] <f>                         ; wasm 0x45 call
    mov rcx, [rbp-8]
    mov rax, rcx
    add rsp, 0x10
    pop rbp
    ret

func[4] <of_constant>: ; 11 bytes, wasm 0x4c
    push rbp
    mov rbp, rsp
    mov eax, -0x40800000
    pop rbp
    ret
