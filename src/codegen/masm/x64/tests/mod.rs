//! Tests of what only x86-64 has: exact instructions and their lengths, short jumps, the red zone. What the operations compute is tested with
//! that of the other ISAs.

pub mod disassembler;
mod jumps;
mod listing;
