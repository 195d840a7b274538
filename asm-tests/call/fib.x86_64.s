; x86_64, 1 function in 64 bytes of code

func[0] <fib>: ; 49 bytes, wasm 0x21
    push rbp
    mov rbp, rsp
    push rsi
    sub rsp, 0x18
    mov esi, ecx
    cmp esi, 2
    jae .L0
    mov eax, esi
    jmp .L1
.L0:
    lea ecx, [rsi-1]
    call func[0] <fib>                       ; wasm 0x31 call
    lea ecx, [rsi-2]
    mov [rbp-0x10], eax
    call func[0] <fib>                       ; wasm 0x38 call
    add eax, [rbp-0x10]
.L1:
    add rsp, 0x18
    pop rsi
    pop rbp
    ret
