//! The engines that are libraries: compiling a module and calling a kernel in this process.
//!
//! All of them compile with one thread, but for [`Engine::BeelineTwoThreads`], without caches, and with their defaults otherwise. wasmtime, wasmer and V8
//! leave code that is ready to be called. So does [`Engine::BeelineLoaded`]; the other Beelines stop when the machine code is in memory, which is what
//! a build makes an executable of.

use crate::measure::{Times, peak_memory, timed};
use anyhow::{Context, anyhow};
use beeline_codegen::{Arch, Options};
use serde::{Deserialize, Serialize};
use std::num::NonZero;
use wasmparser::WasmFeatures;

/// An engine, with the options that it is measured with.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, clap::ValueEnum,
)]
#[serde(rename_all = "kebab-case")]
pub enum Engine {
    /// Beeline for this machine, or x86-64 where there is no code for this machine.
    Beeline,
    /// The same with two threads.
    BeelineTwoThreads,
    /// The same, and the code is put where it can be called.
    BeelineLoaded,
    /// Beeline for the other instruction set.
    BeelineOther,
    /// wasmparser's validation, without any code being made.
    Validation,
    /// V8's baseline compiler, in node.
    Liftoff,
    /// wasmtime's baseline compiler.
    Winch,
    /// wasmer's baseline compiler.
    Singlepass,
    /// wasmtime's optimising compiler.
    Cranelift,
    /// The same C compiled to a native program. Kernels only.
    Native,
}

/// The instruction set of [`Engine::Beeline`].
pub const ARCH: Arch = if cfg!(target_arch = "aarch64") { Arch::Aarch64 } else { Arch::X86_64 };

/// The instruction set of [`Engine::BeelineOther`].
pub const OTHER_ARCH: Arch = if cfg!(target_arch = "aarch64") { Arch::X86_64 } else { Arch::Aarch64 };

impl Engine {
    /// The heading of its column.
    pub fn title(self) -> &'static str {
        match self {
            Self::Beeline => "Beeline",
            Self::BeelineTwoThreads => "two threads",
            Self::BeelineLoaded => "loaded",
            Self::BeelineOther => arch_name(OTHER_ARCH),
            Self::Validation => "validation",
            Self::Liftoff => "Liftoff",
            Self::Winch => "Winch",
            Self::Singlepass => "singlepass",
            Self::Cranelift => "Cranelift",
            Self::Native => "native",
        }
    }

    /// The name by which a child is told.
    pub fn id(self) -> String {
        clap::ValueEnum::to_possible_value(&self)
            .map_or_else(String::new, |value| value.get_name().to_owned())
    }
}

/// What users call an instruction set.
pub fn arch_name(arch: Arch) -> &'static str {
    match arch {
        Arch::X86_64 => "x86_64",
        Arch::Aarch64 => "aarch64",
    }
}

/// A compilation that was measured.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
pub struct Compiled {
    /// How long it took.
    #[serde(flatten)]
    pub times: Times,
    /// How long it took in a process that had not compiled anything before.
    pub first: Times,
    /// Of [`Engine::BeelineTwoThreads`], seconds by the clock that one thread took in the same process.
    pub alone: Option<f64>,
    /// Bytes of machine code, where the library tells.
    pub text: Option<u64>,
    /// Bytes of the whole output, where the library tells.
    pub output: Option<u64>,
    /// The most memory that was in use at a time, the module itself included, in bytes.
    pub memory: u64,
}

/// A call of a kernel that was measured.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
pub struct Called {
    /// How long the call took.
    #[serde(flatten)]
    pub times: Times,
    /// What it returned.
    pub result: i64,
}

/// A first compilation that takes longer than this, in seconds, is not repeated in its process: what a process pays only once is little of it.
const LONG: f64 = 5.0;

/// Reads a module and compiles it twice, in a process that has done nothing else. The second time counts: the first one also waits for the compiler's own
/// code to come from the disk, for memory that the process has never had and for a processor that was asleep, and those differ from run to run by more
/// than a fast compiler needs. The memory is that of the first compilation.
///
/// # Errors
///
/// The engine refuses the module.
pub fn compile(engine: Engine, path: &std::path::Path) -> anyhow::Result<Compiled> {
    let before = peak_memory();
    let bytes = std::fs::read(path)?;
    let first = compile_once(engine, &bytes, before)?;
    if first.times.wall > LONG {
        return Ok(first);
    }
    if engine == Engine::BeelineTwoThreads {
        return in_rows(&bytes, first);
    }
    let times = compile_once(engine, &bytes, before)?.times;
    Ok(Compiled { times, ..first })
}

/// Some rounds with one thread, then with two, and the best of each: a processor that had nothing to do works slowly for a while, and there is always something
/// else that one of two does at times.
fn in_rows(bytes: &[u8], first: Compiled) -> anyhow::Result<Compiled> {
    let row = |threads| {
        (0..5).map(|_| Ok(beeline(bytes, ARCH, threads)?.0)).collect::<anyhow::Result<Vec<Times>>>()
    };
    let best = |times: Vec<Times>| times.into_iter().min_by(|a, b| a.wall.total_cmp(&b.wall));
    let (one, two) = (best(row(1)?), best(row(2)?));
    Ok(Compiled { times: two.unwrap_or(first.times), alone: one.map(|times| times.wall), ..first })
}

