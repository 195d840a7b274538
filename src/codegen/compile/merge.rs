//! Chunks to text: concatenation in function order while other chunks are still being compiled, and then the direct calls.
//!
//! A chunk is put at the end of text as soon as all before it are there, and its buffers go back to a worker. So code is copied once, while it is in the cache, and
//! the memory for it is needed once: with the chunks collected first, a build had all code twice.
//!
//! Where text is larger than a call reaches, calls that may be too far go to a veneer at the end of their chunk, a jump that reaches everything;
//! each chunk has one for each function that it calls from afar. Which calls those are is settled when all chunks are there, by distances without veneers and the room
//! that all of them could take at most: so a veneer may turn out to be unneeded, but no call is without one that needs it, and one pass is enough. Then chunks move apart.

use super::chunks::lock;
use super::{Chunk, EmittedFunc};
use crate::error::{Error, ErrorKind, Result};
use crate::masm::code_buffer::CallFixup;
use crate::masm::{Masm, VENEER_BYTES};
use crate::output::{TextBuffer, Timings};
use std::collections::BTreeMap;
use std::sync::Mutex;

/// Chunks begin at multiples of this in text, as functions do.
pub const ALIGN: usize = 16;

/// A jump to a function, at the end of a chunk.
#[derive(Clone, Copy, Debug)]
pub struct Veneer {
    /// Function index; a chunk's veneers are in their order.
    func: u32,
    /// Offset in text.
    at: u32,
}

/// A chunk in text.
#[derive(Clone, Debug)]
pub struct Placed {
    /// Where its code and veneers end, before alignment.
    pub end: u32,
    /// Index of the first function behind it.
    funcs: usize,
    /// Index of the first call behind it.
    calls: usize,
    /// Its veneers.
    pub veneers: Vec<Veneer>,
}

/// Something exceeds what can be addressed.
pub fn too_large(offset: usize, func: Option<u32>, what: &str) -> Error {
    Error { kind: ErrorKind::TooLarge, offset, func, message: format!("{what} exceeds what branches reach") }
}

/// What the chunks amount to.
#[derive(Default)]
pub struct Merged {
    /// The functions, in order; places and site streams are those in text and in `sites`.
    pub funcs: Vec<EmittedFunc>,
    /// The site streams.
    pub sites: Vec<u8>,
    /// The libcalls that are used, a bit each.
    pub libcalls: u32,
    /// Sums over the chunks.
    pub timings: Timings,
    /// Where the chunks are.
    pub chunks: Vec<Placed>,
    calls: Vec<CallFixup>,
}

/// Puts chunks in order.
pub struct Merger<'t> {
    line: Mutex<Line>,
    merging: Mutex<Merging<'t>>,
    padding: u8,
}

/// Chunks on their way to text. Its lock is never held for long.
#[derive(Default)]
struct Line {
    /// Number of the chunk whose turn it is.
    next: usize,
    /// Whether a thread is putting it into text.
    busy: bool,
    /// Chunks whose turn it is not yet, by number.
    waiting: BTreeMap<usize, Chunk>,
    /// Buffers to be used again.
    spare: Vec<Chunk>,
}

/// What the chunks are put into, by one thread at a time.
struct Merging<'t> {
    text: &'t mut dyn TextBuffer,
    merged: Merged,
}

/// Chunks that may wait for the thread that puts them into text before others wait for it, too. It is eight times as fast as one that compiles.
const MOST_WAITING: usize = 16;

impl<'t> Merger<'t> {
    /// Puts chunks with `funcs` functions, from `bytes` of bodies, into `text`, which is empty, with `padding` in between.
    pub fn new(text: &'t mut dyn TextBuffer, funcs: usize, bytes: usize, padding: u8) -> Self {
        // As much as most programs need: what grows is copied, and leaves holes in the heap.
        let (sites, calls) = (Vec::with_capacity(bytes / 3), Vec::with_capacity(bytes / 48));
        let merged = Merged { funcs: Vec::with_capacity(funcs), sites, calls, ..Merged::default() };
        Self { line: Mutex::default(), merging: Mutex::new(Merging { text, merged }), padding }
    }

