//! Beeline's code generator: WebAssembly bytes to machine code in one pass over each body.
//!
//! ```text
//!   bytes ── module/sections ──► Module (facts) and bodies
//!                                   │ chunks of bodies, in parallel (compile/mod)
//!                                   ▼
//!            module/validate: a body is found valid, FuncFacts are gathered on the way
//!                                   ▼
//!            compile/func, emit/*: one walk over its operators ── masm ──► machine code, sites
//!                                   │ in function order
//!                                   ▼
//!            compile/merge puts it together and patches calls, module/info writes the info blob ──► CompiledModule
//! ```
//!
//! A pure function of (bytes, options): no files, nothing of the operating system but memory and threads, the same bytes for any number of these.

mod compile;
mod error;
mod feature;
mod masm;
mod memory;
mod module;
mod output;
mod techniques;

pub use error::{Error, ErrorKind, Result};
pub use feature::Feature;
pub use memory::Buffer;
#[doc(hidden)]
pub use memory::map_large;
pub use output::{Arch, CodeLimit, CompiledModule, Cpu, FuncImport, Options, TextBuffer, Timings};
#[doc(hidden)]
pub use techniques::{Technique, Techniques};

/// Compiles a module.
///
/// # Errors
///
/// The module is malformed, invalid, needs an unsupported feature or exceeds a limit.
pub fn compile(bytes: &[u8], options: &Options) -> Result<CompiledModule> {
    let mut text = Buffer::default();
    let module = compile::compile(bytes, options, &mut text)?;
    Ok(CompiledModule { text, ..module })
}

/// Compiles a module as [`compile()`] does, but puts the machine code into `text`, which is empty; [`CompiledModule::text`] stays empty. For code that is to be
/// run in this process: it is made where it will be run, and not copied.
///
/// # Errors
///
/// As for [`compile()`], and when `text` cannot take the code.
pub fn compile_into(bytes: &[u8], options: &Options, text: &mut dyn TextBuffer) -> Result<CompiledModule> {
    compile::compile(bytes, options, text)
}

/// Validates a module: all that [`compile()`] would refuse, without emitting code.
///
/// # Errors
///
/// As for [`compile()`].
pub fn validate(bytes: &[u8], options: &Options) -> Result<()> {
    compile::validate_only(bytes, options)
}
