//! Facts to code: bodies are compiled in chunks, by as many threads as asked for, and put together in order.
//!
//! A chunk is a run of bodies of about [`CHUNK`] bytes. A worker takes a chunk through both passes function by function, while the body is in the cache, into its own
//! buffer; nothing in a chunk's bytes depends on other chunks, or on which worker made it. Merging concatenates the buffers in function order and patches
//! the direct calls, so the output is the same for any number of threads.

#![forbid(unsafe_code)]

mod blocks;
mod emit;
mod func;
mod homes;
mod moves;
mod operand;
mod regs;

use crate::error::{Error, ErrorKind, Result};
use crate::masm::code_buffer::CallFixup;
use crate::masm::{Masm, x64::X64};
use crate::module::decode::Decoder;
use crate::module::{Body, Module, info, sections, validate};
use crate::output::{Arch, CompiledModule, FuncImport, Options, Timings};
use beeline_abi::Libcall;
use func::Emitter;
use rayon::prelude::*;
use std::time::{Duration, Instant};

/// Bytes of bodies in a chunk: enough that a chunk's fixed costs do not count, few enough that threads end together.
const CHUNK: usize = 64 << 10;

/// Chunks begin at multiples of this in text, as functions do.
const ALIGN: usize = 16;

/// A function of a chunk, as it was emitted.
#[derive(Clone, Copy, Debug)]
pub struct EmittedFunc {
    /// First byte in the chunk's code.
    pub start: u32,
    /// Bytes of code, jump tables included.
    pub len: u32,
    /// Bytes of jump tables.
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

/// Compiles a module; see [`crate::compile()`].
pub fn compile(bytes: &[u8], options: &Options) -> Result<CompiledModule> {
    let begin = Instant::now();
    let (module, bodies) = sections::read(bytes)?;
    let chunks = match options.arch {
        Arch::X86_64 => compile_bodies::<X64>(&module, bodies, options)?,
        Arch::Aarch64 => {
            let message = "there is no code generator for AArch64".to_owned();
            return Err(Error { kind: ErrorKind::Unsupported, offset: 0, func: None, message });
        }
    };
    let mut timings = Timings { code_section: module.code_section, ..Timings::default() };
    let mut libcalls = 0;
    for chunk in &chunks {
        libcalls |= chunk.libcalls;
        timings.work += chunk.work;
        timings.validate += chunk.validate;
        timings.emit += chunk.emit;
    }
    let libcalls: Vec<Libcall> =
        Libcall::ALL.iter().copied().filter(|&libcall| libcalls >> libcall as u32 & 1 != 0).collect();
    let func_imports = module
        .imports
        .iter()
        .filter(|import| import.kind == beeline_abi::info::KIND_FUNC)
        .map(|import| FuncImport { module: import.module.to_owned(), name: import.name.to_owned() })
        .collect();
    let data = info::place_data(&module, &libcalls);
    let info = info::write(&module, &data, &chunks, &libcalls, options)?;
    let data = data.bytes;
    let text = merge(&module, chunks)?;
    timings.total = begin.elapsed();
    timings.rest = timings.total.saturating_sub(timings.validate + timings.emit);
    Ok(CompiledModule { arch: options.arch, text, info, data, libcalls, func_imports, timings })
}

/// Validates a module; see [`crate::validate`].
pub fn validate_only(bytes: &[u8], options: &Options) -> Result<()> {
    let (module, bodies) = sections::read(bytes)?;
    let run = |chunk: Vec<Body<'_>>| {
        let mut scratch = validate::Scratch::default();
        chunk.into_iter().try_for_each(|body| {
            let params = params(&module, &body);
            validate::validate(&module, params, &body.body, body.to_validate, &mut scratch).map(drop)
        })
    };
    let chunks = into_chunks(bodies);
    let results: Vec<Result<()>> = in_threads(options.threads, chunks, run);
    results.into_iter().collect()
}

/// The parameters of a body's function. Its type was checked with the function section.
fn params<'m>(module: &'m Module<'_>, body: &Body<'_>) -> &'m [beeline_abi::ValType] {
    &module.types[body.to_validate.ty as usize].params
}

