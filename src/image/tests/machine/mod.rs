//! Programs of any target on the machine at hand: they are started directly where the kernel takes them, else by the emulator of their
//! ISA. A test that was itself compiled for another ISA runs under an emulator, which starts other programs as the kernel would: not
//! even its own kind.

#![allow(dead_code, reason = "each test program uses its part")]

use beeline_image::Target;
use std::fs::OpenOptions;
use std::io::Write;
use std::path::Path;
use std::process::Command;
use std::sync::OnceLock;

/// The name of a target's ISA.
pub fn isa(target: Target) -> &'static str {
    target.triple().split('-').next().unwrap_or_default()
}

/// The ISA of the kernel. `uname` is a program of the kernel's own ISA, so it is not an emulator that answers.
pub fn kernel() -> &'static str {
    static KERNEL: OnceLock<String> = OnceLock::new();
    KERNEL.get_or_init(|| {
        let output = Command::new("uname").arg("-m").output();
        output.map_or_else(
            |_| std::env::consts::ARCH.into(),
            |output| String::from_utf8_lossy(&output.stdout).trim().into(),
        )
    })
}

/// Whether this program runs under an emulator. Of those, QEMU does not report that a program could not be started: it
/// looks as if the program had exited with 127.
pub fn emulated() -> bool {
    kernel() != std::env::consts::ARCH
}

/// Whether a program is installed; it must know `--version`.
pub fn installed(program: &str) -> bool {
    Command::new(program).arg("--version").output().is_ok_and(|output| output.status.success())
}

/// A command that runs a program of the target that the test was compiled for.
pub fn native(program: impl AsRef<Path>) -> Command {
    let host = Target::host().expect("tests run on a target");
    command(host, program.as_ref()).unwrap_or_else(|| Command::new(program.as_ref()))
}

/// A command that runs a program of a target; `None` if nothing here can.
pub fn command(target: Target, program: &Path) -> Option<Command> {
    if kernel() == isa(target) {
        return Some(Command::new(program));
    }
    let emulators = [format!("qemu-{}", isa(target)), format!("qemu-{}-static", isa(target))];
    let emulator = emulators.iter().find(|name| installed(name))?;
    let mut command = Command::new(emulator);
    command.arg(program);
    Some(command)
}

/// Says that a part of a test was skipped, also in the file that `BEELINE_NOTES` names, where `scripts/test` counts skips.
pub fn skipped(what: &str) {
    println!("skipped: {what}");
    if let Some(path) = std::env::var_os("BEELINE_NOTES") {
        // A note that is lost is no reason to fail.
        let file = OpenOptions::new().create(true).append(true).open(path);
        let _ = file.and_then(|mut file| file.write_all(format!("skipped: {what}\n").as_bytes()));
    }
}
