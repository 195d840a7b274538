; x86_64, 1 function in 80 bytes of code
; import func[0]: m.f

func[1] <call>: ; 74 bytes, wasm 0x2f
    push rbp
    mov rbp, rsp
    sub rsp, 0x60
    mov [rbp-8], rbx
    mov [rsp], rcx
    mov r10d, 6
    mov r9d, 5
    mov r8d, 4
    mov eax, 3
    mov edx, 2
    mov r11, rbx
    mov rbx, [r11-0x88]
    call qword ptr [r11-0x90]                ; wasm 0x40 call
    mov rbx, [rbp-8]
    lea eax, [rax+rax*4]
    add rsp, 0x60
    pop rbp
    ret