    /// Takes chunk `number`, which is within the budget; empty buffers are given for it. A thread that finds another one at work leaves its chunk to it: with page faults, that
    /// is a tenth of all work, which two threads waited for each other's turn to do.
    ///
    /// # Errors
    ///
    /// Text becomes too large. That is found behind chunk `number`, and in front of all that have not been put into text.
    pub fn add(&self, number: usize, mut chunk: Chunk) -> Result<Chunk> {
        let mut line = lock(&self.line);
        if line.busy || line.next != number {
            line.waiting.insert(number, chunk);
            let (spare, many) = (line.spare.pop().unwrap_or_default(), line.waiting.len() > MOST_WAITING);
            drop(line);
            if many {
                drop(lock(&self.merging));
            }
            return Ok(spare);
        }
        // It stays so after an error: nothing is put behind that.
        line.busy = true;
        drop(line);
        let mut merging = lock(&self.merging);
        loop {
            let Merging { text, merged } = &mut *merging;
            merged.append(&chunk, self.padding, *text)?;
            let mut line = lock(&self.line);
            line.next += 1;
            let next = line.next;
            let Some(next) = line.waiting.remove(&next) else {
                line.busy = false;
                return Ok(chunk.cleared());
            };
            line.spare.push(std::mem::replace(&mut chunk, next).cleared());
        }
    }

    /// All of it; every chunk has been added.
    pub fn finish(self) -> Merged {
        debug_assert!(lock(&self.line).waiting.is_empty());
        self.merging.into_inner().unwrap_or_else(std::sync::PoisonError::into_inner).merged
    }
}

impl Merged {
    /// Puts a chunk behind the others.
    pub fn append(&mut self, chunk: &Chunk, padding: u8, text: &mut dyn TextBuffer) -> Result<()> {
        let base = text.bytes().len();
        let end = base + chunk.code.len();
        let too_large = || too_large(0, None, "the machine code of the module");
        if i32::try_from(end.next_multiple_of(ALIGN)).is_err() {
            return Err(too_large());
        }
        let padding = [padding; ALIGN];
        text.append(&chunk.code, &padding[..end.next_multiple_of(ALIGN) - end]).ok_or_else(too_large)?;
        let sites = self.sites.len() as u32;
        self.sites.extend_from_slice(&chunk.sites);
        self.funcs.extend(chunk.funcs.iter().map(|func| EmittedFunc {
            start: base as u32 + func.start,
            sites: sites + func.sites,
            ..*func
        }));
        self.calls
            .extend(chunk.calls.iter().map(|call| CallFixup { at: base as u32 + call.at, func: call.func }));
        self.chunks.push(Placed {
            end: end as u32,
            funcs: self.funcs.len(),
            calls: self.calls.len(),
            veneers: Vec::new(),
        });
        self.libcalls |= chunk.libcalls;
        self.timings.work += chunk.work;
        self.timings.validate += chunk.validate;
        self.timings.emit += chunk.emit;
        Ok(())
    }

    /// Patches direct calls. Those that reach less than `reach` bytes go straight to their functions, all others to veneers, for
    /// which there is room for the same `reach`. `first` is the index of the first function that is not imported.
    ///
    /// # Errors
    ///
    /// A call reaches neither its function nor a veneer.
    pub fn link<M: Masm>(&self, text: &mut dyn TextBuffer, first: u32, reach: u32) -> Result<()> {
        let text = text.bytes();
        let start_of = |func: u32| i64::from(self.funcs[(func - first) as usize].start);
        let patch = |text: &mut [u8], at: usize, target: i64| {
            let distance = target - at as i64;
            distance.unsigned_abs() < u64::from(reach) && M::patch_call(&mut text[at..], distance)
        };
        let mut code = Vec::with_capacity(VENEER_BYTES);
        let mut done = 0;
        for chunk in &self.chunks {
            for veneer in &chunk.veneers {
                let at = veneer.at as usize;
                code.clear();
                M::veneer(start_of(veneer.func) - at as i64, &mut code);
                text[at..][..code.len()].copy_from_slice(&code);
            }
            for call in &self.calls[done..chunk.calls] {
                let at = call.at as usize;
                let veneer = || chunk.veneers.binary_search_by_key(&call.func, |veneer| veneer.func);
                let patched = patch(text, at, start_of(call.func))
                    || veneer().is_ok_and(|found| patch(text, at, chunk.veneers[found].at.into()));
                if !patched {
                    return Err(too_large(0, Some(call.func), "the distance of a call from its function"));
                }
            }
            done = chunk.calls;
        }
        Ok(())
    }

