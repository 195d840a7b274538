; x86_64, 10 functions in 224 bytes of code

func[0] <i32>: ; 10 bytes, wasm 0x3a
    push rbp
    mov rbp, rsp
    mov [rbx+rcx+4], edx                     ; wasm 0x3f
    pop rbp
    ret

func[1] <i64>: ; 10 bytes, wasm 0x44
    push rbp
    mov rbp, rsp
    mov [rbx+rcx], rdx                       ; wasm 0x49
    pop rbp
    ret

func[2] <f32>: ; 11 bytes, wasm 0x4e
    push rbp
    mov rbp, rsp
    movss [rbx+rcx], xmm0                    ; wasm 0x53
    pop rbp
    ret

func[3] <f64>: ; 10 bytes, wasm 0x58
    push rbp
    mov rbp, rsp
    movlps [rbx+rcx], xmm0                   ; wasm 0x5d
    pop rbp
    ret

func[4] <i8>: ; 9 bytes, wasm 0x62
    push rbp
    mov rbp, rsp
    mov [rbx+rcx], dl                        ; wasm 0x67
    pop rbp
    ret

func[5] <i16>: ; 10 bytes, wasm 0x6c
    push rbp
    mov rbp, rsp
    mov [rbx+rcx], dx                        ; wasm 0x71
    pop rbp
    ret

func[6] <i64_8>: ; 9 bytes, wasm 0x76
    push rbp
    mov rbp, rsp
    mov [rbx+rcx], dl                        ; wasm 0x7b
    pop rbp
    ret

func[7] <i64_32>: ; 9 bytes, wasm 0x80
    push rbp
    mov rbp, rsp
    mov [rbx+rcx], edx                       ; wasm 0x85
    pop rbp
    ret

func[8] <homes>: ; 14 bytes, wasm 0x8a
    push rbp
    mov rbp, rsp
    mov [rbx+rcx], dl                        ; wasm 0x8f
    mov [rbx+rcx+2], dx                      ; wasm 0x96
    pop rbp
    ret

func[9] <constants>: ; 72 bytes, wasm 0x9b
    push rbp
    mov rbp, rsp
    mov dword ptr [rbx+rcx], 0               ; wasm 0xa0
    mov byte ptr [rbx+rcx+4], -1             ; wasm 0xa8
    mov word ptr [rbx+rcx+6], -1             ; wasm 0xaf
    mov qword ptr [rbx+rcx+8], -1            ; wasm 0xb6
    mov r11, 0x123456789abcdef
    mov [rbx+rcx+0x10], r11                  ; wasm 0xc5
    mov dword ptr [rbx+rcx+0x18], -0x40800000 ; wasm 0xcf
    mov r11, 0x3ff0000000000000
    mov [rbx+rcx+0x20], r11                  ; wasm 0xdd
    pop rbp
    ret
