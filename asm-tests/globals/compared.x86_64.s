; x86_64, 4 functions in 160 bytes of code

func[0] <condition>: ; 37 bytes, wasm 0x3c
    push rbp
    mov rbp, rsp
    cmp dword ptr [rbx-0x40], 0
    je .L0
    mov eax, 1
    jmp .L2
.L0:
    cmp dword ptr [rbx-0x40], 0
    jne .L1
    mov eax, 2
    jmp .L2
.L1:
    mov eax, 3
.L2:
    pop rbp
    ret

func[1] <numbers>: ; 46 bytes, wasm 0x52
    push rbp
    mov rbp, rsp
    cmp dword ptr [rbx-0x40], 2
    je .L0
    cmp dword ptr [rbx-0x40], 0x186a0
    jl .L0
    mov edx, [rbx-0x40]
    cmp edx, ecx
    jae .L0
    mov eax, 5
    jmp .L1
.L0:
    xor ecx, ecx
    cmp dword ptr [rbx-0x40], 0
    setge cl
    mov eax, ecx
.L1:
    pop rbp
    ret

func[2] <select>: ; 15 bytes, wasm 0x77
    push rbp
    mov rbp, rsp
    cmp dword ptr [rbx-0x40], 0
    cmove ecx, edx
    mov eax, ecx
    pop rbp
    ret

func[3] <others>: ; 47 bytes, wasm 0x81
    push rbp
    mov rbp, rsp
    mov rcx, [rbx-0x38]
    mov edx, [rcx]
    test edx, edx
    je .L0
    mov eax, 1
    jmp .L2
.L0:
    mov rcx, [rbx-0x48]
    test rcx, rcx
    jne .L1
    mov eax, 2
    jmp .L2
.L1:
    mov ecx, [rbx-0x40]
    add ecx, 0x10
    mov eax, ecx
.L2:
    pop rbp
    ret
