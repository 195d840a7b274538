; x86_64, 1 function in 208 bytes of code

func[0] <forward_and_back>: ; 199 bytes, wasm 0x1e
    push rbp
    mov rbp, rsp
    mov r10d, ecx
.L0:
    cmp r10d, 0x3e8
    ja .L1
    mov dword ptr [rbx+r10+0x100], 1         ; wasm 0x2f
    mov dword ptr [rbx+r10+0x200], 2         ; wasm 0x37
    mov dword ptr [rbx+r10+0x300], 3         ; wasm 0x3f
    mov dword ptr [rbx+r10+0x400], 4         ; wasm 0x47
    mov dword ptr [rbx+r10+0x500], 5         ; wasm 0x4f
    mov dword ptr [rbx+r10+0x600], 6         ; wasm 0x57
    mov dword ptr [rbx+r10+0x700], 7         ; wasm 0x5f
    mov dword ptr [rbx+r10+0x800], 8         ; wasm 0x67
    mov dword ptr [rbx+r10+0x900], 9         ; wasm 0x6f
    mov dword ptr [rbx+r10+0xa00], 0xa       ; wasm 0x77
    mov dword ptr [rbx+r10+0xb00], 0xb       ; wasm 0x7f
    mov dword ptr [rbx+r10+0xc00], 0xc       ; wasm 0x87
    mov dword ptr [rbx+r10+0xd00], 0xd       ; wasm 0x8f
    mov dword ptr [rbx+r10+0xe00], 0xe       ; wasm 0x97
    add r10d, 4
    jmp .L0
.L1:
    pop rbp
    ret
