//! Chunks to text: concatenation in function order, and the direct calls.
//!
//! Where text is larger than a call reaches, calls that may be too far go to a veneer at the end of their chunk, a jump that reaches everything;
//! each chunk has one for each function that it calls from afar. Which calls those are is settled before anything is placed, by distances without veneers and the room
//! that all of them could take at most: so a veneer may turn out to be unneeded, but no call is without one that needs it, and one pass is enough.

use super::Chunk;
use crate::error::{Error, ErrorKind, Result};
use crate::masm::{Masm, VENEER_BYTES};
use crate::module::Module;

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

/// Makes room for veneers at the ends of chunks, if text is too large for calls that reach `reach` bytes either way.
pub fn reserve_veneers(module: &Module<'_>, chunks: &mut [Chunk], reach: u32) {
    let total: u64 = chunks.iter().map(|chunk| u64::from(placed_len(chunk))).sum();
    let calls: u64 = chunks.iter().map(|chunk| chunk.calls.len() as u64).sum();
    let slack = calls * VENEER_BYTES as u64 + (chunks.len() * ALIGN) as u64;
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

/// Puts the chunks' code together and patches direct calls. Those that reach less than `reach` bytes go straight to their functions, all others to the veneers that were
/// reserved for the same `reach`.
pub fn merge<M: Masm>(module: &Module<'_>, chunks: Vec<Chunk>, reach: u32) -> Result<Vec<u8>> {
    let patch = |text: &mut [u8], at: usize, target: i64| {
        let distance = target - at as i64;
        distance.unsigned_abs() < u64::from(reach) && M::patch_call(&mut text[at..], distance)
    };
    let total: usize = chunks.iter().map(|chunk| placed_len(chunk) as usize).sum();
    if i32::try_from(total).is_err() {
        return Err(too_large(0, None, "the machine code of the module"));
    }
    let starts = starts(module, &chunks);
    let single = chunks.len() == 1;
    let mut text = if single { Vec::new() } else { Vec::with_capacity(total) };
    let mut veneer_code = Vec::with_capacity(VENEER_BYTES);
    for chunk in chunks {
        let base = text.len();
        if single {
            text = chunk.code;
        } else {
            text.extend_from_slice(&chunk.code);
        }
        text.resize(text.len().next_multiple_of(ALIGN), 0xcc);
        let start_of = |func: u32| i64::from(starts[(func - module.func_imports) as usize]);
        for veneer in &chunk.veneers {
            let at = base + veneer.at as usize;
            veneer_code.clear();
            M::veneer(start_of(veneer.func) - at as i64, &mut veneer_code);
            text[at..at + veneer_code.len()].copy_from_slice(&veneer_code);
        }
        for call in &chunk.calls {
            let at = base + call.at as usize;
            let patched = patch(&mut text, at, start_of(call.func))
                || chunk.veneers.binary_search_by_key(&call.func, |veneer| veneer.func).is_ok_and(|found| {
                    let veneer = base + chunk.veneers[found].at as usize;
                    patch(&mut text, at, veneer as i64)
                });
            if !patched {
                return Err(too_large(0, Some(call.func), "the distance of a call from its function"));
            }
        }
    }
    Ok(text)
}
