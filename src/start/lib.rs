//! The start of an executable: what is linked with a module's object so that it needs nothing else, no libc
//! either.
//!
//! In the order in which it runs: `arch` has `_start`; `elf` applies the executable's own relocations and
//! says where things lie in its file; `program` grants what was to be granted, instantiates the module,
//! calls it, and ends the process. `memory` is the allocator, `arch` also has `memcpy` and its kin, which
//! the compiler takes for granted, `message` writes to standard error.
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
mod memory;
#[cfg(panic = "abort")]
mod message;
#[cfg(panic = "abort")]
mod program;
