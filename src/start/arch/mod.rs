//! What depends on the machine: `_start`, the end of the process, and the memory functions that compiled code
//! calls by name.

#[cfg(target_arch = "aarch64")]
mod aarch64;
#[cfg(target_arch = "aarch64")]
mod mem_aarch64;
#[cfg(target_arch = "x86_64")]
mod mem_x86_64;
#[cfg(target_arch = "x86_64")]
mod x86_64;

#[cfg(target_arch = "aarch64")]
pub(crate) use aarch64::*;
#[cfg(target_arch = "x86_64")]
pub(crate) use x86_64::*;
