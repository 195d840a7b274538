//! The start of an executable: what is linked with a module's object so that it needs nothing else, no libc
//! either.
//!
//! In the order in which it runs: `arch` has `_start`; `elf` applies the executable's own relocations and
//! says where things lie in its file; `program` hands the module and what the kernel has provided to the launcher
//! ([`beeline_launch`]), which `beeline run` uses as well, and ends the process; `file` is the executable's own
//! file. `memory` is the allocator, `arch` also has `memcpy` and its kin, which the compiler takes for granted,
//! `message` writes to standard error.
//!
//! It is built with the profile `runtime`, whose panics abort. With any other profile this crate is empty, so
//! that checks and tests of the whole workspace can build it as a part of programs that have a libc.
#![cfg_attr(panic = "abort", no_std)]

#[cfg(panic = "abort")]
extern crate alloc;

#[cfg(panic = "abort")]
mod arch;
#[cfg(panic = "abort")]
mod elf;
#[cfg(panic = "abort")]
mod file;
#[cfg(panic = "abort")]
mod memory;
#[cfg(panic = "abort")]
mod message;
#[cfg(panic = "abort")]
mod program;
