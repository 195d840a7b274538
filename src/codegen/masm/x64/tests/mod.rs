//! Tests of the macro assembler: emitted code is decoded by another tool, and run.
//!
//! [`harness`] runs snippets and compares all registers and slots with what they should be; [`model`] says what the operations mean; the
//! other files go through operations, registers and edge values.

mod compare;
mod control;
mod float;
mod harness;
mod int;
mod listing;
mod memory;
mod model;
mod random;
