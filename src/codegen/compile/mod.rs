//! Facts to code: bodies are compiled in chunks, by as many threads as asked for, and put together in order.
//!
//! A chunk is a run of bodies of about [`CHUNK`] bytes. A worker takes a chunk through both passes function by function, while the body is in the cache, into its own
//! buffer; nothing in a chunk's bytes depends on other chunks, or on which worker made it. Merging concatenates the buffers in function order and patches
//! the direct calls, so the output is the same for any number of threads. A single thread has one chunk for all, whose buffer becomes text as it is: every page that is
//! not touched a second time saves half a microsecond.

#![forbid(unsafe_code)]

mod blocks;
mod emit;
mod func;
mod homes;
mod merge;
mod moves;
mod operand;
mod regs;
#[cfg(test)]
mod tests;

use crate::error::Result;
use crate::masm::code_buffer::CallFixup;
use crate::masm::{Masm, Reach, arm64::Arm64, x64::X64};
use crate::module::decode::Decoder;
use crate::module::{Body, Module, info, sections, validate};
use crate::output::{Arch, CompiledModule, FuncImport, Options, Timings};
use beeline_abi::Libcall;
use func::Emitter;
use merge::{Veneer, too_large};
use rayon::prelude::*;
use std::time::{Duration, Instant};

/// Bytes of bodies in a chunk: enough that a chunk's fixed costs do not count, few enough that threads end together.
const CHUNK: usize = 64 << 10;

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
    /// Where its code begins in text; known from [`merge::Parts::take`] on.
    pub base: u32,
    calls: Vec<CallFixup>,
    veneers: Vec<Veneer>,
    libcalls: u32,
    work: u64,
    validate: Duration,
    emit: Duration,
}

/// Compiles a module; see [`crate::compile()`].
pub fn compile(bytes: &[u8], options: &Options) -> Result<CompiledModule> {
    match options.arch {
        Arch::X86_64 => compile_for::<X64>(bytes, options),
        Arch::Aarch64 => compile_for::<Arm64>(bytes, options),
    }
}

fn compile_for<M: Masm>(bytes: &[u8], options: &Options) -> Result<CompiledModule> {
    let begin = Instant::now();
    let (module, bodies) = sections::read(bytes)?;
    in_pool(options.threads, |threads| {
        let mut chunks = compile_bodies::<M>(&module, bodies, options, threads)?;
        merge::reserve_veneers(&module, &mut chunks, M::CALL_REACH);
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
        let parts = merge::Parts::take(&module, &mut chunks)?;
        let describe = || {
            let data = info::place_data(&module, &libcalls);
            let info = info::write(&module, &data, &chunks, &libcalls, options)?;
            Ok((data.bytes, info))
        };
        let link = || parts.merge::<M>(M::CALL_REACH);
        let (text, described) = if threads == 1 { (link(), describe()) } else { rayon::join(link, describe) };
        let (text, (data, info)) = (text?, described?);
        timings.total = begin.elapsed();
        timings.rest = timings.total.saturating_sub(timings.validate + timings.emit);
        Ok(CompiledModule { arch: options.arch, text, info, data, libcalls, func_imports, timings })
    })
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
    let lens = chunk_lens(&bodies);
    in_pool(options.threads, |threads| map(threads, into_chunks(bodies, &lens), run).into_iter().collect())
}

/// The parameters of a body's function. Its type was checked with the function section.
fn params<'m>(module: &'m Module<'_>, body: &Body<'_>) -> &'m [beeline_abi::ValType] {
    &module.types[body.to_validate.ty as usize].params
}

/// The lengths of runs of bodies of about [`CHUNK`] bytes.
fn chunk_lens(bodies: &[Body<'_>]) -> Vec<usize> {
    let mut lens = Vec::new();
    let (mut len, mut size) = (0, 0);
    for body in bodies {
        size += body.body.as_bytes().len();
        len += 1;
        if size >= CHUNK {
            lens.push(std::mem::take(&mut len));
            size = 0;
        }
    }
    if len > 0 {
        lens.push(len);
    }
    lens
}

/// Splits bodies into runs of these lengths.
fn into_chunks<'a>(bodies: Vec<Body<'a>>, lens: &[usize]) -> Vec<Vec<Body<'a>>> {
    let mut bodies = bodies.into_iter();
    lens.iter().map(|&len| bodies.by_ref().take(len).collect()).collect()
}

/// Does `work` with this many threads (0 for the process's choice), and tells it how many they are.
fn in_pool<R: Send>(threads: usize, work: impl FnOnce(usize) -> R + Send) -> R {
    match threads {
        0 => work(rayon::current_num_threads()),
        1 => work(1),
        _ => match rayon::ThreadPoolBuilder::new().num_threads(threads).build() {
            Ok(pool) => pool.install(|| work(threads)),
            // Without threads to be had the work is done by the process's own.
            Err(_) => work(rayon::current_num_threads()),
        },
    }
}

/// Does `work` on every item, and gives the results in order.
fn map<T: Send, R: Send>(threads: usize, items: Vec<T>, work: impl Fn(T) -> R + Send + Sync) -> Vec<R> {
    if threads == 1 {
        items.into_iter().map(work).collect()
    } else {
        items.into_par_iter().map(work).collect()
    }
}

/// Compiles all bodies.
fn compile_bodies<M: Masm>(
    module: &Module<'_>,
    bodies: Vec<Body<'_>>,
    options: &Options,
    threads: usize,
) -> Result<Vec<Chunk>> {
    let lens = chunk_lens(&bodies);
    let chunks = if threads == 1 { vec![bodies] } else { into_chunks(bodies, &lens) };
    let results = map(threads, chunks, |chunk| compile_chunk::<M>(module, chunk, options));
    let mut chunks = results.into_iter().collect::<Result<Vec<_>>>()?;
    merge::split_if_large(&mut chunks, &lens, M::CALL_REACH);
    Ok(chunks)
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
        let mark = emitter.m.code().mark();
        let mut reach = Reach::of_body(body.body.as_bytes().len());
        loop {
            emitter.emit(ty, &scratch.facts, Decoder::new(operators), range.start as u32, reach);
            if !emitter.m.code().overflowed() {
                break;
            }
            let Some(next) = reach.next() else {
                return Err(too_large(range.start as usize, Some(index), "the machine code of the function"));
            };
            emitter.m.code_mut().rewind(mark);
            reach = next;
        }
        let code = emitter.m.code();
        if i32::try_from(code.len()).is_err() {
            return Err(too_large(range.start as usize, Some(index), "the machine code of the module"));
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
