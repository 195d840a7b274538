// The guest of `guest.rs` for x86-64. Slots below P by the layout in `common`: import 0 at 64, import 1 at 80;
// libcall n at 136 + 8 n.

    .balign 64
hand_text:
// spread(i64 x7, f64 x9, i32) -> (i64, f64, i64, f64, i64, f64): stack slots 0 = seventh i64, 1 = ninth
// f64, 2 = i32, then results 3, 4.
hand_spread:
    push rbp
    mov rbp, rsp
    sub rcx, rdx
    add rcx, rax
    add rcx, r8
    add rcx, r9
    add rcx, r10
    mov rax, rcx
    mov rdx, [rbp + 16]
    mov ecx, [rbp + 32]
    mov [rbp + 40], rcx
    addsd xmm0, xmm7
    movsd xmm1, [rbp + 24]
    subsd xmm1, xmm0
    movsd [rbp + 48], xmm1
    pop rbp
    ret
hand_spread_end:
// host(i32) -> i32: calls import 0 with everything the guest keeps filled in, and checks it afterwards;
// adds 1000 per register lost.
hand_host:
    push rbp
    mov rbp, rsp
    push rbx
    push r12
    push r13
    push r14
    push r15
    sub rsp, 8
    mov esi, 11
    mov edi, 12
    mov r12d, 13
    mov r13d, 14
    mov r14d, 15
    mov r15d, 16
    movq xmm8, rsi
    movq xmm9, rdi
    movq xmm10, r12
    movq xmm14, r13
    mov r11, rbx
    mov rbx, [r11 - 64 + 8]
    call [r11 - 64]
hand_host_site:
    mov rbx, [rbp - 8]
    xor r8d, r8d
    cmp rsi, 11
    jne 2f
    cmp rdi, 12
    jne 2f
    cmp r12, 13
    jne 2f
    cmp r13, 14
    jne 2f
    cmp r14, 15
    jne 2f
    cmp r15, 16
    jne 2f
    movq rcx, xmm8
    cmp rcx, 11
    jne 2f
    movq rcx, xmm9
    cmp rcx, 12
    jne 2f
    movq rcx, xmm10
    cmp rcx, 13
    jne 2f
    movq rcx, xmm14
    cmp rcx, 14
    jne 2f
    jmp 3f
    2: add eax, 1000
    3: add rsp, 8
    pop r15
    pop r14
    pop r13
    pop r12
    pop rbx
    pop rbp
    ret
hand_host_end:
// many(i64, f32, then eight f64, i64 x6) -> (f32, i64, i64, i64): passes its parameters on to import 1
// and returns what that returns. Parameters use five stack slots: ninth and tenth float... see the test;
// results use one.
hand_many:
    push rbp
    mov rbp, rsp
    push rbx
    sub rsp, 40
    mov r11, [rbp + 16]
    mov [rsp], r11
    mov r11, [rbp + 24]
    mov [rsp + 8], r11
    mov r11, rbx
    mov rbx, [r11 - 80 + 8]
    call [r11 - 80]
hand_many_site:
    mov rbx, [rsp + 16]
    mov [rbp + 32], rbx
    mov rbx, [rbp - 8]
    lea rsp, [rbp - 8]
    pop rbx
    pop rbp
    ret
hand_many_end:
// load(i32) -> i32
hand_load:
    push rbp
    mov rbp, rsp
hand_load_site:
    mov eax, [rbx + rcx]
    pop rbp
    ret
hand_load_end:
// div(i32, i32) -> i32
hand_div:
    push rbp
    mov rbp, rsp
    mov eax, ecx
    mov ecx, edx
    cdq
hand_div_site:
    idiv ecx
    pop rbp
    ret
hand_div_end:
// unreachable()
hand_unreachable:
    push rbp
    mov rbp, rsp
hand_unreachable_site:
    ud2
hand_unreachable_end:
// outer(): calls unreachable
hand_outer:
    push rbp
    mov rbp, rsp
    call hand_unreachable
hand_outer_site:
    pop rbp
    ret
hand_outer_end:
// recurse(): for ever
hand_recurse:
    push rbp
    mov rbp, rsp
    sub rsp, 16
    call hand_recurse
hand_recurse_site:
    add rsp, 16
    pop rbp
    ret
hand_recurse_end:
// grow(i64) -> i64: memory.grow of memory 0, keeping what is to be kept
hand_grow:
    push rbp
    mov rbp, rsp
    push rsi
    push rdi
    mov rsi, 77
    mov rdi, 88
    movq xmm12, rsi
    mov rdx, rcx
    xor ecx, ecx
    call [rbx - 136]
hand_grow_site:
    cmp rsi, 77
    jne 2f
    cmp rdi, 88
    jne 2f
    movq rcx, xmm12
    cmp rcx, 77
    jne 2f
    jmp 3f
    2: mov eax, 1000
    3: pop rdi
    pop rsi
    pop rbp
    ret
hand_grow_end:
// copy(i64 dst, i64 src, i64 len): memory.copy within memory 0
hand_copy:
    push rbp
    mov rbp, rsp
    mov r8, rdx
    mov r9, rax
    mov rax, rcx
    xor ecx, ecx
    xor edx, edx
    call [rbx - 144]
hand_copy_site:
    pop rbp
    ret
hand_copy_end:
// bare(): traps with its first instruction
hand_bare:
    ud2
hand_bare_end:
// over(): calls bare
hand_over:
    push rbp
    mov rbp, rsp
    call hand_bare
hand_over_site:
    pop rbp
    ret
hand_over_end:
// near(i64 room): waits near the end of the stack, `room` bytes above it, until memory 0 starts with something
// else than 0
hand_near:
    push rbp
    mov rbp, rsp
    mov rsp, [rbx - 40]
    add rsp, rcx
    and rsp, -16
    2: pause
    cmp dword ptr [rbx], 0
    je 2b
    mov rsp, rbp
    pop rbp
    ret
hand_near_end:
// wild(i64 address) -> i32: what is no access to a memory
hand_wild:
    push rbp
    mov rbp, rsp
hand_wild_site:
    mov eax, [rcx]
    pop rbp
    ret
hand_wild_end:
