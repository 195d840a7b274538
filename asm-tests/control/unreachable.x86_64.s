; x86_64, 6 functions in 112 bytes of code

func[0] <trap>: ; 6 bytes, wasm 0x24
    push rbp
    mov rbp, rsp
    ud2                                      ; wasm 0x25 trap: wasm `unreachable` instruction executed

func[1] <after_br>: ; 8 bytes, wasm 0x28
    push rbp
    mov rbp, rsp
    mov eax, ecx
    pop rbp
    ret

func[2] <after_return>: ; 8 bytes, wasm 0x38
    push rbp
    mov rbp, rsp
    mov eax, ecx
    pop rbp
    ret

func[3] <both_arms_leave>: ; 22 bytes, wasm 0x48
    push rbp
    mov rbp, rsp
    test ecx, ecx
    je .L0
    mov eax, 1
    jmp .L1
.L0:
    mov eax, 2
.L1:
    pop rbp
    ret

func[4] <infinite_loop_then>: ; 6 bytes, wasm 0x59
    push rbp
    mov rbp, rsp
.L0:
    jmp .L0

func[5] <operands_left>: ; 12 bytes, wasm 0x63
    push rbp
    mov rbp, rsp
    lea edx, [rcx+1]
    add ecx, 2
    ud2                                      ; wasm 0x6e trap: wasm `unreachable` instruction executed
