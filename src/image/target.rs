//! What executables can be made for: one line per target, and all that depends on it outside the code generator.

use beeline_codegen::{Arch, Cpu};

/// A machine and its operating system.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Target {
    /// Linux on x86-64.
    X86_64Linux,
    /// Linux on AArch64.
    Aarch64Linux,
}

impl Target {
    /// Every target, in the order in which they are listed.
    pub const ALL: [Self; 2] = [Self::X86_64Linux, Self::Aarch64Linux];

    /// The canonical triple. Executables need no C library, so none is named in it.
    #[must_use]
    pub const fn triple(self) -> &'static str {
        match self {
            Self::X86_64Linux => "x86_64-linux",
            Self::Aarch64Linux => "aarch64-linux",
        }
    }

    /// The target of a triple: vendor and C library are of no account, since executables use neither.
    #[must_use]
    pub fn parse(triple: &str) -> Option<Self> {
        let mut parts = triple.split('-');
        let target = match parts.next()? {
            "x86_64" | "amd64" | "x86-64" => Self::X86_64Linux,
            "aarch64" | "arm64" => Self::Aarch64Linux,
            _ => return None,
        };
        let rest: Vec<_> = parts.collect();
        let linux = match rest.as_slice() {
            ["linux"] | [_, "linux"] => true,
            ["linux", libc] | [_, "linux", libc] => {
                ["gnu", "musl", "none"].iter().any(|known| libc.starts_with(known))
            }
            _ => false,
        };
        linux.then_some(target)
    }

    /// The target of the machine that this program runs on, if it is one.
    #[must_use]
    pub fn host() -> Option<Self> {
        if cfg!(not(target_os = "linux")) {
            None
        } else if cfg!(target_arch = "x86_64") {
            Some(Self::X86_64Linux)
        } else if cfg!(all(target_arch = "aarch64", target_endian = "little")) {
            Some(Self::Aarch64Linux)
        } else {
            None
        }
    }

    /// Its instruction set.
    #[must_use]
    pub const fn arch(self) -> Arch {
        match self {
            Self::X86_64Linux => Arch::X86_64,
            Self::Aarch64Linux => Arch::Aarch64,
        }
    }

    /// The processors that code can be made for, by name; the first is the one that all machines of the target live up to.
    #[must_use]
    pub const fn cpus(self) -> &'static [(&'static str, Cpu)] {
        match self {
            Self::X86_64Linux => &[("x86-64-v2", Cpu::Baseline), ("x86-64-v3", Cpu::X86_64V3)],
            Self::Aarch64Linux => &[("armv8-a", Cpu::Baseline)],
        }
    }

    /// The name that linkers know the format and machine of its object files by (`-m`).
    #[must_use]
    pub const fn emulation(self) -> &'static str {
        match self {
            Self::X86_64Linux => "elf_x86_64",
            Self::Aarch64Linux => "aarch64linux",
        }
    }

    /// Bytes of the largest page that its kernels may have, in decimal as linkers want it: segments start in pages of their own,
    /// whatever the size. It costs addresses, not bytes of the file.
    pub(crate) const fn page_size(self) -> &'static str {
        match self {
            Self::X86_64Linux => "4096",
            Self::Aarch64Linux => "65536",
        }
    }
}

/// The machine of object files for an instruction set. Relocations are asked for by what they do (a 64-bit address), and the
/// `object` crate knows their numbers.
pub(crate) const fn machine(arch: Arch) -> object::Architecture {
    match arch {
        Arch::X86_64 => object::Architecture::X86_64,
        Arch::Aarch64 => object::Architecture::Aarch64,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn triples_with_or_without_vendor_and_libc_mean_the_same() {
        for triple in [
            "x86_64-linux",
            "x86_64-linux-gnu",
            "x86_64-linux-musl",
            "x86_64-unknown-linux",
            "x86_64-unknown-linux-gnu",
            "x86_64-unknown-linux-musl",
        ] {
            assert_eq!(Target::parse(triple), Some(Target::X86_64Linux), "{triple}");
            let triple = triple.replace("x86_64", "aarch64");
            assert_eq!(Target::parse(&triple), Some(Target::Aarch64Linux), "{triple}");
        }
        assert_eq!(Target::parse("arm64-linux"), Some(Target::Aarch64Linux));
        for triple in [
            "",
            "x86_64",
            "linux",
            "x86_64-pc-windows-gnu",
            "wasm32-wasi",
            "x86_64-a-b-linux",
            "i686-linux",
            "arm-linux",
            "aarch64_be-linux",
            "aarch64-linux-android",
        ] {
            assert_eq!(Target::parse(triple), None, "{triple}");
        }
        for target in Target::ALL {
            assert_eq!(Target::parse(target.triple()), Some(target));
        }
    }
}
