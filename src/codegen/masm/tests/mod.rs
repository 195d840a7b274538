//! Tests of the macro assemblers: emitted code is decoded by another tool, and run on the machine that the tests run on.
//!
//! [`harness`] runs snippets and compares all registers and slots with what they should be; [`model`] says what the operations mean; the
//! other files go through operations, registers and edge values, whatever the machine is. What they must know of it is in [`native`]. Tests of what only one
//! ISA has are with that ISA, above all exact instructions, which need no machine to run on.

mod compare;
mod control;
mod float;
pub mod harness;
mod int;
mod memory;
mod model;
#[cfg_attr(target_arch = "x86_64", path = "native/x86_64.rs")]
#[cfg_attr(target_arch = "aarch64", path = "native/aarch64.rs")]
pub mod native;
mod random;

use super::{Masm, Reach};
use crate::Cpu;

/// Every reach. ISAs whose branches reach everything emit the same for all of them.
pub const REACHES: [Reach; 3] = [Reach::Short, Reach::Near, Reach::Far];

/// The code of one function that consists of what `emit` emits, stubs and all, without alignment.
pub fn emitted<M: Masm>(cpu: Cpu, reach: Reach, emit: impl FnOnce(&mut M)) -> M {
    let mut masm = M::new(cpu);
    masm.begin_function(reach);
    masm.code_mut().begin_function(0);
    emit(&mut masm);
    masm.end_function();
    assert!(!masm.code().overflowed());
    masm
}
