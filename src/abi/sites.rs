//! Site streams: which wasm offset and which trap code belong to a machine code address.
//!
//! Each function has one stream, in the order of code addresses. What an entry says is relative to the one before; the first one, to the function's start in text
//! and its body's offset in the module. All is little-endian; the bits from the lowest are:
//!
//! * short (2 bytes), most memory accesses and calls: 8 bits of code delta, 6 of wasm delta, one that is set for [`Kind::Call`], zero;
//! * middle (4 bytes), for stubs of traps, say: 9 bits of code delta, 5 of kind, zero, one, then 16 of signed wasm delta;
//! * long (10 bytes): 9 bits that mean nothing, 5 of kind, two ones, then 32 of code delta and 32 of wasm delta, which wraps.
//!
//! A kind is 0 for [`Kind::Memory`], 1 for [`Kind::Call`], and above those 1 more than the [`TrapCode`]. Nothing is decoded unless something traps.

use crate::TrapCode;

/// What happens at a site.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Kind {
    /// A memory access; a fault here, in a memory's reservation, is [`TrapCode::MemoryOutOfBounds`], or [`TrapCode::HostResource`] where the file behind a page cannot be read. The address is the instruction's.
    Memory,
    /// A call; the address is the return address.
    Call,
    /// An instruction that traps, or whose fault is of the kind that this code is told by. The address is the instruction's.
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

/// Bytes of the longest entry.
const MAX_BYTES: usize = 10;

/// Set in an entry that is not short.
const NOT_SHORT: u16 = 1 << 15;
/// Set in one that is long, besides [`NOT_SHORT`], and so in those from there only.
const LONG: u16 = 1 << 14;
const LONG_FROM: u16 = NOT_SHORT | LONG;
/// Bits of a short entry's deltas, of which the code's is the lowest.
const SHORT_CODE: u32 = 8;
const SHORT_WASM: u32 = 6;
/// Where the kind starts in others: behind the bits of a middle one's code delta.
const KIND: u32 = 9;

/// Kinds have five bits.
const _: () = assert!(TrapCode::ALL.len() + 2 <= 1 << 5);

/// The bits that the difference of two places has unless both deltas are short.
const FAR: u64 = !(low_bits(SHORT_CODE) << 32 | low_bits(SHORT_WASM));

const fn low_bits(count: u32) -> u64 {
    (1 << count) - 1
}

impl Kind {
    const fn number(self) -> u16 {
        match self {
            Self::Memory => 0,
            Self::Call => 1,
            Self::Trap(code) => 1 + code as u16,
        }
    }

    const fn from_number(number: u16) -> Option<Self> {
        match number {
            0 => Some(Self::Memory),
            1 => Some(Self::Call),
            _ => match TrapCode::from_byte((number - 1) as u8) {
                Some(code) => Some(Self::Trap(code)),
                None => None,
            },
        }
    }
}

/// Encoder of one function's stream.
#[derive(Clone, Copy, Debug, Default)]
pub struct Encoder {
    /// The last site's offset in the code, in the upper half, and in the module.
    last: u64,
}

impl Encoder {
    /// Starts a stream for a function at these offsets of text and module, or of what else offsets of its sites are given in.
    #[must_use]
    pub fn new(code: u32, wasm: u32) -> Self {
        Self { last: u64::from(code) << 32 | u64::from(wasm) }
    }

    /// Gives `append` the bytes of `site`, from 2 to 10. Code addresses must not decrease. (They are not returned: nearly always they are two, which is known where they are
    /// appended then.)
    #[inline(always)]
    pub fn encode(&mut self, site: Site, append: impl FnOnce(&[u8])) {
        debug_assert!(site.code >= (self.last >> 32) as u32, "sites must come in code order");
        let place = u64::from(site.code) << 32 | u64::from(site.wasm);
        // Both deltas by one subtraction. If the wasm offset has decreased, that makes the lower half a large number.
        let delta = place.wrapping_sub(self.last);
        let is_trap = matches!(site.kind, Kind::Trap(_));
        if !is_trap && delta & FAR == 0 {
            let kind = u64::from(site.kind.number()) << (SHORT_CODE + SHORT_WASM);
            let entry = delta >> 32 | delta << SHORT_CODE | kind;
            append(&(entry as u16).to_le_bytes());
        } else {
            let (bytes, len) = Self::encode_far(self.last, site.code, site.wasm, site.kind.number());
            append(&bytes[..len]);
        }
        self.last = place;
    }

    /// The bytes of an entry that is not short, and how many they are. (A site would be put together in memory for this, wherever one is encoded.)
    #[cold]
    #[inline(never)]
    fn encode_far(last: u64, code: u32, wasm: u32, kind: u16) -> ([u8; MAX_BYTES], usize) {
        let head = NOT_SHORT | kind << KIND;
        let code = code.wrapping_sub((last >> 32) as u32);
        let wasm = wasm.wrapping_sub(last as u32);
        let mut bytes = [0; MAX_BYTES];
        if let Ok(wasm) = i16::try_from(wasm as i32)
            && code < 1 << KIND
        {
            bytes[..2].copy_from_slice(&(head | code as u16).to_le_bytes());
            bytes[2..4].copy_from_slice(&wasm.to_le_bytes());
            return (bytes, 4);
        }
        bytes[..2].copy_from_slice(&(head | LONG).to_le_bytes());
        bytes[2..6].copy_from_slice(&code.to_le_bytes());
        bytes[6..].copy_from_slice(&wasm.to_le_bytes());
        (bytes, MAX_BYTES)
    }
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

