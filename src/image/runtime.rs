//! The objects of the runtime, which `build.rs` has compiled and which this library carries: executables are linked with them.

use crate::{Error, Result, Target};

mod embedded {
    include!(concat!(env!("OUT_DIR"), "/runtime.rs"));
}

/// The objects of the runtime for a target.
///
/// # Errors
///
/// This build of Beeline carries none for the target.
pub fn objects(target: Target) -> Result<&'static [&'static [u8]]> {
    let objects = match target {
        Target::X86_64Linux => embedded::X86_64_LINUX,
        Target::Aarch64Linux => embedded::AARCH64_LINUX,
    };
    if objects.is_empty() { Err(Error::NoRuntime(target.triple())) } else { Ok(objects) }
}

/// The targets that executables can be built for.
pub fn targets() -> impl Iterator<Item = Target> {
    Target::ALL.into_iter().filter(|&target| objects(target).is_ok())
}
