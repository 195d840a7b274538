; x86_64, 10 functions in 368 bytes of code

func[0] <i32>: ; 22 bytes, wasm 0x3a
    push rbp
    mov rbp, rsp
    mov [rbp-8], ecx
    mov [rbp-0x10], edx
    mov eax, [rbp-0x10]
    mov ecx, [rbp-8]
    mov [rbx+rcx+4], eax                     ; wasm 0x3f
    pop rbp
    ret

func[1] <i64>: ; 24 bytes, wasm 0x44
    push rbp
    mov rbp, rsp
    mov [rbp-8], ecx
    mov [rbp-0x10], rdx
    mov rax, [rbp-0x10]
    mov ecx, [rbp-8]
    mov [rbx+rcx], rax                       ; wasm 0x49
    pop rbp
    ret

func[2] <f32>: ; 27 bytes, wasm 0x4e
    push rbp
    mov rbp, rsp
    mov [rbp-8], ecx
    movss [rbp-0x10], xmm0
    movss xmm0, [rbp-0x10]
    mov eax, [rbp-8]
    movss [rbx+rax], xmm0                    ; wasm 0x53
    pop rbp
    ret

func[3] <f64>: ; 25 bytes, wasm 0x58
    push rbp
    mov rbp, rsp
    mov [rbp-8], ecx
    movlps [rbp-0x10], xmm0
    movsd xmm0, [rbp-0x10]
    mov eax, [rbp-8]
    movlps [rbx+rax], xmm0                   ; wasm 0x5d
    pop rbp
    ret

func[4] <i8>: ; 21 bytes, wasm 0x62
    push rbp
    mov rbp, rsp
    mov [rbp-8], ecx
    mov [rbp-0x10], edx
    mov eax, [rbp-0x10]
    mov ecx, [rbp-8]
    mov [rbx+rcx], al                        ; wasm 0x67
    pop rbp
    ret

func[5] <i16>: ; 22 bytes, wasm 0x6c
    push rbp
    mov rbp, rsp
    mov [rbp-8], ecx
    mov [rbp-0x10], edx
    mov eax, [rbp-0x10]
    mov ecx, [rbp-8]
    mov [rbx+rcx], ax                        ; wasm 0x71
    pop rbp
    ret

func[6] <i64_8>: ; 23 bytes, wasm 0x76
    push rbp
    mov rbp, rsp
    mov [rbp-8], ecx
    mov [rbp-0x10], rdx
    mov rax, [rbp-0x10]
    mov ecx, [rbp-8]
    mov [rbx+rcx], al                        ; wasm 0x7b
    pop rbp
    ret

func[7] <i64_32>: ; 23 bytes, wasm 0x80
    push rbp
    mov rbp, rsp
    mov [rbp-8], ecx
    mov [rbp-0x10], rdx
    mov rax, [rbp-0x10]
    mov ecx, [rbp-8]
    mov [rbx+rcx], eax                       ; wasm 0x85
    pop rbp
    ret

func[8] <homes>: ; 22 bytes, wasm 0x8a
    push rbp
    mov rbp, rsp
    mov r10d, ecx
    mov r9d, edx
    mov [rbx+r10], r9b                       ; wasm 0x8f
    mov [rbx+r10+2], r9w                     ; wasm 0x96
    pop rbp
    ret

func[9] <constants>: ; 79 bytes, wasm 0x9b
    push rbp
    mov rbp, rsp
    mov r10d, ecx
    mov dword ptr [rbx+r10], 0               ; wasm 0xa0
    mov byte ptr [rbx+r10+4], -1             ; wasm 0xa8
    mov word ptr [rbx+r10+6], -1             ; wasm 0xaf
    mov qword ptr [rbx+r10+8], -1            ; wasm 0xb6
    mov r11, 0x123456789abcdef
    mov [rbx+r10+0x10], r11                  ; wasm 0xc5
    mov dword ptr [rbx+r10+0x18], -0x40800000 ; wasm 0xcf
    mov r11, 0x3ff0000000000000
    mov [rbx+r10+0x20], r11                  ; wasm 0xdd
    pop rbp
    ret
