//! `memcpy` and its kin for AArch64, in assembly, so that the compiler cannot turn one into a call of itself.
//!
//! Up to 128 bytes are loaded as a whole before anything is stored, by pairs of loads that overlap in the
//! middle, so one code serves `memcpy` and `memmove`. Beyond that: 64 bytes at a time, in two pairs of vector
//! registers, the target aligned to 16 bytes. `dc zva`, which clears whole cache lines, is not used: it may be
//! forbidden, and its size varies.
//!
//! Their symbols are exported except in tests, where libc has them.

use core::arch::naked_asm;

/// C's `memcpy`, by way of `memmove`.
#[cfg_attr(not(test), unsafe(no_mangle))]
#[unsafe(naked)]
pub(super) unsafe extern "C" fn memcpy(to: *mut u8, from: *const u8, len: usize) -> *mut u8 {
    naked_asm!("b {}", sym memmove)
}

/// C's `memmove`.
#[cfg_attr(not(test), unsafe(no_mangle))]
#[unsafe(naked)]
pub(super) unsafe extern "C" fn memmove(to: *mut u8, from: *const u8, len: usize) -> *mut u8 {
    naked_asm!(
        // x4, x5: ends of source and target.
        "add x4, x1, x2",
        "add x5, x0, x2",
        "cmp x2, #16",
        "b.lo 20f",
        "ldr q0, [x1]",
        "ldur q1, [x4, #-16]",
        "cmp x2, #32",
        "b.hi 2f",
        "str q0, [x0]",
        "stur q1, [x5, #-16]",
        "ret",
        "2:",
        "ldr q2, [x1, #16]",
        "ldur q3, [x4, #-32]",
        "cmp x2, #64",
        "b.hi 3f",
        "stp q0, q2, [x0]",
        "stp q3, q1, [x5, #-32]",
        "ret",
        "3:",
        "ldp q4, q5, [x1, #32]",
        "ldp q6, q7, [x4, #-64]",
        "cmp x2, #128",
        "b.hi 4f",
        "stp q0, q2, [x0]",
        "stp q4, q5, [x0, #32]",
        "stp q6, q7, [x5, #-64]",
        "stp q3, q1, [x5, #-32]",
        "ret",
        // Both ends (first: 0 2 4 5, last: 6 7 3 1) are in registers; what is between goes in blocks, which start
        // at a multiple of 16 in the target.
        "4:",
        "sub x3, x0, x1",
        "cmp x3, x2",
        "b.lo 8f",
        // Forwards: the first 16 and the last 64 bytes are stored at the end.
        "and x3, x0, #15",
        "sub x1, x1, x3",
        "sub x6, x0, x3",
        "sub x5, x5, #64",
        "add x1, x1, #16",
        "add x6, x6, #16",
        "6:",
        "ldp q16, q17, [x1]",
        "ldp q18, q19, [x1, #32]",
        "add x1, x1, #64",
        "stp q16, q17, [x6]",
        "stp q18, q19, [x6, #32]",
        "add x6, x6, #64",
        "cmp x6, x5",
        "b.lo 6b",
        "str q0, [x0]",
        "stp q6, q7, [x5]",
        "stp q3, q1, [x5, #32]",
        "ret",
        // Backwards: the last 16 and the first 64 bytes are stored at the end.
        "8:",
        "and x3, x5, #15",
        "sub x4, x4, x3",
        "sub x6, x5, x3",
        "add x3, x0, #64",
        "9:",
        "ldp q16, q17, [x4, #-32]",
        "ldp q18, q19, [x4, #-64]",
        "sub x4, x4, #64",
        "stp q16, q17, [x6, #-32]",
        "stp q18, q19, [x6, #-64]",
        "sub x6, x6, #64",
        "cmp x6, x3",
        "b.hi 9b",
        "stur q1, [x5, #-16]",
        "stp q0, q2, [x0]",
        "stp q4, q5, [x0, #32]",
        "ret",
        "20:",
        "tbnz x2, #3, 21f",
        "tbnz x2, #2, 22f",
        "cbz x2, 24f",
        // One to three bytes: the first, the middle one, the last.
        "lsr x3, x2, #1",
        "ldrb w6, [x1]",
        "ldrb w7, [x1, x3]",
        "ldurb w8, [x4, #-1]",
        "strb w6, [x0]",
        "strb w7, [x0, x3]",
        "sturb w8, [x5, #-1]",
        "24:",
        "ret",
        "21:",
        "ldr x6, [x1]",
        "ldur x7, [x4, #-8]",
        "str x6, [x0]",
        "stur x7, [x5, #-8]",
        "ret",
        "22:",
        "ldr w6, [x1]",
        "ldur w7, [x4, #-4]",
        "str w6, [x0]",
        "stur w7, [x5, #-4]",
        "ret",
    )
}