    fn take<const N: usize>(&mut self) -> Option<[u8; N]> {
        let (&first, rest) = self.bytes.split_first_chunk()?;
        self.bytes = rest;
        Some(first)
    }
}

impl Iterator for Sites<'_> {
    type Item = Site;

    fn next(&mut self) -> Option<Site> {
        let head = u16::from_le_bytes(self.take()?);
        let kind = head >> KIND & low_bits(14 - KIND) as u16;
        let (kind, code, wasm) = if head < NOT_SHORT {
            let (code, wasm) =
                (head & low_bits(SHORT_CODE) as u16, head >> SHORT_CODE & low_bits(SHORT_WASM) as u16);
            (head >> (SHORT_CODE + SHORT_WASM), u32::from(code), u32::from(wasm))
        } else if head < LONG_FROM {
            let wasm = i16::from_le_bytes(self.take()?);
            (kind, u32::from(head & low_bits(KIND) as u16), i32::from(wasm) as u32)
        } else {
            (kind, u32::from_le_bytes(self.take()?), u32::from_le_bytes(self.take()?))
        };
        let kind = Kind::from_number(kind)?;
        (self.code, self.wasm) = (self.code.wrapping_add(code), self.wasm.wrapping_add(wasm));
        Some(Site { code: self.code, wasm: self.wasm, kind })
    }
}

#[cfg(test)]
mod tests {
    extern crate std;
    use super::*;
    use std::vec::Vec;

    const TRAP: Kind = Kind::Trap(TrapCode::Unreachable);

    /// The stream of these sites, and how long each of its entries is.
    fn stream(sites: &[Site]) -> (Vec<u8>, Vec<usize>) {
        let (mut bytes, mut lens) = (Vec::new(), Vec::new());
        let mut encoder = Encoder::new(90, 45);
        for &site in sites {
            encoder.encode(site, |entry| {
                lens.push(entry.len());
                bytes.extend_from_slice(entry);
            });
        }
        (bytes, lens)
    }

    #[test]
    fn stream_round_trips_with_backward_wasm_offsets() {
        let sites = [
            (2, Site { code: 100, wasm: 50, kind: Kind::Memory }),
            (2, Site { code: 100, wasm: 51, kind: Kind::Call }),
            (4, Site { code: 101, wasm: 20, kind: Kind::Memory }),
            (2, Site { code: 356, wasm: 83, kind: Kind::Memory }),
            (2, Site { code: 611, wasm: 146, kind: Kind::Call }),
            (4, Site { code: 867, wasm: 147, kind: Kind::Call }),
            (4, Site { code: 868, wasm: 211, kind: Kind::Memory }),
            (4, Site { code: 868, wasm: 211, kind: TRAP }),
            (4, Site { code: 1379, wasm: 32_978, kind: TRAP }),
            (10, Site { code: 1891, wasm: 32_978, kind: TRAP }),
            (10, Site { code: 1891, wasm: 65_746, kind: Kind::Trap(TrapCode::IntegerOverflow) }),
            (4, Site { code: 1891, wasm: 32_978, kind: Kind::Memory }),
            (10, Site { code: 1891, wasm: 209, kind: Kind::Call }),
            (10, Site { code: u32::MAX, wasm: u32::MAX, kind: Kind::Memory }),
            (4, Site { code: u32::MAX, wasm: 0, kind: TRAP }),
        ];
        let (expected, sites): (Vec<_>, Vec<_>) = sites.into_iter().unzip();
        let (bytes, lens) = stream(&sites);
        assert_eq!(Sites::new(&bytes, 90, 45).collect::<Vec<_>>(), sites);
        assert_eq!(lens, expected);
    }

    #[test]
    fn each_kind_has_its_number() {
        let traps = TrapCode::ALL.map(Kind::Trap);
        for &kind in [Kind::Memory, Kind::Call].iter().chain(&traps) {
            for wasm in [46, 100_000] {
                let site = Site { code: 91, wasm, kind };
                assert_eq!(Sites::new(&stream(&[site]).0, 90, 45).collect::<Vec<_>>(), [site]);
            }
        }
    }

    #[test]
    fn a_stream_that_is_cut_off_ends() {
        for wasm in [46, 100, 100_000] {
            let (bytes, _) = stream(&[Site { code: 95, wasm, kind: Kind::Memory }]);
            for len in 0..bytes.len() {
                assert_eq!(Sites::new(&bytes[..len], 90, 45).next(), None);
            }
        }
    }
}
