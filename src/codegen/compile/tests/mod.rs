//! Tests of how functions are put together: calls that need veneers, functions that are emitted again.

mod merge;
mod reach;

use super::{Chunk, Merged};
use crate::Cpu;
use crate::error::Result;
use crate::masm::tests::harness::{Batch, Executable, Expect, State};
use crate::masm::tests::native::{self, FRAME_POINTER, Native};
use crate::masm::{Masm, Mem, RegSet, Slot};
use crate::memory::Buffer;

/// Merges chunks of a module whose first `imports` functions are imported.
fn merge<M: Masm>(imports: u32, chunks: &[Chunk], reach: u32) -> Result<(Buffer, Merged)> {
    let (mut text, mut merged) = (Buffer::default(), Merged::default());
    chunks.iter().try_for_each(|chunk| merged.append(chunk, M::PADDING, &mut text))?;
    merged.make_room::<M>(&mut text, imports, reach)?;
    merged.link::<M>(&mut text, imports, reach)?;
    Ok((text, merged))
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
