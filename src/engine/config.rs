//! [`Engine`]: the options that modules are compiled with, shared by everything made from it.

use crate::{Error, Result};
use beeline_codegen::{Arch, CodeLimit, Cpu, Options};
use beeline_runtime::arch::missing_feature;
use std::sync::Arc;

/// Options of an [`Engine`].
#[derive(Clone, Debug, Default)]
pub struct Config {
    options: Options,
}

impl Config {
    /// The defaults: as many threads as the process may use, guard pages, the architecture's baseline instructions.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Threads to compile with; 0 for as many as the process may use.
    pub fn threads(&mut self, threads: usize) -> &mut Self {
        self.options.threads = threads;
        self
    }

    /// Compares each address with the memory's size instead of reserving 8 GiB of addresses for each memory.
    pub fn explicit_checks(&mut self, explicit: bool) -> &mut Self {
        self.options.explicit_checks = explicit;
        self
    }

    /// The instructions that generated code may use. An engine cannot be made for more than the processor has.
    pub fn cpu(&mut self, cpu: Cpu) -> &mut Self {
        self.options.cpu = cpu;
        self
    }

    /// Measures where the compiler's time goes.
    pub fn timings(&mut self, timings: bool) -> &mut Self {
        self.options.timings = timings;
        self
    }

    /// How much machine code a module may become, 1 MiB and 64 bytes for each of its bytes if nothing is said. A module that becomes more is refused, before much more than
    /// that has been made.
    pub fn code_limit(&mut self, limit: CodeLimit) -> &mut Self {
        self.options.code_limit = limit;
        self
    }

    /// The options as the compiler takes them.
    #[must_use]
    pub fn options(&self) -> &Options {
        &self.options
    }
}

impl From<Options> for Config {
    fn from(options: Options) -> Self {
        Self { options }
    }
}

/// Compiles modules. Cheap to clone; clones share everything. The default is an engine with default options; on a processor that does not
/// have the features of the architecture's baseline, it compiles, but nothing can be instantiated.
#[derive(Clone, Debug, Default)]
pub struct Engine {
    config: Arc<Config>,
}

impl Engine {
    /// An engine with the given options.
    ///
    /// # Errors
    ///
    /// Code compiled with the options cannot be run here: it is for another machine, or uses features that the processor does
    /// not have.
    pub fn new(config: &Config) -> Result<Self> {
        let Options { arch, cpu, .. } = config.options;
        if Some(arch) != Arch::HOST {
            return Err(Error::usage(format!("{} code cannot be run on this machine", arch.name())));
        }
        if !cpu.is_of(arch) {
            return Err(Error::usage(format!("{cpu:?} is no instruction set of {}", arch.name())));
        }
        if let Some(feature) = missing_feature(cpu.number()) {
            return Err(Error::usage(format!(
                "this processor has no {feature}, which code for {} may use",
                cpu.name(arch)
            )));
        }
        Ok(Self { config: Arc::new(config.clone()) })
    }

    /// The engine's options.
    #[must_use]
    pub fn config(&self) -> &Config {
        &self.config
    }

    /// Whether both are clones of one engine.
    #[must_use]
    pub fn same(a: &Self, b: &Self) -> bool {
        Arc::ptr_eq(&a.config, &b.config)
    }
}