/// C's `memset`.
#[cfg_attr(not(test), unsafe(no_mangle))]
#[unsafe(naked)]
pub(super) unsafe extern "C" fn memset(to: *mut u8, byte: i32, len: usize) -> *mut u8 {
    naked_asm!(
        "dup v0.16b, w1",
        "add x4, x0, x2",
        "cmp x2, #16",
        "b.lo 20f",
        "str q0, [x0]",
        "stur q0, [x4, #-16]",
        "cmp x2, #32",
        "b.ls 4f",
        "str q0, [x0, #16]",
        "stur q0, [x4, #-32]",
        "cmp x2, #64",
        "b.ls 4f",
        // The first 16 bytes are done; the last 64 are stored at the end.
        "and x3, x0, #-16",
        "add x3, x3, #16",
        "sub x4, x4, #64",
        "cmp x3, x4",
        "b.hs 3f",
        "2:",
        "stp q0, q0, [x3]",
        "stp q0, q0, [x3, #32]",
        "add x3, x3, #64",
        "cmp x3, x4",
        "b.lo 2b",
        "3:",
        "stp q0, q0, [x4]",
        "stp q0, q0, [x4, #32]",
        "4:",
        "ret",
        "20:",
        "fmov x3, d0",
        "tbnz x2, #3, 21f",
        "tbnz x2, #2, 22f",
        "cbz x2, 4b",
        "lsr x5, x2, #1",
        "strb w3, [x0]",
        "strb w3, [x0, x5]",
        "sturb w3, [x4, #-1]",
        "ret",
        "21:",
        "str x3, [x0]",
        "stur x3, [x4, #-8]",
        "ret",
        "22:",
        "str w3, [x0]",
        "stur w3, [x4, #-4]",
        "ret",
    )
}

/// C's `memcmp`.
#[cfg_attr(not(test), unsafe(no_mangle))]
#[unsafe(naked)]
pub(super) unsafe extern "C" fn memcmp(a: *const u8, b: *const u8, len: usize) -> i32 {
    naked_asm!(
        "2:",
        "cmp x2, #16",
        "b.lo 4f",
        "ldp x3, x5, [x0], #16",
        "ldp x4, x6, [x1], #16",
        "sub x2, x2, #16",
        "cmp x3, x4",
        "b.ne 3f",
        "mov x3, x5",
        "mov x4, x6",
        "cmp x3, x4",
        "b.eq 2b",
        // The lowest address decides: it has to be the highest byte.
        "3:",
        "rev x3, x3",
        "rev x4, x4",
        "cmp x3, x4",
        "mov w0, #1",
        "cneg w0, w0, lo",
        "ret",
        "4:",
        "tbz x2, #3, 5f",
        "ldr x3, [x0], #8",
        "ldr x4, [x1], #8",
        "sub x2, x2, #8",
        "cmp x3, x4",
        "b.ne 3b",
        "5:",
        "cbz x2, 6f",
        "ldrb w3, [x0], #1",
        "ldrb w4, [x1], #1",
        "sub x2, x2, #1",
        "cmp w3, w4",
        "b.eq 5b",
        "sub w0, w3, w4",
        "ret",
        "6:",
        "mov w0, #0",
        "ret",
    )
}

/// C's `bcmp`: like `memcmp`, without an order.
#[cfg_attr(not(test), unsafe(no_mangle))]
#[unsafe(naked)]
pub(super) unsafe extern "C" fn bcmp(a: *const u8, b: *const u8, len: usize) -> i32 {
    naked_asm!("b {}", sym memcmp)
}

/// C's `strlen`.
#[cfg_attr(not(test), unsafe(no_mangle))]
#[unsafe(naked)]
pub(super) unsafe extern "C" fn strlen(text: *const u8) -> usize {
    naked_asm!(
        "mov x1, x0",
        "2:",
        "ldrb w2, [x1], #1",
        "cbnz w2, 2b",
        "sub x0, x1, x0",
        "sub x0, x0, #1",
        "ret"
    )
}
