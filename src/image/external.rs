//! Linking by a program of the user's choice (`--linker`): the objects are written to a directory, the program gets the
//! same flags as the built-in linker or, if it is a compiler driver, the driver's names for them.

use crate::{Error, Result, Target};
use std::path::{Path, PathBuf};
use std::process::Command;

/// The flags that every linker for ELF gets, but for inputs and output.
pub(crate) fn flags(target: Target, symbols: bool) -> Vec<String> {
    let page_size = format!("max-page-size={}", target.page_size());
    let mut flags = vec!["-m", target.emulation(), "-static", "-pie", "--no-dynamic-linker"];
    for setting in ["relro", "now", "noexecstack", &page_size] {
        flags.extend(["-z", setting]);
    }
    flags.extend([
        "--gc-sections",
        "--build-id=none",
        "--no-undefined",
        "--no-eh-frame-hdr",
        "--entry=_start",
    ]);
    if !symbols {
        flags.push("--strip-all");
    }
    flags.into_iter().map(String::from).collect()
}

/// The flags for a compiler driver: its own where it has one, the rest handed on to its linker.
fn driver_flags(target: Target, symbols: bool) -> Vec<String> {
    let page_size = format!("-Wl,-z,max-page-size={}", target.page_size());
    let mut flags = vec!["-nostdlib", "-static-pie", "-Wl,-z,relro,-z,now,-z,noexecstack", &page_size];
    flags.extend(["-Wl,--gc-sections", "-Wl,--build-id=none", "-Wl,--entry=_start"]);
    if !symbols {
        flags.push("-Wl,--strip-all");
    }
    flags.into_iter().map(String::from).collect()
}

/// Whether a program is a compiler driver rather than a linker, by its name: `gcc`, `clang`, `cc`, `zig`, also
/// with a version or a target around it (`x86_64-linux-gnu-gcc-12`).
fn is_driver(linker: &Path) -> bool {
    let name = linker.file_name().map(|name| name.to_string_lossy().to_lowercase()).unwrap_or_default();
    name.split(['-', '.'])
        .any(|part| matches!(part, "gcc" | "g++" | "clang" | "clang++" | "cc" | "c++" | "zig"))
}

/// Links an object with those of the runtime by running `linker`, which must be one for the target: `aarch64-linux-gnu-gcc`
/// rather than `gcc` on another machine. `directory` is for the files that it reads and writes; the
/// caller removes it.
///
/// # Errors
///
/// The files cannot be written or read; the program cannot be started, fails or writes nothing.
pub fn link(
    linker: &Path,
    directory: &Path,
    object: &[u8],
    runtime: &[&[u8]],
    target: Target,
    symbols: bool,
) -> Result<Vec<u8>> {
    let write = |name: &str, bytes: &[u8]| -> Result<PathBuf> {
        let path = directory.join(name);
        std::fs::write(&path, bytes).map_err(|source| Error::Io { path: path.clone(), source })?;
        Ok(path)
    };
    let mut inputs = vec![write("module.o", object)?];
    for (number, bytes) in runtime.iter().enumerate() {
        inputs.push(write(&format!("runtime{number}.o"), bytes)?);
    }
    let output = directory.join("executable");

    // Where the part that becomes read-only ends, some linkers go by this size; the built-in one does not know it.
    let page_size = format!("common-page-size={}", target.page_size());
    let mut command = Command::new(linker);
    if is_driver(linker) {
        // `zig` alone is several tools.
        if linker.file_stem().is_some_and(|stem| stem == "zig") {
            command.arg("cc");
        }
        command.args(driver_flags(target, symbols)).arg(format!("-Wl,-z,{page_size}"));
    } else {
        command.args(flags(target, symbols)).args(["-z", &page_size]);
    }
    command.arg("-o").arg(&output).args(inputs);

    let failed = |what: String| Error::ExternalLinker { linker: linker.into(), what };
    let result = command.output().map_err(|error| failed(format!("cannot be started: {error}")))?;
    if !result.status.success() {
        let stderr = String::from_utf8_lossy(&result.stderr);
        return Err(failed(format!("failed with {}\n{}", result.status, stderr.trim_end())));
    }
    std::fs::read(&output).map_err(|error| failed(format!("wrote no output: {error}")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn drivers_are_known_by_name() {
        for driver in ["gcc", "/usr/bin/x86_64-linux-gnu-gcc-12", "clang-19", "cc", "zig", "./zig.exe"] {
            assert!(is_driver(Path::new(driver)), "{driver}");
        }
        for linker in ["ld", "ld.lld", "mold", "/opt/wild", "rust-lld", "ld.gold"] {
            assert!(!is_driver(Path::new(linker)), "{linker}");
        }
    }
}
