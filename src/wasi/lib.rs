//! WASI preview 1 over Linux, sandboxed: `wasi_snapshot_preview1` and its predecessor `wasi_unstable`.
//!
//! A [`WasiCtx`] says what the guest is given; nothing else can be reached. From the outside in: [`glue`] is what generated code calls,
//! [`calls`] holds the functions, [`guest`] checks pointers and knows the structures in memory, [`fds`] the descriptors and their rights,
//! [`mod@path`] (and [`walk`], where the kernel cannot) keeps paths inside granted directories, [`readdir`] lists those, [`errno`] and
//! [`types`] hold the numbers of the interface.
//!
//! It makes system calls directly, without libc, for executables have none. What it expects of the process: SIGPIPE is ignored.
#![cfg_attr(not(test), no_std)]

extern crate alloc;

#[allow(
    clippy::too_many_arguments,
    clippy::missing_errors_doc,
    reason = "both are the interface's: any call can fail"
)]
#[forbid(unsafe_code)]
pub mod calls;
pub mod ctx;
#[forbid(unsafe_code)]
pub mod errno;
#[forbid(unsafe_code)]
pub mod fds;
pub mod glue;
pub mod guest;
pub mod path;
#[forbid(unsafe_code)]
pub mod readdir;
#[forbid(unsafe_code)]
pub mod strings;
#[forbid(unsafe_code)]
pub mod types;
#[forbid(unsafe_code)]
pub mod walk;

#[cfg(test)]
mod tests;

pub use ctx::{PreopenError, WasiCtx, occupy_streams};
pub use errno::Errno;
pub use glue::{Function, functions, host_functions};
pub use strings::Environ;
