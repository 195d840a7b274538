//! Tests of what only AArch64 has: exact instructions, by immediates, addresses and distances. What the operations compute is tested with that of
//! the other ISAs.

mod addresses;
pub mod disassembler;
mod frames;
mod jumps;
mod listing;

use super::Arm64;
use crate::Cpu;
use crate::masm::tests::emitted;
use crate::masm::{Masm, Reach, Reg};

/// One function of what `emit` emits, for jumps of this reach. All of it must be valid, but for jump tables.
fn function(reach: Reach, emit: impl FnOnce(&mut Arm64)) -> Arm64 {
    let masm: Arm64 = emitted(Cpu::Baseline, reach, emit);
    disassembler::check_decoding("function", instructions(&masm));
    masm
}

/// The code without jump tables.
fn instructions(masm: &Arm64) -> &[u8] {
    let code = masm.code();
    &code.bytes()[..(code.len() - code.table_bytes) as usize]
}

/// What `emit` emits, listed in one line.
fn listed(reach: Reach, emit: impl FnOnce(&mut Arm64)) -> String {
    disassembler::listing(instructions(&function(reach, emit))).trim_end().replace('\n', "; ")
}

#[track_caller]
fn check(emit: impl FnOnce(&mut Arm64), expected: &str) {
    assert_eq!(listed(Reach::Short, emit), expected);
}

const X0: Reg = Reg(0);
const X1: Reg = Reg(1);
const X2: Reg = Reg(2);
const X3: Reg = Reg(3);
const P: Reg = Arm64::REGS.pinned;
const D0: Reg = Reg::float(0);
const D1: Reg = Reg::float(1);
const D2: Reg = Reg::float(2);
