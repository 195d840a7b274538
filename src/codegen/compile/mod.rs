//! Facts to code: bodies are compiled in chunks, by as many threads as asked for, and put together in order.
//!
//! A chunk is a run of bodies (`chunks`). A worker takes a chunk through both passes, while the bodies are in the cache, into its own
//! buffer (`worker`); nothing in a chunk's bytes depends on other chunks, or on which worker made it. Merging (`merge`) puts the buffers together in function order and patches
//! the direct calls, so the output is the same for any number of threads.

#![forbid(unsafe_code)]

mod blocks;
mod budget;
mod cache;
mod chunks;
mod emit;
mod func;
mod homes;
mod merge;
mod moves;
mod operand;
mod regs;
#[cfg(test)]
mod tests;
mod ways;
mod worker;

use crate::error::Result;
use crate::masm::code_buffer::CallFixup;
use crate::masm::{Masm, arm64::Arm64, x64::X64};
use crate::memory::Buffer;
use crate::module::bodies::Code;
use crate::module::sections::Rest;
use crate::module::{Body, Module, Tail, info, sections, validate};
use crate::output::{Arch, CompiledModule, FuncImport, Options, TextBuffer, Timings};
use beeline_abi::Libcall;
use budget::Budget;
use chunks::{Queue, Threads};
pub use merge::Merged;
use merge::Merger;
use std::time::{Duration, Instant};
use worker::Worker;

/// A function of a chunk, as it was emitted.
#[derive(Clone, Copy, Debug)]
pub struct EmittedFunc {
    /// First byte in the chunk's code.
    pub start: u32,
    /// Bytes of code, constants and jump tables included.
    pub len: u32,
    /// Bytes of constants and jump tables.
    pub tables: u32,
    /// Offset of the body in the module.
    pub wasm: u32,
    /// First byte of its stream in the chunk's sites.
    pub sites: u32,
    /// Bytes of its stream.
    pub sites_len: u32,
}

/// A compiled chunk.
#[derive(Debug, Default)]
pub struct Chunk {
    /// Machine code; direct calls are not patched.
    pub code: Vec<u8>,
    /// Its functions in order.
    pub funcs: Vec<EmittedFunc>,
    /// Site streams.
    pub sites: Vec<u8>,
    calls: Vec<CallFixup>,
    libcalls: u32,
    work: u64,
    validate: Duration,
    emit: Duration,
}

impl Chunk {
    /// Its buffers without what is in them.
    fn cleared(mut self) -> Self {
        self.code.clear();
        self.funcs.clear();
        self.sites.clear();
        self.calls.clear();
        Self { code: self.code, funcs: self.funcs, sites: self.sites, calls: self.calls, ..Self::default() }
    }
}

/// Compiles a module; see [`crate::compile_into()`].
pub fn compile(bytes: &[u8], options: &Options, text: &mut dyn TextBuffer) -> Result<CompiledModule> {
    match options.arch {
        Arch::X86_64 => compile_for::<X64>(bytes, options, text),
        Arch::Aarch64 => compile_for::<Arm64>(bytes, options, text),
    }
}

fn compile_for<M: Masm>(
    bytes: &[u8],
    options: &Options,
    text: &mut dyn TextBuffer,
) -> Result<CompiledModule> {
    let begin = Instant::now();
    let (module, code, rest) = sections::open(bytes)?;
    text.reserve(module.code_section);
    let threads = Threads::new(options.threads, module.code_section);
    let merger = Merger::new(text, module.func_types.len(), module.code_section, M::PADDING);
    let read = |queue: &Queue| {
        let tail = read_rest(bytes, &module, code.as_ref(), rest, queue)?;
        // Data goes through the cache and drives the bodies out of it. So who works alone places it behind them; otherwise that is done while others compile.
        let draft = threads.are_several().then(|| info::draft(&module, &tail, options));
        Ok((tail, draft))
    };
    let budget = Budget::new(options.code_limit, bytes.len());
    let worker = || Worker::<M>::new(&module, options, &budget);
    let (tail, draft) = threads.for_each(read, worker, |worker, number, run| {
        worker.compile_chunk(code.iter().flat_map(|code| code.bodies(&module, run)))?;
        if budget.is_exceeded() {
            return Ok(());
        }
        worker.chunk = merger.add(number, std::mem::take(&mut worker.chunk))?;
        Ok(())
    })?;
    budget.verdict()?;
    let draft = draft.unwrap_or_else(|| info::draft(&module, &tail, options));
    let mut merged = merger.finish();
    let libcalls = merged.libcalls;
    let libcalls: Vec<Libcall> =
        Libcall::ALL.iter().copied().filter(|&libcall| libcalls >> libcall as u32 & 1 != 0).collect();
    merged.make_room::<M>(text, module.func_imports, M::CALL_REACH)?;
    let func_imports = module
        .imports
        .iter()
        .filter(|import| import.kind == beeline_abi::info::KIND_FUNC)
        .map(|import| FuncImport { module: import.module.to_owned(), name: import.name.to_owned() })
        .collect();
    let link = || {
        // What wasmparser knows takes long to be given back where many names are exported.
        drop(code);
        merged.link::<M>(text, module.func_imports, M::CALL_REACH)
    };
    let (linked, described) = threads.join(link, || draft.finish(&tail, &merged, &libcalls));
    let (info, data) = linked.and(described)?;
    let mut timings = Timings { code_section: module.code_section, total: begin.elapsed(), ..merged.timings };
    timings.rest = timings.total.saturating_sub(timings.validate + timings.emit);
    let (arch, text) = (options.arch, Buffer::default());
    Ok(CompiledModule { arch, text, info, data, libcalls, func_imports, timings })
}

/// Validates a module; see [`crate::validate`].
pub fn validate_only(bytes: &[u8], options: &Options) -> Result<()> {
    let (module, code, rest) = sections::open(bytes)?;
    let threads = Threads::new(options.threads, module.code_section);
    let read = |queue: &Queue| read_rest(bytes, &module, code.as_ref(), rest, queue).map(drop);
    let worker = || (validate::Scratch::default(), validate::FuncFacts::default());
    threads.for_each(read, worker, |(scratch, facts), _, run| {
        code.iter().flat_map(|code| code.bodies(&module, run)).try_for_each(|body| {
            let params = params(&module, &body);
            validate::validate(&module, params, &body.body, body.to_validate, facts, scratch).map(drop)
        })
    })
}

/// Finds the bodies, for others to compile, and reads what is behind them.
fn read_rest<'a>(
    bytes: &'a [u8],
    module: &Module<'_>,
    code: Option<&Code<'_>>,
    rest: Rest<'a>,
    queue: &Queue,
) -> Result<Tail<'a>> {
    if let Some(code) = code {
        let found = |run, size| queue.add(run, size);
        code.split(chunks::chunk_size, found).ok_or_else(|| sections::broken_code(bytes))?;
    }
    rest.read(module)
}

/// The parameters of a body's function. Its type was checked with the function section.
fn params<'m, R>(module: &'m Module<'_>, body: &Body<'_, R>) -> &'m [beeline_abi::ValType] {
    &module.types[body.to_validate.ty as usize].params
}
