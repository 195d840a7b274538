; x86_64, 1 function in 160 bytes of code

func[0] <call>: ; 156 bytes, wasm 0x2b
    push rbp
    mov rbp, rsp
    sub rsp, 0x70
    mov [rbp-8], rbx
    mov qword ptr [rsp], 7
    mov qword ptr [rsp+8], 8
    mov r11, 0x4022000000000000
    mov [rbp-0x58], r11
    mov edx, [rbx-0x38]
    cmp ecx, edx
    jae .L2
    mov r11, [rbx-0x40]
    mov r11, [r11+rcx*8]
    mov eax, [rbx-0x98]
    cmp [r11+0x10], eax                      ; wasm 0x47 trap: uninitialized element
    jne .L3
    movsd xmm0, [rbp-0x58]
    mov r10d, 6
    mov r9d, 5
    mov r8d, 4
    mov eax, 3
    mov edx, 2
    mov ecx, 1
    cmp [r11+8], rbx
    jne .L1
    call qword ptr [r11]                     ; wasm 0x47 call
.L0:
    add rsp, 0x70
    pop rbp
    ret
.L1:
    call func[0] <call>+0x86                 ; wasm 0x47 call
    mov rbx, [rbp-8]
    jmp .L0
    xchg rbx, r11
    push qword ptr [rbx]
    mov rbx, [rbx+8]
    add rsp, 8
    jmp qword ptr [rsp-8]
.L2:
    ud2                                      ; wasm 0x47 trap: undefined element: out of bounds table access
.L3:
    ud2                                      ; wasm 0x47 trap: indirect call type mismatch
