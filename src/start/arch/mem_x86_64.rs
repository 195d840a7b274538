//! `memcpy` and its kin for x86-64, in assembly, so that the compiler cannot turn one into a call of itself.
//!
//! Up to 128 bytes are loaded as a whole before anything is stored, by pairs of loads that overlap in the
//! middle, so one code serves `memcpy` and `memmove`. Beyond that: 64 bytes at a time with SSE2, and string
//! instructions from 2 KiB (copies of ranges apart) or 512 bytes (fills) on, where every processor since 2008
//! does whole cache lines with them; below, their start-up costs more than the loop.
//!
//! Their symbols are exported except in tests, where libc has them.

use core::arch::naked_asm;

/// C's `memcpy`, by way of `memmove`.
#[cfg_attr(not(test), unsafe(no_mangle))]
#[unsafe(naked)]
pub(super) unsafe extern "C" fn memcpy(to: *mut u8, from: *const u8, len: usize) -> *mut u8 {
    naked_asm!("jmp {}", sym memmove)
}

/// C's `memmove`.
#[cfg_attr(not(test), unsafe(no_mangle))]
#[unsafe(naked)]
pub(super) unsafe extern "C" fn memmove(to: *mut u8, from: *const u8, len: usize) -> *mut u8 {
    naked_asm!(
        "mov rax, rdi",
        "cmp rdx, 16",
        "jb 20f",
        "movups xmm0, [rsi]",
        "movups xmm1, [rsi + rdx - 16]",
        "cmp rdx, 32",
        "ja 2f",
        "movups [rdi], xmm0",
        "movups [rdi + rdx - 16], xmm1",
        "ret",
        "2:",
        "movups xmm2, [rsi + 16]",
        "movups xmm3, [rsi + rdx - 32]",
        "cmp rdx, 64",
        "ja 3f",
        "movups [rdi], xmm0",
        "movups [rdi + 16], xmm2",
        "movups [rdi + rdx - 32], xmm3",
        "movups [rdi + rdx - 16], xmm1",
        "ret",
        "3:",
        "movups xmm4, [rsi + 32]",
        "movups xmm5, [rsi + 48]",
        "movups xmm6, [rsi + rdx - 64]",
        "movups xmm7, [rsi + rdx - 48]",
        "cmp rdx, 128",
        "ja 4f",
        "movups [rdi], xmm0",
        "movups [rdi + 16], xmm2",
        "movups [rdi + 32], xmm4",
        "movups [rdi + 48], xmm5",
        "movups [rdi + rdx - 64], xmm6",
        "movups [rdi + rdx - 48], xmm7",
        "movups [rdi + rdx - 32], xmm3",
        "movups [rdi + rdx - 16], xmm1",
        "ret",
        // Both ends (first: 0 2 4 5, last: 6 7 3 1) are in registers; what is between goes in blocks. rcx:
        // distance from source to target.
        "4:",
        "mov rcx, rdi",
        "sub rcx, rsi",
        "cmp rcx, rdx",
        "jb 8f",
        "cmp rdx, 2048",
        "jb 5f",
        "neg rcx",
        "cmp rcx, rdx",
        "jae 7f",
        // Forwards: the last 64 bytes are stored at the end.
        "5:",
        "lea r8, [rdi + rdx - 64]",
        "6:",
        "movups xmm0, [rsi]",
        "movups xmm2, [rsi + 16]",
        "movups xmm4, [rsi + 32]",
        "movups xmm5, [rsi + 48]",
        "movups [rdi], xmm0",
        "movups [rdi + 16], xmm2",
        "movups [rdi + 32], xmm4",
        "movups [rdi + 48], xmm5",
        "add rsi, 64",
        "add rdi, 64",
        "cmp rdi, r8",
        "jb 6b",
        "movups [r8], xmm6",
        "movups [r8 + 16], xmm7",
        "movups [r8 + 32], xmm3",
        "movups [r8 + 48], xmm1",
        "ret",
        // Ranges that do not overlap.
        "7:",
        "lea r8, [rdi + rdx - 16]",
        "mov rcx, rdx",
        "shr rcx, 3",
        "rep movsq",
        "movups [r8], xmm1",
        "ret",
        // Backwards: the first 64 bytes are stored at the end.
        "8:",
        "lea r8, [rdi + 64]",
        "lea r9, [rsi + rdx]",
        "lea rcx, [rdi + rdx]",
        "9:",
        "movups xmm6, [r9 - 64]",
        "movups xmm7, [r9 - 48]",
        "movups xmm3, [r9 - 32]",
        "movups xmm1, [r9 - 16]",
        "movups [rcx - 64], xmm6",
        "movups [rcx - 48], xmm7",
        "movups [rcx - 32], xmm3",
        "movups [rcx - 16], xmm1",
        "sub r9, 64",
        "sub rcx, 64",
        "cmp rcx, r8",
        "ja 9b",
        "movups [rdi], xmm0",
        "movups [rdi + 16], xmm2",
        "movups [rdi + 32], xmm4",
        "movups [rdi + 48], xmm5",
        "ret",
        "20:",
        "cmp edx, 8",
        "jae 21f",
        "cmp edx, 4",
        "jae 22f",
        "cmp edx, 1",
        "ja 23f",
        "jb 24f",
        "movzx ecx, byte ptr [rsi]",
        "mov [rdi], cl",
        "24:",
        "ret",
        "21:",
        "mov rcx, [rsi]",
        "mov r8, [rsi + rdx - 8]",
        "mov [rdi], rcx",
        "mov [rdi + rdx - 8], r8",
        "ret",
        "22:",
        "mov ecx, [rsi]",
        "mov r8d, [rsi + rdx - 4]",
        "mov [rdi], ecx",
        "mov [rdi + rdx - 4], r8d",
        "ret",
        "23:",
        "movzx ecx, word ptr [rsi]",
        "movzx r8d, word ptr [rsi + rdx - 2]",
        "mov [rdi], cx",
        "mov [rdi + rdx - 2], r8w",
        "ret",
    )
}

