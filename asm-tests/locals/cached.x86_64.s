; x86_64, 13 functions in 496 bytes of code

func[0] <f>: ; 6 bytes, wasm 0x3d
    push rbp
    mov rbp, rsp
    pop rbp
    ret

func[1] <g>: ; 11 bytes, wasm 0x40
    push rbp
    mov rbp, rsp
    mov eax, 1
    pop rbp
    ret

func[2] <last_read>: ; 29 bytes, wasm 0x45
    push rbp
    mov rbp, rsp
    sub rsp, 0x10
    call func[0] <f>                         ; wasm 0x48 call
    mov ecx, 1
    call func[0] <f>                         ; wasm 0x4c call
    add rsp, 0x10
    pop rbp
    ret

func[3] <call>: ; 25 bytes, wasm 0x50
    push rbp
    mov rbp, rsp
    sub rsp, 0x10
    mov [rbp-8], ecx
    call func[0] <f>                         ; wasm 0x53 call
    mov eax, [rbp-8]
    add rsp, 0x10
    pop rbp
    ret

func[4] <alias>: ; 25 bytes, wasm 0x59
    push rbp
    mov rbp, rsp
    sub rsp, 0x20
    mov [rbp-8], ecx
    call func[1] <g>                         ; wasm 0x5c call
    add eax, [rbp-8]
    add rsp, 0x20
    pop rbp
    ret

func[5] <overwritten>: ; 39 bytes, wasm 0x61
    push rbp
    mov rbp, rsp
    sub rsp, 0x20
    mov [rbp-8], ecx
    mov ecx, 1
    call func[0] <f>                         ; wasm 0x64 call
    call func[1] <g>                         ; wasm 0x68 call
    mov ecx, [rbp-8]
    sub ecx, eax
    mov eax, ecx
    add rsp, 0x20
    pop rbp
    ret

func[6] <branch>: ; 65 bytes, wasm 0x71
    push rbp
    mov rbp, rsp
    sub rsp, 0x20
    mov [rbp-8], ecx
    mov ecx, 1
    call func[0] <f>                         ; wasm 0x76 call
    mov ecx, [rbp-8]
    movsd xmm0, [rbx+rcx]                    ; wasm 0x7c
    xorps xmm1, xmm1
    movlps [rbp-0x10], xmm0
    ucomisd xmm0, xmm1
    jp .L0
    je .L1
.L0:
    mov ecx, 2
    call func[0] <f>                         ; wasm 0x91 call
.L1:
    movsd xmm0, [rbp-0x10]
    add rsp, 0x20
    pop rbp
    ret

func[7] <dead_at_label>: ; 50 bytes, wasm 0x98
    push rbp
    mov rbp, rsp
    sub rsp, 0x20
    mov [rbp-8], ecx
    mov ecx, 1
    call func[0] <f>                         ; wasm 0x9d call
    mov ecx, [rbp-8]
    movsd xmm0, [rbx+rcx]                    ; wasm 0xa3
    xorps xmm1, xmm1
    ucomisd xmm0, xmm1
    jp .L0
    je .L1
.L0:
    movlps [rbx+8], xmm0                     ; wasm 0xba
.L1:
    add rsp, 0x20
    pop rbp
    ret

func[8] <loop>: ; 44 bytes, wasm 0xc0
    push rbp
    mov rbp, rsp
    push rsi
    push rdi
    sub rsp, 0x10
    mov edi, ecx
    xor esi, esi
    mov ecx, 1
    call func[0] <f>                         ; wasm 0xc5 call
.L0:
    mov [rbx+rdi], esi                       ; wasm 0xcd
    mov esi, [rbx+rdi+4]                     ; wasm 0xd2
    cmp esi, 0x64
    jb .L0
    add rsp, 0x10
    pop rdi
    pop rsi
    pop rbp
    ret

func[9] <arms>: ; 63 bytes, wasm 0xe2
    push rbp
    mov rbp, rsp
    sub rsp, 0x20
    mov [rbp-8], ecx
    mov ecx, 1
    call func[0] <f>                         ; wasm 0xe7 call
    mov ecx, [rbp-8]
    movsd xmm0, [rbx+rcx]                    ; wasm 0xeb
    cmp dword ptr [rbp-8], 0
    je .L0
    xorps xmm1, xmm1
    sqrtsd xmm1, xmm0
    movaps xmm0, xmm1
    jmp .L1
.L0:
    psllq xmm0, 1
    psrlq xmm0, 1
.L1:
    add rsp, 0x20
    pop rbp
    ret

func[10] <never_read>: ; 6 bytes, wasm 0xfe
    push rbp
    mov rbp, rsp
    pop rbp
    ret

func[11] <shift>: ; 12 bytes, wasm 0x107
    push rbp
    mov rbp, rsp
    mov edx, ecx
    shl edx, cl
    mov eax, edx
    pop rbp
    ret

func[12] <divide>: ; 22 bytes, wasm 0x10f
    push rbp
    mov rbp, rsp
    mov r8d, edx
    mov r9d, edx
    mov eax, ecx
    xor edx, edx
    div r8d                                  ; wasm 0x114 trap: integer divide by zero
    sub eax, r9d
    pop rbp
    ret
