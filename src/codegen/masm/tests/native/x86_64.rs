//! What the tests must know of x86-64: registers by role, how a snippet is entered and left, how a trap is caught.

#![allow(clippy::useless_conversion, reason = "dynasm! converts the numbers of registers")]

pub use super::super::x64::X64 as Native;
pub use super::super::x64::tests::disassembler::{check_decoding, listing};

use super::super::code_buffer::CodeBuffer;
use super::super::{Label, Masm, Reg, RegSet};
use super::harness::State;
use crate::Cpu;
use dynasmrt::{DynasmApi, dynasm};
use std::mem::offset_of;

/// General registers that may be operands, and P, which must not be among them.
pub const GENERAL: [Reg; 12] =
    [Reg(0), Reg(1), Reg(2), Reg(6), Reg(7), Reg(8), Reg(9), Reg(10), Reg(12), Reg(13), Reg(14), Reg(15)];
/// Float registers that may be operands.
pub const FLOATS: [Reg; 15] = {
    let (mut regs, mut n) = ([Reg(0); 15], 0);
    while n < regs.len() {
        regs[n] = Reg::float(n as u8);
        n += 1;
    }
    regs
};
pub const FRAME_POINTER: Reg = Reg(5);
const STACK_POINTER: Reg = Reg(4);

/// The registers that a snippet is given values in.
pub const ALL: RegSet = RegSet(0xffff_0000_ffff);
/// Those of them that it may change without saying so.
pub const SCRATCH: RegSet = RegSet::of(&[STACK_POINTER, Reg(11), Reg::float(15)]);
/// What a call changes besides.
pub const CHANGED_BY_CALLS: RegSet = RegSet(0);

/// Signals that traps are.
pub const SIGNALS: [libc::c_int; 3] = [libc::SIGILL, libc::SIGFPE, libc::SIGSEGV];

/// The processors to generate code for.
pub fn cpus() -> Vec<Cpu> {
    let v3 = std::is_x86_feature_detected!("bmi2") && std::is_x86_feature_detected!("lzcnt");
    if v3 { vec![Cpu::Baseline, Cpu::X86_64V3] } else { vec![Cpu::Baseline] }
}

/// A function of the C convention with three parameters: the state, a snippet's address and that of [`leave`]. Goes to the snippet with the state in all
/// registers. The stack pointer then points to the state's address, that of `leave` and that of the snippet.
pub fn enter(code: &mut CodeBuffer) {
    dynasm!(code ; .arch x64
        ; push rbx ; push rbp ; push r12 ; push r13 ; push r14 ; push r15
        ; push rsi ; push rdx ; push rdi
        ; mov [rdi + offset_of!(State, stack) as i32], rsp
    );
    for n in 0..16 {
        dynasm!(code ; .arch x64 ; movsd Rx(n), [rdi + State::offset(Reg::float(n))]);
    }
    for n in (0..16).filter(|&n| Reg(n) != STACK_POINTER && n != 7).chain([7]) {
        dynasm!(code ; .arch x64 ; mov Rq(n), [rdi + State::offset(Reg(n))]);
    }
    dynasm!(code ; .arch x64 ; jmp QWORD [rsp + 16]);
}

/// Goes to [`leave`].
pub fn exit(code: &mut CodeBuffer) {
    dynasm!(code ; .arch x64 ; jmp QWORD [rsp + 8]);
}

/// Writes all registers to the state, and returns from [`enter`].
pub fn leave(code: &mut CodeBuffer) {
    dynasm!(code ; .arch x64 ; push rax ; mov rax, [rsp + 8]);
    for n in 0..16 {
        dynasm!(code ; .arch x64 ; movsd [rax + State::offset(Reg::float(n))], Rx(n));
    }
    for n in (1..16).filter(|&n| Reg(n) != STACK_POINTER) {
        dynasm!(code ; .arch x64 ; mov [rax + State::offset(Reg(n))], Rq(n));
    }
    dynasm!(code ; .arch x64
        ; pop rcx ; mov [rax], rcx
        ; add rsp, 24
        ; pop r15 ; pop r14 ; pop r13 ; pop r12 ; pop rbp ; pop rbx
        ; ret
    );
}

/// Calls a place in the same function.
pub fn call_near(masm: &mut Native, target: Label) {
    let code = masm.code_mut();
    dynasm!(code ; .arch x64 ; .u8 0xe8 ; .u32 0);
    let from = code.len();
    code.fixup(from - 4, from, target, 0xff);
}

/// Moves the stack pointer.
pub fn move_stack(masm: &mut Native, bytes: i32) {
    dynasm!(masm.code_mut() ; .arch x64 ; add rsp, bytes);
}

/// The stack pointer.
pub fn copy_stack_pointer(masm: &mut Native, dst: Reg) {
    dynasm!(masm.code_mut() ; .arch x64 ; mov Rq(dst.0), rsp);
}

/// Undoes a prologue that has saved nothing.
pub fn drop_frame(masm: &mut Native) {
    dynasm!(masm.code_mut() ; .arch x64 ; mov rsp, rbp ; pop rbp);
}

/// Has an interrupted snippet go on elsewhere; returns where it was.
///
/// # Safety
///
/// `context` is what a signal handler gets as its third argument.
pub unsafe fn divert(context: *mut libc::c_void, to: u64, stack: u64) -> u64 {
    // SAFETY: it is a `ucontext_t`, says the caller.
    let context = unsafe { &mut *context.cast::<libc::ucontext_t>() };
    let regs = &mut context.uc_mcontext.gregs;
    let at = regs[libc::REG_RIP as usize] as u64;
    regs[libc::REG_RIP as usize] = to as i64;
    regs[libc::REG_RSP as usize] = stack as i64;
    at
}

/// Nothing to do: caches of instructions follow memory.
pub fn publish(_: &[u8]) {}
