//! The functions of WASI, typed: each takes the context, the guest's memory and the parameters as the guest passed them, and answers an
//! error number or has written its results to the memory. [`crate::glue`] gives them the form that generated code calls.
//!
//! Where the result goes is checked before anything is done, so that a bad pointer has no effect.

pub mod clock;
pub mod dir;
pub mod fd;
pub mod io;
pub mod path;
pub mod poll;
pub mod process;
pub mod sock;
pub mod toolchain;
