; x86_64, 7 functions in 272 bytes of code

func[0] <two>: ; 10 bytes, wasm 0x3a
    push rbp
    mov rbp, rsp
    mov eax, edx
    mov edx, ecx
    pop rbp
    ret

func[1] <mixed>: ; 28 bytes, wasm 0x41
    push rbp
    mov rbp, rsp
    mov edx, ecx
    mov eax, 1
    movss xmm1, [.L0]
    pop rbp
    ret
    int3
    int3
    int3
.L0:
    .long 0x40000000

func[2] <four>: ; 48 bytes, wasm 0x4f
    push rbp
    mov rbp, rsp
    mov [rbp-0x10], ecx
    mov dword ptr [rbp-0x18], 2
    mov dword ptr [rbp-0x20], 3
    mov [rbp-0x28], ecx
    mov eax, [rbp-0x10]
    mov edx, [rbp-0x18]
    mov r11d, [rbp-0x20]
    mov [rbp+0x10], r11d
    mov r11d, [rbp-0x28]
    mov [rbp+0x18], r11d
    pop rbp
    ret

func[3] <use_two>: ; 31 bytes, wasm 0x5a
    push rbp
    mov rbp, rsp
    sub rsp, 0x10
    mov edx, 2
    mov ecx, 1
    call func[0] <two>                       ; wasm 0x5f call
    sub eax, edx
    add rsp, 0x10
    pop rbp
    ret

func[4] <use_four>: ; 42 bytes, wasm 0x64
    push rbp
    mov rbp, rsp
    sub rsp, 0x40
    call func[2] <four>                      ; wasm 0x67 call
    mov ecx, [rsp]
    mov [rbp-0x20], ecx
    mov ecx, [rsp+8]
    mov [rbp-0x28], ecx
    mov ecx, [rbp-0x20]
    sub ecx, [rbp-0x28]
    sub edx, ecx
    sub eax, edx
    add rsp, 0x40
    pop rbp
    ret

func[5] <pass_on>: ; 60 bytes, wasm 0x6e
    push rbp
    mov rbp, rsp
    sub rsp, 0x40
    call func[2] <four>                      ; wasm 0x71 call
    mov ecx, [rsp]
    mov [rbp-0x20], ecx
    mov ecx, [rsp+8]
    mov [rbp-0x28], ecx
    mov [rbp-0x10], eax
    mov [rbp-0x18], edx
    mov eax, [rbp-0x10]
    mov edx, [rbp-0x18]
    mov r11d, [rbp-0x20]
    mov [rbp+0x10], r11d
    mov r11d, [rbp-0x28]
    mov [rbp+0x18], r11d
    add rsp, 0x40
    pop rbp
    ret

func[6] <set_locals>: ; 29 bytes, wasm 0x75
    push rbp
    mov rbp, rsp
    sub rsp, 0x30
    mov edx, 7
    call func[0] <two>                       ; wasm 0x7c call
    imul edx, eax
    mov eax, edx
    add rsp, 0x30
    pop rbp
    ret
