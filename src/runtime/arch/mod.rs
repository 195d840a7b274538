//! What depends on the machine: thunks between host and guest, the layout of signal contexts, system calls
//! that rustix does not have.

#[cfg(target_arch = "x86_64")]
mod x86_64;
#[cfg(target_arch = "x86_64")]
pub(crate) use x86_64::*;

#[cfg(not(target_arch = "x86_64"))]
compile_error!("Beeline's runtime does not know this architecture");

/// The registers of an interrupted guest that traps look at.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Registers {
    /// The instruction.
    pub pc: usize,
    /// Stack pointer.
    pub sp: usize,
    /// Frame pointer.
    pub fp: usize,
}

/// A libcall's results: its value, and the number of a trap code or 0.
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub(crate) struct Outcome {
    /// What generated code gets.
    pub value: u64,
    /// Nonzero to unwind.
    pub trap: u64,
}
