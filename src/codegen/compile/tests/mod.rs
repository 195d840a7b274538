//! Tests of how functions are put together: calls that need veneers, functions that are emitted again.

mod merge;
mod reach;

use super::Chunk;
use super::merge::placed_len;
use crate::Cpu;
use crate::masm::tests::harness::{Batch, Executable, Expect, State};
use crate::masm::tests::native::{self, FRAME_POINTER, Native};
use crate::masm::{Masm, Mem, RegSet, Slot};

/// Where each function starts in text.
fn starts(chunks: &[Chunk]) -> Vec<u32> {
    let mut base = 0;
    let mut starts = Vec::new();
    for chunk in chunks {
        starts.extend(chunk.funcs.iter().map(|func| base + func.start));
        base += placed_len(chunk);
    }
    starts
}

/// Calls a function in text for this machine, of one integer, and compares its result. It must keep what functions keep.
fn check_call(text: &[u8], start: u32, arg: u64, expected: u64) {
    let regs = Native::REGS;
    let code = Executable::new(text);
    let mut state = State::new();
    let target = Slot(-8);
    *state.slot(target) = code.address() + u64::from(start);
    state.set(regs.params[0], arg);
    let homes: Vec<_> = regs.homes.iter().chain(regs.float_homes).map(|home| home.reg).collect();
    let kept = RegSet::of(&homes).or(RegSet::of(&[regs.pinned, FRAME_POINTER, regs.results[0]]));
    let mut batch = Batch::new(Cpu::Baseline);
    batch.ignore = native::ALL.minus(kept);
    batch.case(format!("f({arg:#x})"), state, &[Expect::Reg(regs.results[0], expected)], |masm| {
        masm.call_m(Mem::new(FRAME_POINTER, target.0));
    });
    batch.run();
}
