//! The launcher: from grants and a command line to a running guest, and from what became of it to an exit
//! status and a message. Executables and `beeline run` have the same one, so that a program does the same
//! either way.
//!
//! In the order in which it runs: `entry` finds the function to call and its arguments, `context` grants what
//! is to be granted, `imports` provides host functions, [`launch`] instantiates and calls, `values` reads and
//! prints values where the entry has any, `text` makes the messages.
//!
//! It is `no_std` and calls no libc, for executables have neither. It does not print messages: whoever
//! launches does, an executable as they are and the command with colours.
#![cfg_attr(not(test), no_std)]

extern crate alloc;

mod context;
mod entry;
mod imports;
mod program;
mod text;
mod values;

pub use program::{Ended, Program, launch};
pub use text::{FAILED, TRAPPED, Text};
pub use values::{Values, beeline_launch_values};
