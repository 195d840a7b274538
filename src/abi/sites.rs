//! Site streams: which wasm offset and which trap code belong to a machine code address.
//!
//! Each function has one stream, in the order of code addresses. An entry is
//! `varint(code delta << 2 | kind)`, `varint(zigzag(wasm delta))`, and for [`Kind::Trap`] one byte of [`TrapCode`]. Both deltas are from the entry
//! before; the first one is from the function's start in text and from its body's offset in the module. Two to three bytes for each memory
//! access and call; nothing is decoded unless something traps.

use crate::TrapCode;

/// What happens at a site.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Kind {
    /// A memory access; a fault here is [`TrapCode::MemoryOutOfBounds`]. The address is the instruction's.
    Memory,
    /// A call; the address is the return address.
    Call,
    /// An instruction that traps, or a fault here, means this code. The address is the instruction's.
    Trap(TrapCode),
}

/// One entry of a stream.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Site {
    /// Bytes from the start of text.
    pub code: u32,
    /// Bytes from the start of the module.
    pub wasm: u32,
    /// What happens there.
    pub kind: Kind,
}

/// Delta encoder for one function's stream.
#[derive(Clone, Copy, Debug)]
pub struct Encoder {
    code: u32,
    wasm: u32,
}

impl Encoder {
    /// Starts a stream for a function at these offsets of text and module.
    #[must_use]
    pub fn new(code: u32, wasm: u32) -> Self {
        Self { code, wasm }
    }

    /// The bytes of `site`, the first one lowest, and how many they are: 2 to [`MAX_BYTES`]. Code addresses must not decrease.
    pub fn encode(&mut self, site: Site) -> (u128, usize) {
        debug_assert!(site.code >= self.code, "sites must come in code order");
        let (kind, trap) = match site.kind {
            Kind::Memory => (0, None),
            Kind::Call => (1, None),
            Kind::Trap(code) => (2, Some(code)),
        };
        let head = u64::from(site.code.wrapping_sub(self.code)) << 2 | kind;
        let delta = i64::from(site.wasm) - i64::from(self.wasm);
        let tail = (delta << 1 ^ delta >> 63) as u64;
        (self.code, self.wasm) = (site.code, site.wasm);
        let ((head, head_len), (tail, tail_len)) = (varint(head), varint(tail));
        let mut len = head_len + tail_len;
        let mut bytes = u128::from(head) | u128::from(tail) << (8 * head_len);
        if let Some(code) = trap {
            bytes |= u128::from(code as u8) << (8 * len);
            len += 1;
        }
        (bytes, len)
    }
}

/// Code deltas below this are short.
pub const SHORT_CODE: u32 = 1 << 12;

/// Wasm deltas from zero up to this, which does not belong to them, are short.
pub const SHORT_WASM: u32 = 1 << 6;

/// The bytes of a site that is no trap (a call, or else a memory access), the first one lowest, and how many they are, two or three, where both deltas are
/// short: nearly all sites. What [`Encoder::encode`] gives then.
#[inline(always)]
#[must_use]
pub fn short(code_delta: u32, wasm_delta: u32, call: bool) -> (u32, usize) {
    debug_assert!(code_delta < SHORT_CODE && wasm_delta < SHORT_WASM);
    let head = code_delta << 2 | u32::from(call);
    // Two or three bytes: not predictable, so without a branch.
    let two = u32::from(code_delta >= 0x20);
    let bytes = head & 0x7f | two << 7 | (head & 0x3f80) << 1 | wasm_delta << (9 + 8 * two);
    (bytes, 2 + two as usize)
}

/// The most bytes of an entry.
pub const MAX_BYTES: usize = 11;

/// A number of at most 35 bits in groups of 7, and how many bytes that takes.
fn varint(value: u64) -> (u64, usize) {
    let (mut bytes, mut rest, mut len) = (0, value, 0);
    while rest >= 0x80 {
        bytes |= (rest & 0x7f | 0x80) << (8 * len);
        rest >>= 7;
        len += 1;
    }
    (bytes | rest << (8 * len), len + 1)
}

/// Iterator over a stream.
#[derive(Clone, Debug)]
pub struct Sites<'a> {
    bytes: &'a [u8],
    code: u32,
    wasm: u32,
}

impl<'a> Sites<'a> {
    /// Reads the stream in `bytes` of a function that starts at these offsets of text and module.
    #[must_use]
    pub fn new(bytes: &'a [u8], code: u32, wasm: u32) -> Self {
        Self { bytes, code, wasm }
    }

    fn byte(&mut self) -> Option<u8> {
        let (&first, rest) = self.bytes.split_first()?;
        self.bytes = rest;
        Some(first)
    }

    fn varint(&mut self) -> Option<u64> {
        let (mut value, mut shift) = (0, 0);
        loop {
            let byte = self.byte()?;
            value |= u64::from(byte & 0x7f).checked_shl(shift)?;
            if byte < 0x80 {
                return Some(value);
            }
            shift += 7;
        }
    }
}

impl Iterator for Sites<'_> {
    type Item = Site;

    fn next(&mut self) -> Option<Site> {
        let head = self.varint()?;
        let zigzag = self.varint()?;
        let kind = match head & 3 {
            0 => Kind::Memory,
            1 => Kind::Call,
            _ => Kind::Trap(TrapCode::from_byte(self.byte()?)?),
        };
        self.code = self.code.wrapping_add((head >> 2) as u32);
        let delta = (zigzag >> 1) as i64 ^ -((zigzag & 1) as i64);
        self.wasm = (i64::from(self.wasm) + delta) as u32;
        Some(Site { code: self.code, wasm: self.wasm, kind })
    }
}

#[cfg(test)]
mod tests {
    extern crate std;
    use super::*;
    use std::vec::Vec;

    #[test]
    fn stream_round_trips_with_backward_wasm_offsets() {
        let sites = [
            Site { code: 100, wasm: 50, kind: Kind::Memory },
            Site { code: 100, wasm: 51, kind: Kind::Call },
            Site { code: 900, wasm: 20, kind: Kind::Memory },
            Site { code: 4995, wasm: 83, kind: Kind::Memory },
            Site { code: 5000, wasm: 900, kind: Kind::Trap(TrapCode::Unreachable) },
            Site { code: 5002, wasm: 60, kind: Kind::Trap(TrapCode::IntegerOverflow) },
            Site { code: u32::MAX, wasm: u32::MAX, kind: Kind::Memory },
        ];
        let mut bytes = Vec::new();
        let mut encoder = Encoder::new(90, 45);
        let (mut shorts, mut last) = (0, (90, 45));
        for site in sites {
            let deltas = (site.code.wrapping_sub(last.0), site.wasm.wrapping_sub(last.1));
            last = (site.code, site.wasm);
            let is_short = deltas.0 < SHORT_CODE && deltas.1 < SHORT_WASM;
            let short = match site.kind {
                Kind::Trap(_) => None,
                kind => is_short.then(|| short(deltas.0, deltas.1, kind == Kind::Call)),
            };
            let (entry, len) = encoder.encode(site);
            assert!(len <= MAX_BYTES);
            assert!(short.is_none_or(|short| short == (entry as u32, len)), "{short:?} {entry:x} {len}");
            shorts += short.iter().len();
            bytes.extend_from_slice(&entry.to_le_bytes()[..len]);
        }
        assert_eq!(Sites::new(&bytes, 90, 45).collect::<Vec<_>>(), sites);
        assert_eq!(shorts, 3);
    }
}
