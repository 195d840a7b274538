//! What the compiler is asked for, and what it makes.

#![forbid(unsafe_code)]

use crate::memory::Buffer;
use crate::techniques::Techniques;
use beeline_abi::{Libcall, info};
use std::time::Duration;

/// An instruction set and its calling environment.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Arch {
    /// x86-64.
    X86_64,
    /// AArch64, the 64-bit instruction set of Armv8-A, little-endian.
    Aarch64,
}

impl Arch {
    /// What messages call it.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::X86_64 => "x86-64",
            Self::Aarch64 => "AArch64",
        }
    }

    /// The architecture that this program runs on, if there is code for it.
    pub const HOST: Option<Self> = if cfg!(target_arch = "x86_64") {
        Some(Self::X86_64)
    } else if cfg!(all(target_arch = "aarch64", target_endian = "little")) {
        Some(Self::Aarch64)
    } else {
        None
    };
}

/// The instructions that generated code may use.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum Cpu {
    /// The default of the architecture: x86-64-v2 (SSE4.2, POPCNT) or Armv8.0-A.
    Baseline,
    /// x86-64-v3 (adds AVX2, BMI1, BMI2, LZCNT, MOVBE, FMA).
    X86_64V3,
}

impl Cpu {
    /// Its number in a module's info blob: [`beeline_abi::info::CPU_BASELINE`] and so on.
    #[must_use]
    pub const fn number(self) -> u32 {
        match self {
            Self::Baseline => info::CPU_BASELINE,
            Self::X86_64V3 => info::CPU_X86_64_V3,
        }
    }

    /// Whether there are processors of an architecture that have these instructions.
    #[must_use]
    pub const fn is_of(self, arch: Arch) -> bool {
        match self {
            Self::Baseline => true,
            Self::X86_64V3 => matches!(arch, Arch::X86_64),
        }
    }

    /// What messages call the processors of an architecture that have these instructions.
    #[must_use]
    pub const fn name(self, arch: Arch) -> &'static str {
        match (arch, self) {
            (Arch::X86_64, Self::Baseline) => "x86-64-v2",
            (Arch::X86_64, Self::X86_64V3) => "x86-64-v3",
            (Arch::Aarch64, _) => "armv8-a",
        }
    }
}

/// How much machine code a module may become. There is no more than 2 GiB in any case.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum CodeLimit {
    /// 1 MiB, and 64 bytes for each byte of the module. Programs become 1 to 3 bytes for each; only modules that are made for it become more than this, as by calls with
    /// hundreds of parameters and results.
    #[default]
    Proportional,
    /// So many bytes.
    Bytes(u64),
    /// Any number.
    None,
}

impl CodeLimit {
    /// The limit in bytes for a module of `module` bytes, if there is any.
    #[must_use]
    pub fn bytes(self, module: usize) -> Option<u64> {
        const BASE: u64 = 1 << 20;
        const FACTOR: u64 = 64;
        match self {
            Self::Proportional => Some(BASE + FACTOR * module as u64),
            Self::Bytes(bytes) => Some(bytes),
            Self::None => None,
        }
    }
}

/// What to compile for and how.
#[derive(Clone, Debug)]
pub struct Options {
    /// The machine.
    pub arch: Arch,
    /// Its instructions.
    pub cpu: Cpu,
    /// Threads to compile with; 0 for as many as the process may use. The output does not depend on it.
    pub threads: usize,
    /// Compare each address with the memory's size instead of relying on guard pages.
    pub explicit_checks: bool,
    /// How much machine code the module may become; a module that becomes more is refused with [`crate::ErrorKind::TooLarge`], before much more than that has been made.
    pub code_limit: CodeLimit,
    /// Measure [`Timings`]; costs some 50 ns per function.
    pub timings: bool,
    /// What is used to make code better.
    #[doc(hidden)]
    pub techniques: Techniques,
}

/// For the machine that this program runs on, or x86-64 if there is no code for that.
impl Default for Options {
    fn default() -> Self {
        Self {
            arch: Arch::HOST.unwrap_or(Arch::X86_64),
            cpu: Cpu::Baseline,
            threads: 0,
            explicit_checks: false,
            code_limit: CodeLimit::default(),
            timings: false,
            techniques: Techniques::default(),
        }
    }
}

/// An imported function, in the order of function indices.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FuncImport {
    /// Module name.
    pub module: String,
    /// Field name.
    pub name: String,
}

/// Where machine code is put while a module is being compiled: memory that grows at its end, and may move when it does.
pub trait TextBuffer: Send {
    /// Says how many bytes of bodies there are: a guess at how much will be appended.
    fn reserve(&mut self, bytes: usize);
    /// Puts `code` and `padding` behind what is there; `None` if there is no memory for it.
    fn append(&mut self, code: &[u8], padding: &[u8]) -> Option<()>;
    /// All that is there.
    fn bytes(&mut self) -> &mut [u8];
}

impl TextBuffer for Buffer {
    fn reserve(&mut self, bytes: usize) {
        // Code is as long as the bodies, or somewhat more.
        *self = Self::with_room(bytes, bytes);
    }

    fn append(&mut self, code: &[u8], padding: &[u8]) -> Option<()> {
        self.extend_from_slice(code);
        self.extend_from_slice(padding);
        Some(())
    }

    fn bytes(&mut self) -> &mut [u8] {
        self
    }
}

/// Where the time of a compilation went. With several threads, `validate` and `emit` are sums over the threads.
#[derive(Clone, Copy, Debug, Default)]
pub struct Timings {
    /// Validation, with the facts gathered on the way.
    pub validate: Duration,
    /// Emission of machine code.
    pub emit: Duration,
    /// Reading of the other sections, merging of chunks, call patching, the info blob.
    pub rest: Duration,
    /// The whole call.
    pub total: Duration,
    /// Bytes of the module's code section.
    pub code_section: usize,
    /// Steps of emission whose number the module decides, for tests that it grows with the module and no faster. Counted in
    /// debug builds only.
    pub work: u64,
}

/// A compiled module, in the form the runtime reads; a pure function of (bytes, options).
#[derive(Clone, Debug)]
pub struct CompiledModule {
    /// What it was compiled for.
    pub arch: Arch,
    /// Machine code: position independent, without relocations. To be placed at a multiple of 64 bytes.
    pub text: Buffer,
    /// The info blob ([`beeline_abi::info`]). To be placed at a multiple of 8 bytes.
    pub info: Buffer,
    /// Contents of data segments. To be placed at a multiple of [`beeline_abi::MAX_HOST_PAGE`], if it is to be mapped from a file.
    pub data: Buffer,
    /// The libcalls that the code uses, in the order of [`beeline_abi::info::Section::Libcalls`].
    pub libcalls: Vec<Libcall>,
    /// Imported functions, in the order of their indices.
    pub func_imports: Vec<FuncImport>,
    /// Where the time went, if it was asked for; `total` and `code_section` always.
    pub timings: Timings,
}