/// Compiles a module, in a process whose peak of memory was `before` without it.
fn compile_once(engine: Engine, bytes: &[u8], before: u64) -> anyhow::Result<Compiled> {
    let (times, (text, output)) = match engine {
        Engine::Beeline => beeline(bytes, ARCH, 1)?,
        Engine::BeelineTwoThreads => beeline(bytes, ARCH, 2)?,
        Engine::BeelineOther => beeline(bytes, OTHER_ARCH, 1)?,
        Engine::BeelineLoaded => {
            let (module, times) = timed(|| beeline_module(bytes));
            module.map(|_| (times, (None, None)))?
        }
        Engine::Validation => {
            let features = WasmFeatures::WASM2 | WasmFeatures::EXTENDED_CONST;
            let (types, times) =
                timed(|| wasmparser::Validator::new_with_features(features).validate_all(bytes));
            types.map(|_| (times, (None, None)))?
        }
        Engine::Winch | Engine::Cranelift => {
            let engine = wasmtime_engine(engine)?;
            let (module, times) = timed(|| wasmtime::Module::new(&engine, bytes));
            let module = module.map_err(refused)?;
            let memory = peak_memory() - before;
            let output = module.serialize().map_err(refused)?.len() as u64;
            let text = Some(module.text().len() as u64);
            return Ok(Compiled { times, first: times, alone: None, text, output: Some(output), memory });
        }
        Engine::Singlepass => {
            let engine = singlepass_engine();
            let (module, times) = timed(|| wasmer::Module::new(&engine, bytes));
            let module = module?;
            let memory = peak_memory() - before;
            let output = module.serialize().ok().map(|bytes| bytes.len() as u64);
            return Ok(Compiled { times, first: times, alone: None, text: None, output, memory });
        }
        Engine::Liftoff | Engine::Native => return Err(anyhow!("not a library")),
    };
    Ok(Compiled { times, first: times, alone: None, text, output, memory: peak_memory() - before })
}

/// Compiles, and calls the export `run` of a kernel.
///
/// # Errors
///
/// The engine refuses the module, or the kernel traps.
pub fn call(engine: Engine, path: &std::path::Path, scale: i32) -> anyhow::Result<Called> {
    let bytes = std::fs::read(path)?;
    let (result, times) = match engine {
        Engine::Beeline => {
            let module = beeline_module(&bytes)?;
            let mut store = beeline::Store::new(module.engine(), ());
            let instance = beeline::Linker::new(module.engine()).instantiate(&mut store, &module)?;
            let run = instance.get_typed_func::<i32, i64>(&mut store, "run")?;
            let (result, times) = timed(|| run.call(&mut store, scale));
            (result?, times)
        }
        Engine::Winch | Engine::Cranelift => {
            let engine = wasmtime_engine(engine)?;
            let module = wasmtime::Module::new(&engine, &bytes).map_err(refused)?;
            let mut store = wasmtime::Store::new(&engine, ());
            let instance = wasmtime::Instance::new(&mut store, &module, &[]).map_err(refused)?;
            let run = instance.get_typed_func::<i32, i64>(&mut store, "run").map_err(refused)?;
            let (result, times) = timed(|| run.call(&mut store, scale));
            (result.map_err(refused)?, times)
        }
        Engine::Singlepass => {
            let engine = singlepass_engine();
            let module = wasmer::Module::new(&engine, &bytes)?;
            let mut store = wasmer::Store::new(engine);
            let instance = wasmer::Instance::new(&mut store, &module, &wasmer::Imports::new())?;
            let run = instance.exports.get_typed_function::<i32, i64>(&store, "run")?;
            let (result, times) = timed(|| run.call(&mut store, scale));
            (result?, times)
        }
        _ => return Err(anyhow!("not a library")),
    };
    Ok(Called { times, result })
}

/// Times, bytes of text, bytes of output.
type Measured = (Times, (Option<u64>, Option<u64>));

fn beeline(bytes: &[u8], arch: Arch, threads: usize) -> anyhow::Result<Measured> {
    let options = Options { arch, threads, ..Options::default() };
    let (module, times) = timed(|| beeline_codegen::compile(bytes, &options));
    let module = module?;
    let output = module.text.len() + module.info.len() + module.data.len();
    Ok((times, (Some(module.text.len() as u64), Some(output as u64))))
}

/// Compiles with one thread, to be run.
pub fn beeline_module(bytes: &[u8]) -> beeline::Result<beeline::Module> {
    let mut config = beeline::Config::new();
    config.threads(1);
    beeline::Module::from_binary(&beeline::Engine::new(&config)?, bytes)
}

/// wasmtime is built without its parallel compilation.
pub fn wasmtime_engine(engine: Engine) -> anyhow::Result<wasmtime::Engine> {
    let mut config = wasmtime::Config::new();
    config.strategy(match engine {
        Engine::Winch => wasmtime::Strategy::Winch,
        _ => wasmtime::Strategy::Cranelift,
    });
    wasmtime::Engine::new(&config).map_err(refused).context("wasmtime's options")
}

/// wasmer with its baseline compiler and one thread.
pub fn singlepass_engine() -> wasmer::Engine {
    let mut compiler = wasmer::sys::Singlepass::new();
    // The others do not canonicalise, either.
    compiler.num_threads(NonZero::<usize>::MIN).canonicalize_nans(false);
    wasmer::sys::EngineBuilder::new(compiler).engine().into()
}

/// wasmtime's errors are a type of its own; the whole chain of them says which feature is missing.
pub fn refused(error: wasmtime::Error) -> anyhow::Error {
    anyhow!("{error:#}")
}