/// C's `memset`.
#[cfg_attr(not(test), unsafe(no_mangle))]
#[unsafe(naked)]
pub(super) unsafe extern "C" fn memset(to: *mut u8, byte: i32, len: usize) -> *mut u8 {
    naked_asm!(
        "mov r8, rdi",
        "movzx esi, sil",
        "movabs rax, 0x0101010101010101",
        "imul rax, rsi",
        "cmp rdx, 16",
        "jb 20f",
        "cmp rdx, 512",
        "jae 4f",
        "movq xmm0, rax",
        "punpcklqdq xmm0, xmm0",
        "movups [rdi], xmm0",
        "movups [rdi + rdx - 16], xmm0",
        "lea rcx, [rdi + rdx - 16]",
        "2:",
        "add rdi, 16",
        "cmp rdi, rcx",
        "jae 3f",
        "movups [rdi], xmm0",
        "jmp 2b",
        "3:",
        "mov rax, r8",
        "ret",
        "4:",
        "mov [rdi + rdx - 8], rax",
        "mov rcx, rdx",
        "shr rcx, 3",
        "rep stosq",
        "mov rax, r8",
        "ret",
        "20:",
        "cmp edx, 8",
        "jae 21f",
        "cmp edx, 4",
        "jae 22f",
        "test edx, edx",
        "jz 3b",
        "mov [rdi], al",
        "mov [rdi + rdx - 1], al",
        "shr edx, 1",
        "mov [rdi + rdx], al",
        "jmp 3b",
        "21:",
        "mov [rdi], rax",
        "mov [rdi + rdx - 8], rax",
        "jmp 3b",
        "22:",
        "mov [rdi], eax",
        "mov [rdi + rdx - 4], eax",
        "jmp 3b",
    )
}

/// C's `memcmp`.
#[cfg_attr(not(test), unsafe(no_mangle))]
#[unsafe(naked)]
pub(super) unsafe extern "C" fn memcmp(a: *const u8, b: *const u8, len: usize) -> i32 {
    naked_asm!(
        "xor ecx, ecx",
        "2:",
        "lea r8, [rcx + 16]",
        "cmp r8, rdx",
        "ja 4f",
        "movups xmm0, [rdi + rcx]",
        "movups xmm1, [rsi + rcx]",
        "pcmpeqb xmm0, xmm1",
        "pmovmskb eax, xmm0",
        "xor eax, 0xffff",
        "jnz 3f",
        "mov rcx, r8",
        "jmp 2b",
        "3:",
        "bsf eax, eax",
        "add rcx, rax",
        "jmp 5f",
        "4:",
        "cmp rcx, rdx",
        "jae 6f",
        "movzx eax, byte ptr [rdi + rcx]",
        "cmp al, [rsi + rcx]",
        "jne 5f",
        "inc rcx",
        "jmp 4b",
        "5:",
        "movzx eax, byte ptr [rdi + rcx]",
        "movzx ecx, byte ptr [rsi + rcx]",
        "sub eax, ecx",
        "ret",
        "6:",
        "xor eax, eax",
        "ret",
    )
}

/// C's `bcmp`: like `memcmp`, without an order.
#[cfg_attr(not(test), unsafe(no_mangle))]
#[unsafe(naked)]
pub(super) unsafe extern "C" fn bcmp(a: *const u8, b: *const u8, len: usize) -> i32 {
    naked_asm!("jmp {}", sym memcmp)
}

/// C's `strlen`.
#[cfg_attr(not(test), unsafe(no_mangle))]
#[unsafe(naked)]
pub(super) unsafe extern "C" fn strlen(text: *const u8) -> usize {
    naked_asm!("xor eax, eax", "2:", "cmp byte ptr [rdi + rax], 0", "je 3f", "inc rax", "jmp 2b", "3:", "ret",)
}
