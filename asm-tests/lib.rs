//! Small functions in the text format with the machine code that is expected for them.
//!
//! A folder per family of operators, in it a `<case>.wat` per shape and `<case>.<isa>.s` for each instruction set: the listing of the whole
//! module without addresses. `tests/listings.rs` compares, `tests/sites.rs` checks that what the code says about traps and calls names
//! the right operators.
//!
//! To add a case write the `.wat`, run `BLESS=1 cargo test -p beeline-asm-tests`, and read the listing that this has written as
//! carefully as code: it claims that these instructions are right and that none is wasted. After a change in the code generator bless again and
//! read the differences. Options stand in the first line: `;; options: explicit-checks cpu=v3`.
//!
//! This file finds the cases and compiles them.

use beeline_codegen::{Arch, CompiledModule, Cpu, Options};
use std::path::{Path, PathBuf};
use std::{fs, io};

/// The instruction sets that listings are kept for, with their names in the names of files.
pub const ISAS: [(Arch, &str); 2] = [(Arch::X86_64, "x86_64"), (Arch::Aarch64, "aarch64")];

/// A module in the text format.
#[derive(Clone, Debug)]
pub struct Case {
    /// `family/case`.
    pub name: String,
    /// The file.
    pub path: PathBuf,
    /// Its content.
    pub text: String,
}

impl Case {
    /// The file with the listing that is expected for an instruction set of this name.
    #[must_use]
    pub fn expected_path(&self, isa: &str) -> PathBuf {
        self.path.with_extension(format!("{isa}.s"))
    }

    /// The module in the binary format.
    ///
    /// # Errors
    ///
    /// It is not well-formed; the message says where.
    pub fn wasm(&self) -> Result<Vec<u8>, String> {
        wat::parse_str(&self.text).map_err(|error| format!("{}: {error}", self.path.display()))
    }

    /// Compiles it, by the options in its first line.
    ///
    /// # Errors
    ///
    /// There is an unknown option, or the module is not well-formed, invalid or not supported.
    pub fn compile(&self, arch: Arch) -> Result<CompiledModule, String> {
        let options = self.options(arch)?;
        beeline_codegen::compile(&self.wasm()?, &options)
            .map_err(|error| format!("{}: {error}", self.path.display()))
    }

    fn options(&self, arch: Arch) -> Result<Options, String> {
        let mut options = Options { arch, threads: 1, ..Options::default() };
        let first = self.text.lines().next().unwrap_or("");
        for option in first.strip_prefix(";; options:").unwrap_or("").split_whitespace() {
            match option {
                "explicit-checks" => options.explicit_checks = true,
                "cpu=v3" => options.cpu = Cpu::X86_64V3,
                _ => return Err(format!("{}: there is no option {option}", self.path.display())),
            }
        }
        Ok(options)
    }
}

/// All cases in order of name, and the files that belong to none.
///
/// # Errors
///
/// The folders cannot be read.
pub fn cases() -> io::Result<(Vec<Case>, Vec<PathBuf>)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let (mut cases, mut others) = (Vec::new(), Vec::new());
    for family in fs::read_dir(root)? {
        let family = family?.path();
        if !family.is_dir() || family.ends_with("tests") {
            continue;
        }
        for file in fs::read_dir(family)? {
            let path = file?.path();
            if path.extension().is_some_and(|extension| extension == "wat") {
                let name = path.with_extension("");
                let name = name.strip_prefix(root).unwrap_or(&name).display().to_string();
                cases.push(Case { name, text: fs::read_to_string(&path)?, path });
            } else {
                others.push(path);
            }
        }
    }
    cases.sort_by(|a, b| a.name.cmp(&b.name));
    let expected = |case: &Case| ISAS.map(|(_, isa)| case.expected_path(isa));
    let known: std::collections::HashSet<_> = cases.iter().flat_map(expected).collect();
    others.retain(|path| !known.contains(path));
    others.sort();
    Ok((cases, others))
}
