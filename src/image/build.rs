//! Builds the runtime that executables are linked with, for each target that there is a compiler for, and embeds it.
//!
//! A nested cargo compiles `beeline-start` (profile `runtime`: one LTO unit) in a target directory of its own, since the outer cargo
//! holds the lock of the usual one. From the archive only those members are taken that `_start` needs, mostly one: with the compiler's
//! support library the archive has 300 members and some megabytes. Plain objects are enough because the linker collects unused sections
//! anyway, and they need no symbol index. Unwind tables, which the precompiled `core` brings along, go as well: nothing unwinds in an
//! executable, and they were a tenth of hello world.
//!
//! The runtime for the target of this build is compiled by the compiler of this build, and it is an error if that fails. For another target a
//! compiler is used that has the target's core library: that of this build, the one that `BEELINE_CROSS_RUSTC` names, or the system's. Objects
//! need no linker. Without such a compiler the target is not carried, which the command tells whoever asks for it.

use object::elf::FileHeader64;
use object::read::archive::ArchiveFile;
use object::read::elf::{ElfFile64, FileHeader};
use object::{Endianness, Object, ObjectSymbol};
use std::collections::{BTreeMap, BTreeSet};
use std::error::Error;
use std::ffi::OsString;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode, Stdio};
use std::{env, fs};

type Result<T> = std::result::Result<T, Box<dyn Error>>;

/// A target that a runtime can be built for.
struct Target {
    /// Architecture, as in `CARGO_CFG_TARGET_ARCH`.
    arch: &'static str,
    /// System, as in `CARGO_CFG_TARGET_OS`.
    system: &'static str,
    /// The constant that holds the runtime.
    name: &'static str,
    /// What compilers call it. The runtime uses no C library, so any will do.
    triples: [&'static str; 2],
    /// Flags for the compiler beside those that all targets have.
    flags: &'static [&'static str],
}

const TARGETS: [Target; 2] = [
    Target {
        arch: "x86_64",
        system: "linux",
        name: "X86_64_LINUX",
        triples: ["x86_64-unknown-linux-gnu", "x86_64-unknown-linux-musl"],
        flags: &[],
    },
    Target {
        arch: "aarch64",
        system: "linux",
        name: "AARCH64_LINUX",
        triples: ["aarch64-unknown-linux-gnu", "aarch64-unknown-linux-musl"],
        // Otherwise atomic instructions are chosen at run time by functions that expect libc to have looked at the processor.
        flags: &["-Ctarget-feature=-outline-atomics"],
    },
];

/// The variable that names a compiler for other targets than that of this build.
const CROSS_RUSTC: &str = "BEELINE_CROSS_RUSTC";
/// Lines of a compiler's errors that are shown.
const SHOWN: usize = 20;
/// Where distributions have their compiler.
const SYSTEM_RUSTC: &str = "/usr/bin/rustc";

