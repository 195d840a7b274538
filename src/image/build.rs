//! Builds the runtime that executables are linked with, and embeds it.
//!
//! A nested cargo compiles `beeline-start` (profile `runtime`: one LTO unit) in a target directory of its own, since the outer cargo
//! holds the lock of the usual one. From the archive only those members are taken that `_start` needs, mostly one: with the compiler's
//! support library the archive has 300 members and some megabytes. Plain objects are enough because the linker collects unused sections
//! anyway, and they need no symbol index. Unwind tables, which the precompiled `core` brings along, go as well: nothing unwinds in an
//! executable, and they were a tenth of hello world.

use object::elf::FileHeader64;
use object::read::archive::ArchiveFile;
use object::read::elf::{ElfFile64, FileHeader};
use object::{Endianness, Object, ObjectSymbol};
use std::collections::{BTreeMap, BTreeSet};
use std::error::Error;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::{env, fs};

type Result<T> = std::result::Result<T, Box<dyn Error>>;

/// The targets that a runtime can be built for, with the name of the constant that holds it: architecture and system as
/// in `CARGO_CFG_TARGET_*`.
const TARGETS: [(&str, &str, &str); 1] = [("x86_64", "linux", "X86_64_LINUX")];

fn main() -> Result<()> {
    println!("cargo:rerun-if-changed=build.rs");
    if env::var_os("CARGO_FEATURE_LINK").is_none() {
        return Ok(());
    }
    let root = Path::new(&env::var("CARGO_MANIFEST_DIR")?).join("../..");
    for path in ["Cargo.toml", "Cargo.lock", "src/abi", "src/runtime", "src/wasi", "src/start"] {
        println!("cargo:rerun-if-changed={}", root.join(path).display());
    }
    let out = PathBuf::from(env::var("OUT_DIR")?);
    let (arch, system) = (env::var("CARGO_CFG_TARGET_ARCH")?, env::var("CARGO_CFG_TARGET_OS")?);
    let mut code = String::new();
    for (its_arch, its_system, name) in TARGETS {
        writeln!(code, "pub(super) static {name}: &[&[u8]] = &[")?;
        // Only the target of this build is sure to have its standard library installed.
        if (its_arch, its_system) == (arch.as_str(), system.as_str()) {
            let archive = fs::read(compile(&root, &out)?)?;
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

/// Compiles the runtime and returns the path of the archive.
fn compile(root: &Path, out: &Path) -> Result<PathBuf> {
    let target = env::var("TARGET")?;
    let directory = out.join("runtime");
    let mut cargo = Command::new(env::var("CARGO")?);
    cargo
        .current_dir(root)
        .args(["build", "--locked", "--profile", "runtime", "--package", "beeline-start"])
        .args(["--target", &target, "--target-dir"])
        .arg(&directory);
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
    let flags = ["-Crelocation-model=pic", "-Cforce-unwind-tables=no"].join("\u{1f}");
    let status = cargo.env("CARGO_ENCODED_RUSTFLAGS", flags).status()?;
    if !status.success() {
        return Err(format!("the runtime cannot be compiled: {cargo:?} failed with {status}").into());
    }
    Ok(directory.join(target).join("runtime/libbeeline_start.a"))
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
