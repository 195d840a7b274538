//! The whole programs that compilers are measured on, and where fetched and made files lie.
//!
//! Programs lie where `scripts/fetch-programs` puts them: in `programs/` of the repository, or where `BEELINE_PROGRAMS` says. What only the benches need
//! is in `benches/` there, and is fetched when it is missing.

use anyhow::{Context, bail};
use std::path::{Path, PathBuf};
use std::process::Command;

/// A program that is compiled.
#[derive(Clone, Debug)]
pub struct Program {
    /// What the tables call it.
    pub name: &'static str,
    /// Its file in the directory of the programs.
    file: &'static str,
}

const PROGRAMS: [Program; 9] = [
    Program { name: "python", file: "python-3.11.3.wasm" },
    Program { name: "ruby", file: "ruby-3.2.0.wasm" },
    Program { name: "php", file: "php-cgi-8.2.0.wasm" },
    Program { name: "sqlite", file: "sqlite.wasm" },
    Program { name: "quickjs", file: "wasmedge_quickjs.wasm" },
    Program { name: "biome", file: "benches/biome.wasm" },
    Program { name: "swc", file: "benches/swc.wasm" },
    Program { name: "duckdb", file: "benches/duckdb-mvp.wasm" },
    Program { name: "sql.js", file: "benches/sql-wasm.wasm" },
];

/// The largest program of the package that python is from; it prints its version without opening a file.
pub const CLANG: Program = Program { name: "clang", file: "benches/clang.wasm" };

impl Program {
    /// The programs of `compile`.
    pub fn all() -> Vec<Self> {
        PROGRAMS.to_vec()
    }

    /// The one of this name of them.
    pub fn named(name: &str) -> Option<Self> {
        PROGRAMS.iter().find(|program| program.name == name).cloned()
    }

    /// Where it is.
    pub fn path(&self) -> PathBuf {
        directory().join(self.file)
    }
}

/// The root of the repository.
pub fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap_or(Path::new("."))
}

/// Where programs lie.
pub fn directory() -> PathBuf {
    std::env::var_os("BEELINE_PROGRAMS").map_or_else(|| root().join("programs"), PathBuf::from)
}

/// Fetches what is missing of `wanted`. What cannot be fetched is said on standard error and left out.
pub fn fetched(wanted: Vec<Program>) -> Vec<Program> {
    if wanted.iter().any(|program| !program.path().exists()) {
        fetch();
    }
    let (there, missing): (Vec<_>, Vec<_>) = wanted.into_iter().partition(|program| program.path().exists());
    for program in missing {
        eprintln!("skipped: {}: there is no {}", program.name, program.path().display());
    }
    there
}

/// Runs the script that fetches programs and the C compiler. It says itself what it could not get.
fn fetch() {
    let status =
        Command::new(root().join("scripts/fetch-programs")).arg("--benches").arg(directory()).status();
    if let Err(error) = status {
        eprintln!("cannot run scripts/fetch-programs: {error}");
    }
}

/// The C compiler that makes WebAssembly of kernels.
///
/// # Errors
///
/// Zig is neither installed nor can be fetched.
pub fn zig_cc() -> anyhow::Result<Command> {
    let works = || {
        let output = zig().arg("version").output();
        output.is_ok_and(|output| output.status.success())
    };
    if !works() {
        fetch();
        if !works() {
            bail!("kernels are compiled with Zig: `python3 -m pip install ziglang`");
        }
    }
    let mut zig = zig();
    zig.arg("cc");
    Ok(zig)
}

fn zig() -> Command {
    let mut paths = vec![directory().join("python-packages")];
    if let Some(more) = std::env::var_os("PYTHONPATH") {
        paths.extend(std::env::split_paths(&more));
    }
    let mut python = Command::new("python3");
    python.args(["-m", "ziglang"]);
    if let Ok(paths) = std::env::join_paths(paths) {
        python.env("PYTHONPATH", paths);
    }
    python
}

/// Runs a compiler.
///
/// # Errors
///
/// It is not there or fails; the message is what it printed.
pub fn succeed(command: &mut Command) -> anyhow::Result<()> {
    let program = command.get_program().to_owned();
    let output = command.output().with_context(|| format!("cannot run {}", program.display()))?;
    if !output.status.success() {
        bail!("{} failed: {}", program.display(), String::from_utf8_lossy(&output.stderr).trim());
    }
    Ok(())
}

/// Bytes of the code section of a module; `None` if there is none.
pub fn code_section(bytes: &[u8]) -> Option<u64> {
    wasmparser::Parser::new(0).parse_all(bytes).map_while(Result::ok).find_map(|payload| match payload {
        wasmparser::Payload::CodeSectionStart { size, .. } => Some(u64::from(size)),
        _ => None,
    })
}
