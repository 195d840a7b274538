//! Whole programs: where they are, and how they are run by the command and as executables.
//!
//! The command is for the machine that the tests are for, its executables for all of them. The command is built when it is asked for, in the profile of the tests; `BEELINE_BIN` names another one. Programs that are fetched or compiled by
//! `scripts/fetch-programs` lie in `programs/` or where `BEELINE_PROGRAMS` says.

use crate::machine::{self, HOST};
use beeline_codegen::Arch;
use std::ffi::OsString;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::sync::OnceLock;

/// The root of the repository.
#[must_use]
pub fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap_or(Path::new("."))
}

/// The command.
///
/// # Panics
///
/// It cannot be built.
pub fn beeline(scratch: &str) -> &'static Path {
    static PATH: OnceLock<PathBuf> = OnceLock::new();
    PATH.get_or_init(|| {
        if let Some(path) = std::env::var_os("BEELINE_BIN") {
            return path.into();
        }
        let mut cargo = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
        cargo.current_dir(root()).args(["build", "--quiet", "--package", "beeline-cli"]);
        let mut target = Path::new(scratch).parent().unwrap_or(Path::new("target"));
        let mut place = target.join("debug");
        // A cross build has a folder of its own in the target directory.
        let triple = machine::triple(HOST);
        if target.ends_with(triple) {
            cargo.args(["--target", triple]);
            place = target.join("debug");
            target = target.parent().unwrap_or(target);
        }
        let status = cargo.arg("--target-dir").arg(target).status().expect("cargo runs");
        assert!(status.success(), "the command does not build");
        place.join("beeline")
    })
}

/// The command, to be given arguments.
#[must_use]
pub fn command(scratch: &str) -> Command {
    machine::command(beeline(scratch), HOST).unwrap_or_else(|_| Command::new(beeline(scratch)))
}

/// Whether executables for this instruction set can be built by the command and run here; if not, a note says why.
///
/// # Panics
///
/// They cannot be, and `BEELINE_REQUIRE_ARM64` is set.
#[must_use]
pub fn can_build_and_run(arch: Arch, scratch: &str) -> bool {
    let triple = machine::triple(arch);
    let isa = triple.split('-').next().unwrap_or_default();
    let emulator = machine::command(Path::new("program"), arch).err();
    let reason = match emulator {
        Some(emulator) => format!("{emulator} is not installed"),
        None => {
            let targets = command(scratch).arg("targets").output().expect("the command starts");
            let targets = String::from_utf8_lossy(&targets.stdout).into_owned();
            let carried = format!("{isa}-linux executables");
            let mut lines =
                targets.lines().map(|line| line.split([' ', ',']).filter(|word| !word.is_empty()));
            if lines.any(|line| line.take(2).eq(carried.split(' '))) {
                return true;
            }
            "the command carries no runtime for them".to_owned()
        }
    };
    let required = std::env::var_os("BEELINE_REQUIRE_ARM64").is_some_and(|value| value == "1");
    assert!(!required, "executables for {isa}: {reason}");
    crate::note(&format!("skipped: executables for {isa}: {reason}"));
    false
}

/// A fetched or compiled program, or `None` with a note that its test is skipped.
///
/// # Panics
///
/// It is not there, and `BEELINE_REQUIRE_PROGRAMS` is set.
#[must_use]
pub fn program(name: &str) -> Option<PathBuf> {
    let place = std::env::var_os("BEELINE_PROGRAMS").map_or_else(|| root().join("programs"), PathBuf::from);
    let path = place.join(name);
    if path.exists() {
        return Some(path);
    }
    let required = std::env::var_os("BEELINE_REQUIRE_PROGRAMS").is_some_and(|value| value == "1");
    assert!(!required, "{} is missing: run scripts/fetch-programs", path.display());
    crate::note(&format!("skipped: what needs {}: run scripts/fetch-programs", path.display()));
    None
}

/// How a program is run, and what it must do.
#[derive(Clone, Debug, Default)]
pub struct Case {
    /// The module.
    pub module: PathBuf,
    /// Directories to grant: on the host, for the guest.
    pub dirs: Vec<(PathBuf, String)>,
    /// The environment, as `KEY=VALUE`.
    pub env: Vec<String>,
    /// Arguments.
    pub args: Vec<OsString>,
    /// Standard input.
    pub stdin: Vec<u8>,
    /// Standard output, all of it.
    pub stdout: Vec<u8>,
    /// Lines that must occur in standard error, in this order; with an empty list it must be empty, without a list it is not looked at.
    pub stderr: Option<Vec<String>>,
    /// Exit status.
    pub status: i32,
}

