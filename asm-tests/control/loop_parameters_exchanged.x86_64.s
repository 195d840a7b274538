; x86_64, 1 function in 48 bytes of code

func[0] <fibonacci>: ; 47 bytes, wasm 0x1e
    push rbp
    mov rbp, rsp
    mov r10d, ecx
    mov dword ptr [rbp-0x10], 0
    mov dword ptr [rbp-0x18], 1
.L0:
    mov ecx, [rbp-0x18]
    mov edx, ecx
    add edx, [rbp-0x10]
    add r10d, -1
    je .L1
    mov [rbp-0x10], edx
    mov [rbp-0x18], ecx
    jmp .L0
.L1:
    mov eax, edx
    pop rbp
    ret
