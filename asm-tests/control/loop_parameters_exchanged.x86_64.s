; x86_64, 1 function in 64 bytes of code

func[0] <fibonacci>: ; 53 bytes, wasm 0x1e
    push rbp
    mov rbp, rsp
    mov r9d, ecx
    mov dword ptr [rbp-8], 0
    mov dword ptr [rbp-0x10], 1
.L0:
    mov r10d, [rbp-0x10]
    mov ecx, r10d
    add ecx, [rbp-8]
    add r9d, -1
    test r9d, r9d
    je .L1
    mov [rbp-8], ecx
    mov [rbp-0x10], r10d
    jmp .L0
.L1:
    mov eax, ecx
    pop rbp
    ret
