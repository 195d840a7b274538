//! Tests of what only AArch64 has: exact instructions, by immediates, addresses and distances. What the operations compute is tested with that of
//! the other ISAs.

pub mod disassembler;
