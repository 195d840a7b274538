; x86_64, 5 functions in 240 bytes of code

func[0] <nine_ints>: ; 19 bytes, wasm 0x48
    push rbp
    mov rbp, rsp
    mov ecx, [rbp+0x10]
    add ecx, [rbp+0x20]
    add rcx, [rbp+0x18]
    mov rax, rcx
    pop rbp
    ret

func[1] <call>: ; 70 bytes, wasm 0x54
    push rbp
    mov rbp, rsp
    sub rsp, 0x70
    mov [rsp], rcx
    mov [rsp+8], rdx
    mov qword ptr [rsp+0x10], 9
    mov r10d, 6
    mov r9d, 5
    mov r8d, 4
    mov eax, 3
    mov edx, 2
    mov ecx, 1
    call func[0] <nine_ints>                 ; wasm 0x67 call
    add rsp, 0x70
    pop rbp
    ret

func[2] <ten_floats>: ; 20 bytes, wasm 0x6b
    push rbp
    mov rbp, rsp
    movss xmm0, [rbp+0x18]
    cvtss2sd xmm0, xmm0
    addsd xmm0, [rbp+0x10]
    pop rbp
    ret

func[3] <call_floats>: ; 63 bytes, wasm 0x74
    push rbp
    mov rbp, rsp
    sub rsp, 0x70
    mov r11, 0x3ff0000000000000
    mov [rsp], r11
    mov qword ptr [rsp+8], 0x40000000
    movaps xmm7, xmm0
    movaps xmm6, xmm0
    movaps xmm5, xmm0
    movaps xmm4, xmm0
    movaps xmm3, xmm0
    movaps xmm2, xmm0
    movaps xmm1, xmm0
    call func[2] <ten_floats>                ; wasm 0x93 call
    add rsp, 0x70
    pop rbp
    ret

func[4] <stack_parameter_in_loop>: ; 24 bytes, wasm 0x97
    push rbp
    mov rbp, rsp
    mov r9d, ecx
    mov r10d, [rbp+0x10]
.L0:
    add r9d, r10d
    shr r10d, 1
    jne .L0
    mov eax, r9d
    pop rbp
    ret
