//! Beeline's code generator: WebAssembly bytes to machine code in one pass over each body.

pub mod error;
pub mod output;

pub use error::{Error, ErrorKind, Result};
pub use output::{Arch, CompiledModule, Cpu, FuncImport, Options, Timings};

/// Compiles a module.
///
/// # Errors
///
/// The module is malformed, invalid, needs an unsupported feature or exceeds a limit.
pub fn compile(bytes: &[u8], options: &Options) -> Result<CompiledModule> {
    let _ = (bytes, options);
    todo!()
}

/// Validates a module: all that [`compile`] would refuse, without emitting code.
///
/// # Errors
///
/// As for [`compile`].
pub fn validate(bytes: &[u8], options: &Options) -> Result<()> {
    let _ = (bytes, options);
    todo!()
}
