//! Chunks to text: concatenation in function order, and the direct calls.
//!
//! Where text is larger than a call reaches, calls that may be too far go to a veneer at the end of their chunk, a jump that reaches everything;
//! each chunk has one for each function that it calls from afar. Which calls those are is settled before anything is placed, by distances without veneers and the room
//! that all of them could take at most: so a veneer may turn out to be unneeded, but no call is without one that needs it, and one pass is enough.

use super::{Chunk, EmittedFunc};
use crate::error::{Error, ErrorKind, Result};
use crate::masm::code_buffer::CallFixup;
use crate::masm::{Masm, VENEER_BYTES};
use crate::module::Module;
use rayon::prelude::*;

/// Chunks begin at multiples of this in text, as functions do.
const ALIGN: usize = 16;

/// A jump to a function, at the end of a chunk.
#[derive(Clone, Copy, Debug)]
pub struct Veneer {
    /// Function index; a chunk's veneers are in their order.
    func: u32,
    /// Offset in the chunk's code.
    at: u32,
}

/// Something exceeds what can be addressed.
pub fn too_large(offset: usize, func: Option<u32>, what: &str) -> Error {
    Error { kind: ErrorKind::TooLarge, offset, func, message: format!("{what} exceeds what branches reach") }
}

/// Bytes that a chunk's code takes in text.
pub fn placed_len(chunk: &Chunk) -> u32 {
    chunk.code.len().next_multiple_of(ALIGN) as u32
}

/// Where each function of the module starts in text.
fn starts(module: &Module<'_>, chunks: &[Chunk]) -> Vec<u32> {
    let mut starts = Vec::with_capacity(module.func_types.len());
    let mut base = 0;
    for chunk in chunks {
        starts.extend(chunk.funcs.iter().map(|func| base + func.start));
        base = u32::wrapping_add(base, placed_len(chunk));
    }
    starts
}

/// More bytes than the veneers of these chunks can take.
fn slack(chunks: &[Chunk]) -> u64 {
    let calls: u64 = chunks.iter().map(|chunk| chunk.calls.len() as u64).sum();
    calls * VENEER_BYTES as u64 + (chunks.len() * ALIGN) as u64
}

/// Makes room for veneers at the ends of chunks, if text is too large for calls that reach `reach` bytes either way.
pub fn reserve_veneers(module: &Module<'_>, chunks: &mut [Chunk], reach: u32) {
    let total: u64 = chunks.iter().map(|chunk| u64::from(placed_len(chunk))).sum();
    let slack = slack(chunks);
    // Nothing is placed if text is too large for veneers as well; `merge` says so.
    if total + slack < u64::from(reach) || total > i32::MAX as u64 {
        return;
    }
    let starts = starts(module, chunks);
    let mut base = 0;
    for chunk in chunks {
        let len = placed_len(chunk);
        let mut far: Vec<u32> = chunk
            .calls
            .iter()
            .filter(|call| {
                let target = starts[(call.func - module.func_imports) as usize];
                u64::from(target.abs_diff(base + call.at)) + slack >= u64::from(reach)
            })
            .map(|call| call.func)
            .collect();
        far.sort_unstable();
        far.dedup();
        let mut at = chunk.code.len().next_multiple_of(4);
        chunk.veneers = far
            .into_iter()
            .map(|func| {
                let veneer = Veneer { func, at: at as u32 };
                at += VENEER_BYTES;
                veneer
            })
            .collect();
        if !chunk.veneers.is_empty() {
            chunk.code.resize(at, 0);
        }
        base += len;
    }
}

/// Splits a single chunk into those that it would be with several threads, if text is so large that their borders matter: veneers lie there. `lens` are
/// the numbers of their functions.
pub fn split_if_large(chunks: &mut Vec<Chunk>, lens: &[usize], reach: u32) {
    let [chunk] = &chunks[..] else { return };
    if lens.len() > 1 && u64::from(placed_len(chunk)) + slack(chunks) >= u64::from(reach) {
        *chunks = split(&chunks[0], lens);
    }
}

fn split(whole: &Chunk, lens: &[usize]) -> Vec<Chunk> {
    let (mut first, mut calls) = (0, &whole.calls[..]);
    let part = |&len: &usize| {
        let funcs = &whole.funcs[first..first + len];
        first += len;
        let (start, sites) = funcs.first().map_or((0, 0), |func| (func.start, func.sites));
        // What aligns the next function belongs to neither.
        let (end, sites_end) = funcs.last().map_or((0, 0), |func| {
            ((func.start + func.len) as usize, (func.sites + func.sites_len) as usize)
        });
        let (own, rest) = calls.split_at(calls.partition_point(|call| (call.at as usize) < end));
        calls = rest;
        let moved = |func: &EmittedFunc| EmittedFunc {
            start: func.start - start,
            sites: func.sites - sites,
            ..*func
        };
        Chunk {
            code: whole.code[start as usize..end].to_vec(),
            funcs: funcs.iter().map(moved).collect(),
            sites: whole.sites[sites as usize..sites_end].to_vec(),
            calls: own.iter().map(|call| CallFixup { at: call.at - start, ..*call }).collect(),
            ..Chunk::default()
        }
    };
    lens.iter().map(part).collect()
}