impl Case {
    /// A module that is run with these arguments and prints `stdout`.
    pub fn new(module: impl Into<PathBuf>, args: &[&str], stdout: &str) -> Self {
        Self {
            module: module.into(),
            args: args.iter().map(Into::into).collect(),
            stdout: stdout.into(),
            stderr: Some(Vec::new()),
            ..Self::default()
        }
    }

    /// The program whose source is `source`, compiled to `module`, with what the files beside the source say: see
    /// `spec-tests/programs/wasi/README.md`; a `.stderr` file has the lines of [`Case::stderr`].
    ///
    /// # Panics
    ///
    /// A file cannot be read.
    #[must_use]
    pub fn beside(source: &Path, module: PathBuf) -> Self {
        let read = |extension: &str| {
            let path = source.with_extension(extension);
            path.exists().then(|| fs::read(&path).unwrap_or_else(|e| panic!("{}: {e}", path.display())))
        };
        let lines = |extension: &str| -> Vec<String> {
            let bytes = read(extension).unwrap_or_default();
            String::from_utf8_lossy(&bytes).lines().map(str::to_owned).collect()
        };
        Self {
            module,
            dirs: Vec::new(),
            env: lines("env"),
            args: lines("args").into_iter().map(Into::into).collect(),
            stdin: read("stdin").unwrap_or_default(),
            stdout: read("stdout").unwrap_or_else(|| panic!("{} has no .stdout file", source.display())),
            stderr: read("stderr").map(|_| lines("stderr")),
            status: lines("status").first().map_or(0, |status| status.parse().expect("a status is a number")),
        }
    }

    fn grants(&self, command: &mut Command) {
        for (host, guest) in &self.dirs {
            let mut dir = host.clone().into_os_string();
            dir.push("::");
            dir.push(guest);
            command.arg("--dir").arg(dir);
        }
        for pair in &self.env {
            command.arg("--env").arg(pair);
        }
    }

    /// Runs the program in process, by the command.
    ///
    /// # Errors
    ///
    /// It does not do what it must.
    pub fn run(&self, mut command: Command) -> Result<(), String> {
        command.arg("run");
        self.grants(&mut command);
        command.arg(&self.module).args(&self.args);
        self.check(command)
    }

    /// Builds an executable for this instruction set in the directory `place`, by the command, and runs it.
    ///
    /// # Errors
    ///
    /// It does not build, or not do what it must.
    pub fn build_and_run(&self, mut command: Command, arch: Arch, place: &Path) -> Result<(), String> {
        let executable = place.join("program");
        command.args(["build", "--quiet", "--target", machine::triple(arch)]);
        self.grants(&mut command);
        command.arg(&self.module).arg("-o").arg(&executable);
        let built = command.output().map_err(|e| e.to_string())?;
        if !built.status.success() {
            return Err(format!("build failed: {}", String::from_utf8_lossy(&built.stderr)));
        }
        let mut command = machine::command(&executable, arch)?;
        command.args(&self.args);
        self.check(command)
    }

    fn check(&self, mut command: Command) -> Result<(), String> {
        let output = feed(&mut command, &self.stdin).map_err(|e| format!("{command:?}: {e}"))?;
        let stderr = String::from_utf8_lossy(&output.stderr);
        let shown = |bytes: &[u8]| {
            let text = String::from_utf8_lossy(bytes);
            if text.len() > 2000 { format!("{} bytes", text.len()) } else { text.into_owned() }
        };
        if output.stdout != self.stdout {
            return Err(format!(
                "standard output is\n{}\ninstead of\n{}\n{}, standard error: {stderr}",
                shown(&output.stdout),
                shown(&self.stdout),
                output.status
            ));
        }
        if output.status.code() != Some(self.status) {
            return Err(format!("{} instead of {}; standard error: {stderr}", output.status, self.status));
        }
        let Some(wanted) = &self.stderr else { return Ok(()) };
        let mut lines = stderr.lines();
        if let Some(missing) = wanted.iter().find(|wanted| !lines.any(|line| line == wanted.as_str())) {
            return Err(format!("standard error lacks the line `{missing}`: {stderr}"));
        }
        if wanted.is_empty() && !stderr.is_empty() {
            return Err(format!("unexpected standard error: {stderr}"));
        }
        Ok(())
    }
}

/// Runs a command with `input` as standard input. A program that does not read it all is no error.
fn feed(command: &mut Command, input: &[u8]) -> std::io::Result<Output> {
    let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn()?;
    let mut stdin = child.stdin.take();
    std::thread::scope(|scope| {
        scope.spawn(move || {
            if let Some(stdin) = &mut stdin {
                let _ = stdin.write_all(input);
            }
        });
        child.wait_with_output()
    })
}