    /// Makes room for veneers at the ends of chunks, if text is too large for calls that reach `reach` bytes either way.
    ///
    /// # Errors
    ///
    /// Text becomes too large.
    pub fn make_room<M: Masm>(&mut self, text: &mut dyn TextBuffer, first: u32, reach: u32) -> Result<()> {
        let slack = self.calls.len() * VENEER_BYTES + self.chunks.len() * ALIGN;
        if text.bytes().len() + slack < reach as usize {
            return Ok(());
        }
        let mut done = 0;
        let mut total = 0;
        let (funcs, calls) = (&self.funcs, &self.calls);
        for chunk in &mut self.chunks {
            let is_far = |call: &&CallFixup| {
                let distance = funcs[(call.func - first) as usize].start.abs_diff(call.at);
                distance as usize + slack >= reach as usize
            };
            let mut far: Vec<u32> =
                calls[done..chunk.calls].iter().filter(is_far).map(|call| call.func).collect();
            far.sort_unstable();
            far.dedup();
            // Relative to the chunk's end, until that is known.
            chunk.veneers = far.iter().map(|&func| Veneer { func, at: 0 }).collect();
            done = chunk.calls;
            total += room(chunk);
        }
        if total == 0 {
            return Ok(());
        }
        let too_large = || too_large(0, None, "the machine code of the module");
        if i32::try_from(text.bytes().len() + total).is_err() {
            return Err(too_large());
        }
        let mut zeros = total;
        while zeros > 0 {
            let some = zeros.min(4096);
            text.append(&[0; 4096][..some], &[]).ok_or_else(too_large)?;
            zeros -= some;
        }
        // Every chunk moves by the room of those in front of it, the last one first.
        let text = text.bytes();
        for index in (0..self.chunks.len()).rev() {
            let before = index.checked_sub(1).map(|before| &self.chunks[before]);
            let (start, first_func, first_call) = before.map_or((0, 0, 0), |before| {
                ((before.end as usize).next_multiple_of(ALIGN), before.funcs, before.calls)
            });
            let chunk = &mut self.chunks[index];
            total -= room(chunk);
            let code_end = chunk.end as usize;
            text.copy_within(start..code_end, start + total);
            let by = total as u32;
            self.funcs[first_func..chunk.funcs].iter_mut().for_each(|func| func.start += by);
            self.calls[first_call..chunk.calls].iter_mut().for_each(|call| call.at += by);
            chunk.end += by;
            if !chunk.veneers.is_empty() {
                let mut at = (code_end + total).next_multiple_of(4);
                for veneer in &mut chunk.veneers {
                    veneer.at = at as u32;
                    at += VENEER_BYTES;
                }
                text[code_end + total..at].fill(0);
                chunk.end = at as u32;
            }
            let aligned = (chunk.end as usize).next_multiple_of(ALIGN);
            text[chunk.end as usize..aligned].fill(M::PADDING);
        }
        Ok(())
    }
}

/// Bytes that a chunk with its veneers takes beyond what it takes without them. Its `end` is where its code ends.
fn room(chunk: &Placed) -> usize {
    let code = chunk.end as usize;
    if chunk.veneers.is_empty() {
        return 0;
    }
    let end = code.next_multiple_of(4) + chunk.veneers.len() * VENEER_BYTES;
    end.next_multiple_of(ALIGN) - code.next_multiple_of(ALIGN)
}