/// Splits bodies into runs of about [`CHUNK`] bytes.
fn into_chunks(bodies: Vec<Body<'_>>) -> Vec<Vec<Body<'_>>> {
    let mut chunks = Vec::new();
    let (mut chunk, mut size) = (Vec::new(), 0);
    for body in bodies {
        size += body.body.as_bytes().len();
        chunk.push(body);
        if size >= CHUNK {
            chunks.push(std::mem::take(&mut chunk));
            size = 0;
        }
    }
    if !chunk.is_empty() {
        chunks.push(chunk);
    }
    chunks
}

/// Runs `work` on every item, with this many threads (0 for the process's choice), and gives the results in order.
fn in_threads<T: Send, R: Send>(
    threads: usize,
    items: Vec<T>,
    work: impl Fn(T) -> R + Send + Sync,
) -> Vec<R> {
    if threads == 1 || items.len() <= 1 {
        return items.into_iter().map(work).collect();
    }
    let run = || items.into_par_iter().map(&work).collect();
    if threads == 0 {
        return run();
    }
    match rayon::ThreadPoolBuilder::new().num_threads(threads).build() {
        Ok(pool) => pool.install(run),
        // Without threads to be had the work is done by the process's own.
        Err(_) => run(),
    }
}

/// Compiles all bodies.
fn compile_bodies<M: Masm>(
    module: &Module<'_>,
    bodies: Vec<Body<'_>>,
    options: &Options,
) -> Result<Vec<Chunk>> {
    let chunks = into_chunks(bodies);
    let results = in_threads(options.threads, chunks, |chunk| compile_chunk::<M>(module, chunk, options));
    results.into_iter().collect()
}

/// Takes a chunk of bodies through both passes.
fn compile_chunk<M: Masm>(module: &Module<'_>, bodies: Vec<Body<'_>>, options: &Options) -> Result<Chunk> {
    let mut scratch = validate::Scratch::default();
    let mut emitter: Emitter<'_, M> = Emitter::new(module, options);
    let mut chunk = Chunk { funcs: Vec::with_capacity(bodies.len()), ..Chunk::default() };
    let size: usize = bodies.iter().map(|body| body.body.as_bytes().len()).sum();
    emitter.m.code_mut().reserve(size * 3);
    let mut watch = options.timings.then(Instant::now);
    let mut lap = |total: &mut Duration| {
        if let Some(start) = &mut watch {
            let now = Instant::now();
            *total += now - *start;
            *start = now;
        }
    };
    for body in bodies {
        let (ty, index) = (body.to_validate.ty, body.to_validate.index);
        let range = body.body.range();
        let params = params(module, &body);
        let operators = validate::validate(module, params, &body.body, body.to_validate, &mut scratch)?;
        lap(&mut chunk.validate);
        let sites = emitter.m.code().sites.len() as u32;
        emitter.emit(ty, &scratch.facts, Decoder::new(operators), range.start as u32);
        let code = emitter.m.code();
        if code.overflowed() {
            return Err(too_large(range.start as usize, Some(index), "the machine code of the function"));
        }
        let (start, tables) = (emitter.start, code.table_bytes);
        let (len, sites_len) = (code.len() - start, code.sites.len() as u32 - sites);
        chunk.funcs.push(EmittedFunc { start, len, tables, wasm: range.start as u32, sites, sites_len });
        lap(&mut chunk.emit);
    }
    let code = emitter.m.code_mut();
    chunk.code = code.take_bytes();
    chunk.sites = std::mem::take(&mut code.sites);
    chunk.calls = std::mem::take(&mut code.calls);
    chunk.libcalls = emitter.libcalls;
    chunk.work = emitter.work;
    Ok(chunk)
}

fn too_large(offset: usize, func: Option<u32>, what: &str) -> Error {
    Error { kind: ErrorKind::TooLarge, offset, func, message: format!("{what} exceeds 2 GiB") }
}

/// Bytes that a chunk's code takes in text.
pub fn placed_len(chunk: &Chunk) -> u32 {
    chunk.code.len().next_multiple_of(ALIGN) as u32
}

/// Puts the chunks' code together and patches direct calls.
fn merge(module: &Module<'_>, chunks: Vec<Chunk>) -> Result<Vec<u8>> {
    let total: usize = chunks.iter().map(|chunk| placed_len(chunk) as usize).sum();
    if i32::try_from(total).is_err() {
        return Err(too_large(0, None, "the machine code of the module"));
    }
    let mut starts = Vec::with_capacity(module.func_types.len());
    let mut base = 0;
    for chunk in &chunks {
        starts.extend(chunk.funcs.iter().map(|func| base + func.start));
        base += placed_len(chunk);
    }
    let single = chunks.len() == 1;
    let mut text = if single { Vec::new() } else { Vec::with_capacity(total) };
    for chunk in chunks {
        let base = text.len();
        if single {
            text = chunk.code;
        } else {
            text.extend_from_slice(&chunk.code);
        }
        text.resize(text.len().next_multiple_of(ALIGN), 0xcc);
        for call in chunk.calls {
            let at = base + call.at as usize;
            let target = starts[(call.func - module.func_imports) as usize];
            let distance = target.wrapping_sub(at as u32 + 4);
            text[at..at + 4].copy_from_slice(&distance.to_le_bytes());
        }
    }
    Ok(text)
}
