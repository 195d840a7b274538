; x86_64, 1 function in 64 bytes of code

func[0] <fib>: ; 53 bytes, wasm 0x21
    push rbp
    mov rbp, rsp
    sub rsp, 0x20
    cmp ecx, 2
    jae .L0
    mov eax, ecx
    jmp .L1
.L0:
    lea edx, [rcx-1]
    mov [rbp-8], ecx
    mov ecx, edx
    call func[0] <fib>                       ; wasm 0x31 call
    mov ecx, [rbp-8]
    add ecx, -2
    mov [rbp-0x10], eax
    call func[0] <fib>                       ; wasm 0x38 call
    add eax, [rbp-0x10]
.L1:
    add rsp, 0x20
    pop rbp
    ret
