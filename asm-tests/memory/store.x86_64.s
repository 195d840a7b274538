; x86_64, 10 functions in 304 bytes of code

func[0] <i32>: ; 17 bytes, wasm 0x3a
    push rbp
    mov rbp, rsp
    mov r10d, ecx
    mov r9d, edx
    mov [rbx+r10+4], r9d                     ; wasm 0x3f
    pop rbp
    ret

func[1] <i64>: ; 16 bytes, wasm 0x44
    push rbp
    mov rbp, rsp
    mov r10d, ecx
    mov r9, rdx
    mov [rbx+r10], r9                        ; wasm 0x49
    pop rbp
    ret

func[2] <f32>: ; 18 bytes, wasm 0x4e
    push rbp
    mov rbp, rsp
    mov r10d, ecx
    movaps xmm7, xmm0
    movss [rbx+r10], xmm7                    ; wasm 0x53
    pop rbp
    ret

func[3] <f64>: ; 17 bytes, wasm 0x58
    push rbp
    mov rbp, rsp
    mov r10d, ecx
    movaps xmm7, xmm0
    movlps [rbx+r10], xmm7                   ; wasm 0x5d
    pop rbp
    ret

func[4] <i8>: ; 16 bytes, wasm 0x62
    push rbp
    mov rbp, rsp
    mov r10d, ecx
    mov r9d, edx
    mov [rbx+r10], r9b                       ; wasm 0x67
    pop rbp
    ret

func[5] <i16>: ; 17 bytes, wasm 0x6c
    push rbp
    mov rbp, rsp
    mov r10d, ecx
    mov r9d, edx
    mov [rbx+r10], r9w                       ; wasm 0x71
    pop rbp
    ret

func[6] <i64_8>: ; 16 bytes, wasm 0x76
    push rbp
    mov rbp, rsp
    mov r10d, ecx
    mov r9, rdx
    mov [rbx+r10], r9b                       ; wasm 0x7b
    pop rbp
    ret

func[7] <i64_32>: ; 16 bytes, wasm 0x80
    push rbp
    mov rbp, rsp
    mov r10d, ecx
    mov r9, rdx
    mov [rbx+r10], r9d                       ; wasm 0x85
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