fn main() -> ExitCode {
    match embed() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

/// Writes the source that embeds the runtimes.
fn embed() -> Result<()> {
    println!("cargo:rerun-if-changed=build.rs");
    if env::var_os("CARGO_FEATURE_LINK").is_none() {
        return Ok(());
    }
    println!("cargo:rerun-if-env-changed={CROSS_RUSTC}");
    let root = Path::new(&env::var("CARGO_MANIFEST_DIR")?).join("../..");
    for path in ["Cargo.toml", "Cargo.lock", "src/abi", "src/runtime", "src/wasi", "src/launch", "src/start"]
    {
        println!("cargo:rerun-if-changed={}", root.join(path).display());
    }
    let out = PathBuf::from(env::var("OUT_DIR")?);
    let (arch, system) = (env::var("CARGO_CFG_TARGET_ARCH")?, env::var("CARGO_CFG_TARGET_OS")?);
    let mut code = String::new();
    for target in &TARGETS {
        let directory = out.join(target.name);
        let archive = if (target.arch, target.system) == (arch.as_str(), system.as_str()) {
            Some(compile(&root, &directory, target, &env::var("TARGET")?, None)?)
        } else {
            compile_for_another(&root, &directory, target)
        };
        let name = target.name;
        writeln!(code, "pub(super) static {name}: &[&[u8]] = &[")?;
        if let Some(archive) = archive {
            let archive = fs::read(archive)?;
            for (number, member) in needed(&archive)?.into_iter().enumerate() {
                let path = out.join(format!("{name}.{number}.o"));
                fs::write(&path, stripped(member)?)?;
                writeln!(code, "    include_bytes!({path:?}),")?;
            }
        }
        writeln!(code, "];")?;
    }
    fs::write(out.join("runtime.rs"), code)?;
    Ok(())
}

/// Compiles the runtime for another target than that of this build. If there is no compiler for it, there is none; if there is
/// one and it fails, that is a warning.
fn compile_for_another(root: &Path, directory: &Path, target: &Target) -> Option<PathBuf> {
    let named = env::var_os(CROSS_RUSTC).filter(|rustc| !rustc.is_empty());
    let candidates = [env::var_os("RUSTC"), named.clone(), Some(SYSTEM_RUSTC.into())];
    for rustc in candidates.into_iter().flatten() {
        let Some(triple) = target.triples.into_iter().find(|triple| has_core(root, &rustc, triple)) else {
            continue;
        };
        match compile(root, directory, target, triple, Some(&rustc)) {
            Ok(archive) => return Some(archive),
            Err(error) => {
                let (arch, system) = (target.arch, target.system);
                warn(&format!("no runtime for {arch}-{system} by {}: {error}", rustc.display()));
            }
        }
    }
    if let Some(named) =
        named.filter(|rustc| !target.triples.iter().any(|triple| has_core(root, rustc, triple)))
    {
        let (rustc, triple) = (named.display(), target.triples[0]);
        warn(&format!("{CROSS_RUSTC}: {rustc} does not run or has no core library for {triple}"));
    }
    None
}

/// Whether a compiler has the core library of a target.
fn has_core(root: &Path, rustc: &OsString, triple: &str) -> bool {
    let mut command = Command::new(rustc);
    command.current_dir(root).args(["--print", "target-libdir", "--target", triple]).stderr(Stdio::null());
    let Ok(output) = command.output() else { return false };
    let directory = String::from_utf8_lossy(&output.stdout);
    let Ok(entries) = fs::read_dir(directory.trim_end()) else { return false };
    entries.flatten().any(|entry| {
        let name = entry.file_name();
        let name = name.to_string_lossy();
        name.starts_with("libcore-") && name.ends_with(".rlib")
    })
}

/// A warning of cargo's, each line of it.
fn warn(text: &str) {
    for line in text.lines() {
        println!("cargo:warning={line}");
    }
}

/// Compiles the runtime, with another compiler than that of this build if one is given, and returns the path of the archive.
fn compile(
    root: &Path,
    directory: &Path,
    target: &Target,
    triple: &str,
    rustc: Option<&OsString>,
) -> Result<PathBuf> {
    let mut cargo = Command::new(env::var("CARGO")?);
    cargo
        .current_dir(root)
        .args(["build", "--quiet", "--locked", "--profile", "runtime", "--package", "beeline-start"])
        .args(["--target", triple, "--target-dir"])
        .arg(directory);
    // What the outer build is told must not change what executables contain. A flag for the linker or the CPU
    // of this machine would; `cargo clippy` puts its driver in the compiler's place.
    for (name, _) in env::vars_os() {
        let text = name.to_string_lossy();
        let profile = text.starts_with("CARGO_PROFILE_") || text.starts_with("CARGO_BUILD_");
        let flags = ["RUSTFLAGS", "RUSTC_WORKSPACE_WRAPPER", "CARGO_TARGET_DIR", "CARGO_INCREMENTAL"];
        if profile
            || flags.contains(&&*text)
            || (text.starts_with("CARGO_TARGET_") && text.ends_with("_RUSTFLAGS"))
        {
            cargo.env_remove(&name);
        }
    }
    let mut flags = vec!["-Crelocation-model=pic", "-Cforce-unwind-tables=no"];
    flags.extend(target.flags);
    cargo.env("CARGO_ENCODED_RUSTFLAGS", flags.join("\u{1f}"));
    if let Some(rustc) = rustc {
        cargo.env("RUSTC", rustc);
    }
    let output = cargo.output().map_err(|error| format!("cannot start {cargo:?}: {error}"))?;
    if !output.status.success() {
        let stderr = String::from_utf8_lossy(&output.stderr);
        let causes: Vec<_> =
            stderr.lines().skip_while(|line| !line.starts_with("error")).take(SHOWN).collect();
        return Err(format!("the runtime cannot be compiled for {triple}:\n{}", causes.join("\n")).into());
    }
    Ok(directory.join(triple).join("runtime/libbeeline_start.a"))
}

/// The members of an archive that `_start` needs, directly or not.
fn needed(archive: &[u8]) -> Result<Vec<&[u8]>> {
    let mut members = Vec::new();
    let mut definitions = BTreeMap::new();
    for member in ArchiveFile::parse(archive)?.members() {
        let bytes = member?.data(archive)?;
        let Ok(file) = ElfFile64::<Endianness>::parse(bytes) else { continue };
        let (mut defined, mut undefined) = (Vec::new(), Vec::new());
        for symbol in file.symbols().filter(|symbol| symbol.is_global()) {
            if symbol.is_undefined() { &mut undefined } else { &mut defined }
                .push(symbol.name_bytes()?.to_vec());
        }
        let number = members.len();
        for name in defined {
            definitions.entry(name).or_insert(number);
        }
        members.push((bytes, undefined));
    }
    let entry: &[u8] = b"_start";
    let start = *definitions.get(entry).ok_or("the runtime archive does not define _start")?;
    let mut taken = BTreeSet::from([start]);
    let mut pending = vec![start];
    while let Some(number) = pending.pop() {
        for name in &members[number].1 {
            // What no member defines is for the module's object or the linker to define.
            if let Some(&definer) = definitions.get(name)
                && taken.insert(definer)
            {
                pending.push(definer);
            }
        }
    }
    Ok(taken.into_iter().map(|number| members[number].0).collect())
}

/// An object without the sections that no executable needs: they and their relocations become unused section headers, which
/// linkers pass over.
fn stripped(object: &[u8]) -> Result<Vec<u8>> {
    const UNNEEDED: [&[u8]; 4] = [b".eh_frame", b".comment", b".llvmbc", b".llvmcmd"];
    /// Offset of `sh_type` in a section header of ELF64, and the bytes of a header.
    const TYPE: u64 = 4;
    const HEADER: u64 = 64;
    let mut bytes = object.to_vec();
    let header = FileHeader64::<Endianness>::parse(object)?;
    let endian = header.endian()?;
    let sections = header.sections(endian, object)?;
    for (index, section) in sections.enumerate() {
        let name = sections.section_name(endian, section)?;
        let name = name.strip_prefix(b".rela").unwrap_or(name);
        if UNNEEDED.contains(&name) || name.starts_with(b".debug_") {
            let at = header.e_shoff(endian) + index.0 as u64 * HEADER + TYPE;
            bytes[at as usize..][..4].fill(0);
        }
    }
    Ok(bytes)
}
