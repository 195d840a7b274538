//! What the tests must know of AArch64: registers by role, how a snippet is entered and left, how a trap is caught.

#![allow(clippy::useless_conversion, reason = "dynasm! converts the numbers of registers")]

pub use super::super::arm64::Arm64 as Native;
pub use super::super::arm64::tests::disassembler::{check_decoding, listing};

use super::super::code_buffer::CodeBuffer;
use super::super::{Label, Masm, Reg, RegSet};
use super::harness::State;
use crate::Cpu;
use dynasmrt::{DynasmApi, dynasm};
use std::arch::asm;
use std::mem::offset_of;

/// General registers that may be operands, and P, which must not be among them. Fields take all registers alike, so that some of each role are enough.
pub const GENERAL: [Reg; 12] =
    [Reg(0), Reg(1), Reg(2), Reg(5), Reg(6), Reg(9), Reg(14), Reg(19), Reg(20), Reg(23), Reg(26), Reg(27)];
/// Float registers that may be operands.
pub const FLOATS: [Reg; 15] = {
    let (numbers, mut regs, mut n) = ([0, 1, 2, 3, 5, 7, 8, 9, 12, 15, 16, 20, 23, 28, 29], [Reg(0); 15], 0);
    while n < regs.len() {
        regs[n] = Reg::float(numbers[n]);
        n += 1;
    }
    regs
};
pub const FRAME_POINTER: Reg = Reg(29);

/// The registers that a snippet is given values in: all but x18, which is the platform's, and number 31, which is none.
pub const ALL: RegSet = RegSet(0xffff_ffff_7ffb_ffff);
/// Those of them that it may change without saying so.
pub const SCRATCH: RegSet = RegSet::of(&[Reg(16), Reg(17), Reg::float(30), Reg::float(31)]);
/// What a call changes besides: the link register.
pub const CHANGED_BY_CALLS: RegSet = RegSet::of(&[Reg(30)]);

/// Signals that traps are.
pub const SIGNALS: [libc::c_int; 3] = [libc::SIGILL, libc::SIGBUS, libc::SIGSEGV];

/// The processors to generate code for.
pub fn cpus() -> Vec<Cpu> {
    vec![Cpu::Baseline]
}

/// The callee-saved registers of the C convention, by pairs: numbers of general registers, then of float registers.
const SAVED: ([u8; 6], [u8; 4]) = ([19, 21, 23, 25, 27, 29], [8, 10, 12, 14]);

fn general() -> impl Iterator<Item = u8> {
    ALL.general().iter().map(Reg::code).filter(|&n| n > 1)
}

/// A function of the C convention with three parameters: the state, a snippet's address and that of [`leave`]. Goes to the snippet with the state in all
/// registers. The stack pointer then points to the state's address, that of `leave` and that of the snippet.
pub fn enter(code: &mut CodeBuffer) {
    for n in SAVED.0 {
        dynasm!(code ; .arch aarch64 ; stp X(n), X(n + 1), [sp, #-16]!);
    }
    for n in SAVED.1 {
        dynasm!(code ; .arch aarch64 ; stp D(n), D(n + 1), [sp, #-16]!);
    }
    dynasm!(code ; .arch aarch64
        ; stp x1, xzr, [sp, #-16]!
        ; stp x0, x2, [sp, #-16]!
        ; mov x3, sp
        ; str x3, [x0, offset_of!(State, stack) as u32]
    );
    for n in 0..32 {
        dynasm!(code ; .arch aarch64 ; ldr D(n), [x0, State::offset(Reg::float(n)) as u32]);
    }
    for n in general().filter(|&n| n != 16) {
        dynasm!(code ; .arch aarch64 ; ldr X(n), [x0, State::offset(Reg(n)) as u32]);
    }
    dynasm!(code ; .arch aarch64 ; ldr x16, [sp, #16] ; ldp x0, x1, [x0] ; br x16);
}

/// Goes to [`leave`].
pub fn exit(code: &mut CodeBuffer) {
    dynasm!(code ; .arch aarch64 ; ldr x16, [sp, #8] ; br x16);
}

/// Writes all registers to the state, and returns from [`enter`].
pub fn leave(code: &mut CodeBuffer) {
    dynasm!(code ; .arch aarch64 ; stp x0, x1, [sp, #-16]! ; ldr x0, [sp, #16]);
    for n in 0..32 {
        dynasm!(code ; .arch aarch64 ; str D(n), [x0, State::offset(Reg::float(n)) as u32]);
    }
    for n in general() {
        dynasm!(code ; .arch aarch64 ; str X(n), [x0, State::offset(Reg(n)) as u32]);
    }
    dynasm!(code ; .arch aarch64 ; ldp x2, x3, [sp], #48 ; stp x2, x3, [x0]);
    for n in SAVED.1.into_iter().rev() {
        dynasm!(code ; .arch aarch64 ; ldp D(n), D(n + 1), [sp], #16);
    }
    for n in SAVED.0.into_iter().rev() {
        dynasm!(code ; .arch aarch64 ; ldp X(n), X(n + 1), [sp], #16);
    }
    dynasm!(code ; .arch aarch64 ; ret);
}

/// Calls a place in the same function.
pub fn call_near(masm: &mut Native, target: Label) {
    // The place behind the jump.
    dynasm!(masm.code_mut() ; .arch aarch64 ; adr x30, #8);
    masm.jump(target);
}

/// Moves the stack pointer.
pub fn move_stack(masm: &mut Native, bytes: i32) {
    let by = bytes.unsigned_abs();
    if bytes < 0 {
        dynasm!(masm.code_mut() ; .arch aarch64 ; sub sp, sp, by);
    } else {
        dynasm!(masm.code_mut() ; .arch aarch64 ; add sp, sp, by);
    }
}

/// The stack pointer.
pub fn copy_stack_pointer(masm: &mut Native, dst: Reg) {
    dynasm!(masm.code_mut() ; .arch aarch64 ; mov XSP(dst.0), sp);
}

/// Undoes a prologue that has saved nothing.
pub fn drop_frame(masm: &mut Native) {
    dynasm!(masm.code_mut() ; .arch aarch64 ; mov sp, x29 ; ldp x29, x30, [sp], #16);
}

/// Has an interrupted snippet go on elsewhere; returns where it was.
///
/// # Safety
///
/// `context` is what a signal handler gets as its third argument.
pub unsafe fn divert(context: *mut libc::c_void, to: u64, stack: u64) -> u64 {
    // SAFETY: it is a `ucontext_t`, says the caller.
    let context = unsafe { &mut *context.cast::<libc::ucontext_t>() };
    let at = std::mem::replace(&mut context.uc_mcontext.pc, to);
    context.uc_mcontext.sp = stack;
    at
}

/// Makes bytes that have been written visible to the processor as instructions (Arm ARM, B2.4.4), by steps that are no longer than a cache line.
pub fn publish(code: &[u8]) {
    let lines = || code.chunks(16).map(<[u8]>::as_ptr);
    // SAFETY: cache maintenance of readable bytes, and barriers, change no memory.
    unsafe {
        for line in lines() {
            asm!("dc cvau, {}", in(reg) line, options(nostack, preserves_flags));
        }
        asm!("dsb ish", options(nostack, preserves_flags));
        for line in lines() {
            asm!("ic ivau, {}", in(reg) line, options(nostack, preserves_flags));
        }
        asm!("dsb ish", "isb", options(nostack, preserves_flags));
    }
}