/// A chunk's code on its way into text.
struct Part {
    code: Vec<u8>,
    calls: Vec<CallFixup>,
    veneers: Vec<Veneer>,
    /// Where it begins in text.
    base: usize,
    /// Bytes that it takes there.
    placed: usize,
}

/// The code of all chunks, and what is needed to put it together.
pub struct Parts {
    parts: Vec<Part>,
    /// Where each function starts in text.
    starts: Vec<u32>,
    /// Functions in front of those in text.
    imports: u32,
    total: usize,
}

impl Parts {
    /// Takes the code out of the chunks, and writes into them where it goes.
    pub fn take(module: &Module<'_>, chunks: &mut [Chunk]) -> Result<Self> {
        let total: usize = chunks.iter().map(|chunk| placed_len(chunk) as usize).sum();
        if i32::try_from(total).is_err() {
            return Err(too_large(0, None, "the machine code of the module"));
        }
        let starts = starts(module, chunks);
        let mut base = 0;
        let mut part = |chunk: &mut Chunk| {
            let placed = placed_len(chunk) as usize;
            chunk.base = base as u32;
            base += placed;
            let (code, calls) = (std::mem::take(&mut chunk.code), std::mem::take(&mut chunk.calls));
            Part { code, calls, veneers: std::mem::take(&mut chunk.veneers), base: base - placed, placed }
        };
        let parts = chunks.iter_mut().map(&mut part).collect();
        Ok(Self { parts, starts, imports: module.func_imports, total })
    }

    /// Puts the code together and patches direct calls. Those that reach less than `reach` bytes go straight to their functions, all others to the veneers
    /// that were reserved for the same `reach`.
    pub fn merge<M: Masm>(mut self, reach: u32) -> Result<Vec<u8>> {
        if let [part] = &mut self.parts[..] {
            let mut text = std::mem::take(&mut part.code);
            text.resize(part.placed, M::PADDING);
            text.shrink_to_fit();
            self.link::<M>(&self.parts[0], &mut text, reach)?;
            return Ok(text);
        }
        // Zeros, because those cost nothing: their pages come to be where and when they are overwritten.
        let mut text = vec![0; self.total];
        let (mut rest, mut jobs) = (&mut text[..], Vec::with_capacity(self.parts.len()));
        for part in std::mem::take(&mut self.parts) {
            let (place, behind) = rest.split_at_mut(part.placed);
            rest = behind;
            jobs.push((part, place));
        }
        let put = |(part, place): (Part, &mut [u8])| {
            let (code, padding) = place.split_at_mut(part.code.len());
            code.copy_from_slice(&part.code);
            padding.fill(M::PADDING);
            self.link::<M>(&part, place, reach)
        };
        let results: Vec<Result<()>> = jobs.into_par_iter().map(put).collect();
        results.into_iter().collect::<Result<()>>()?;
        Ok(text)
    }

    /// Makes the veneers and patches the calls of a part in its place.
    fn link<M: Masm>(&self, part: &Part, place: &mut [u8], reach: u32) -> Result<()> {
        let start_of = |func: u32| i64::from(self.starts[(func - self.imports) as usize]);
        let mut veneer_code = Vec::with_capacity(VENEER_BYTES);
        for veneer in &part.veneers {
            let at = veneer.at as usize;
            veneer_code.clear();
            M::veneer(start_of(veneer.func) - (part.base + at) as i64, &mut veneer_code);
            place[at..at + veneer_code.len()].copy_from_slice(&veneer_code);
        }
        let patch = |place: &mut [u8], at: usize, target: i64| {
            let distance = target - (part.base + at) as i64;
            distance.unsigned_abs() < u64::from(reach) && M::patch_call(&mut place[at..], distance)
        };
        for call in &part.calls {
            let at = call.at as usize;
            let patched = patch(place, at, start_of(call.func))
                || part.veneers.binary_search_by_key(&call.func, |veneer| veneer.func).is_ok_and(|found| {
                    let veneer = part.base + part.veneers[found].at as usize;
                    patch(place, at, veneer as i64)
                });
            if !patched {
                return Err(too_large(0, Some(call.func), "the distance of a call from its function"));
            }
        }
        Ok(())
    }
}
