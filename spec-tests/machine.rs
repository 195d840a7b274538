//! This machine and others: what tests are compiled for, and how a program for some machine is run here.
//!
//! A program for another machine takes an emulator. Cargo's own variable `CARGO_TARGET_<TRIPLE>_RUNNER` names it, so that what runs the tests of a cross build also
//! runs the programs that these start; without the variable, it is qemu's user mode, if that is installed.

use beeline_codegen::Arch;
use std::ffi::OsStr;
use std::path::Path;
use std::process::{Command, Stdio};

/// The instruction sets that modules are compiled for.
pub const ARCHES: [Arch; 2] = [Arch::X86_64, Arch::Aarch64];

/// The instruction set of this machine, whose code is run.
pub const HOST: Arch = if cfg!(target_arch = "aarch64") { Arch::Aarch64 } else { Arch::X86_64 };

/// The target that executables for an instruction set are built for.
#[must_use]
pub const fn triple(arch: Arch) -> &'static str {
    match arch {
        Arch::X86_64 => "x86_64-unknown-linux-gnu",
        Arch::Aarch64 => "aarch64-unknown-linux-gnu",
    }
}

/// What Cargo runs programs of this instruction set with.
fn runner(arch: Arch) -> Option<String> {
    let triple = triple(arch).to_uppercase().replace('-', "_");
    std::env::var(format!("CARGO_TARGET_{triple}_RUNNER")).ok().filter(|runner| !runner.trim().is_empty())
}

/// Whether this machine is itself an emulated one, where everything takes ten times as long.
#[must_use]
pub fn emulated() -> bool {
    runner(HOST).is_some()
}

/// A command that runs a program of this instruction set, or the name of the emulator that is missing for it.
///
/// # Errors
///
/// The program is for another machine, and there is no emulator.
pub fn command(program: &Path, arch: Arch) -> Result<Command, String> {
    let with = |emulator: &str| {
        let mut words = emulator.split_whitespace();
        let mut command = Command::new(words.next().unwrap_or(emulator));
        command.args(words).arg(program);
        command
    };
    if let Some(runner) = runner(arch) {
        return Ok(with(&runner));
    }
    if arch == HOST {
        return Ok(Command::new(program));
    }
    let emulator = format!("qemu-{}", triple(arch).split('-').next().unwrap_or_default());
    let version =
        Command::new(&emulator).arg("--version").stdout(Stdio::null()).stderr(Stdio::null()).status();
    if version.is_ok_and(|status| status.success()) { Ok(with(&emulator)) } else { Err(emulator) }
}

/// This test program, to be run once more.
///
/// # Panics
///
/// The system does not say where it is.
#[must_use]
pub fn this_program() -> Command {
    let path = std::env::current_exe().expect("the system knows the path of this program");
    command(&path, HOST).unwrap_or_else(|_| Command::new(OsStr::new(&path)))
}
