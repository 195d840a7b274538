//! The kernels: small C programs whose code is measured. Zig makes WebAssembly of them when they are first asked for.
//!
//! They are compiled for WebAssembly without vectors, and without the C library's memory functions being recognised, so that their loops remain loops and all engines
//! can run them. Scales are chosen such that a call takes 0.1 to 0.5 seconds in Beeline on a machine of 2024.

use crate::programs::{directory, root, succeed, zig_cc};
use anyhow::Context;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// A kernel.
#[derive(Clone, Copy, Debug)]
pub struct Kernel {
    /// What the tables call it.
    pub name: &'static str,
    /// Its source, without `.c`.
    source: &'static str,
    /// How much the C compiler optimises.
    level: &'static str,
    /// What it is called with.
    pub scale: i32,
}

/// A kernel as C compilers optimise it.
const fn kernel(name: &'static str, scale: i32) -> Kernel {
    Kernel { name, source: name, level: "-O2", scale }
}

const KERNELS: [Kernel; 24] = [
    kernel("fib", 39),
    Kernel { name: "fib-debug", source: "fib", level: "-O0", scale: 35 },
    kernel("sieve", 80),
    kernel("matrix", 140),
    kernel("crc32", 1500),
    kernel("nbody", 4000),
    kernel("spectral", 2000),
    kernel("fannkuch", 10),
    kernel("mandelbrot", 1800),
    kernel("trees", 17),
    kernel("sha256", 600),
    kernel("chacha20", 1000),
    kernel("base64", 2500),
    kernel("json", 4000),
    kernel("quicksort", 120),
    kernel("heapsort", 100),
    kernel("interpreter", 1000),
    kernel("search", 100),
    kernel("words", 2500),
    kernel("dynamic", 300),
    kernel("hash", 300),
    kernel("copy", 3000),
    kernel("dispatch", 1000),
    kernel("bignum", 70000),
];

/// For WebAssembly. Zig would add checks for undefined behaviour and for the stack to code that is not optimised.
const WASM_FLAGS: [&str; 10] = [
    "-target",
    "wasm32-freestanding",
    "-fno-sanitize=undefined",
    "-fno-stack-protector",
    "-nostdlib",
    "-s",
    "-Wl,--no-entry",
    "-Wl,--export=run",
    "-Wl,--initial-memory=33554432",
    "-Wl,-z,stack-size=65536",
];

/// For both: loops stay loops, floating point is the same everywhere.
const FLAGS: [&str; 6] =
    ["-std=c11", "-Wall", "-Wextra", "-fno-builtin", "-fno-math-errno", "-ffp-contract=off"];

impl Kernel {
    /// All kernels.
    pub fn all() -> Vec<Self> {
        KERNELS.to_vec()
    }

    /// Its WebAssembly module, made if it is not there or older than its source.
    ///
    /// # Errors
    ///
    /// There is no Zig, or the kernel does not compile.
    pub fn wasm(&self) -> anyhow::Result<PathBuf> {
        self.made("wasm", || {
            let mut zig = zig_cc()?;
            zig.args(WASM_FLAGS).args(FLAGS).arg(self.level).arg(self.source_path(self.source));
            Ok(zig)
        })
    }

    /// The same as a native program, by gcc with the same optimisations; `None` if there is no gcc.
    ///
    /// # Errors
    ///
    /// It does not compile.
    pub fn native(&self) -> anyhow::Result<Option<PathBuf>> {
        if Command::new("gcc").arg("--version").output().is_err() {
            return Ok(None);
        }
        let program = self.made("native", || {
            let mut gcc = Command::new("gcc");
            let sources = [self.source_path("native"), self.source_path(self.source)];
            // The clocks are POSIX's, not C11's.
            gcc.arg("-D_GNU_SOURCE").args(FLAGS).arg(self.level).args(sources);
            Ok(gcc)
        });
        program.map(Some)
    }

    fn source_path(&self, name: &str) -> PathBuf {
        root().join("benches/kernels").join(name).with_extension("c")
    }

    /// A file that a compiler makes of the kernel when it is not there, or older than what it is made of.
    fn made(
        &self,
        kind: &str,
        compiler: impl FnOnce() -> anyhow::Result<Command>,
    ) -> anyhow::Result<PathBuf> {
        let folder = directory().join("benches/kernels");
        let path = folder.join(format!("{}.{kind}", self.name));
        let kernels = root().join("benches/kernels");
        let inputs = [
            self.source_path(self.source),
            kernels.join("kernel.h"),
            kernels.join("native.c"),
            root().join("benches/kernels.rs"),
        ];
        if !inputs.iter().all(|input| is_newer(&path, input)) {
            fs::create_dir_all(&folder).with_context(|| format!("cannot make {}", folder.display()))?;
            // Renamed when it is whole, so that an interrupted run leaves nothing half done.
            let part = folder.join(format!("{}.{kind}.part", self.name));
            succeed(compiler()?.arg("-o").arg(&part))
                .with_context(|| format!("cannot compile {}", self.name))?;
            fs::rename(&part, &path)?;
        }
        Ok(path)
    }
}

/// Whether `path` was written after `input`.
fn is_newer(path: &Path, input: &Path) -> bool {
    let modified = |path: &Path| fs::metadata(path).and_then(|metadata| metadata.modified());
    matches!((modified(path), modified(input)), (Ok(path), Ok(input)) if path > input)
}
