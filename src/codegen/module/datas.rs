//! Data segments of the usual form, in bulk.
//!
//! Optimisers split data at every few zeros: python has 42,695 segments, whose validation as constant expressions one by one took as long as a seventh of all
//! emission. Nearly all modules have nothing but segments `(data (i32.const N) "...")` of a memory that has 32-bit addresses, and those are valid if they can be read. So a
//! section is first read here, which accepts it or gives up on it. What is given up on is wasmparser's alone, error messages included. That the section is where it may be,
//! and has as many segments as were announced, is wasmparser's to check before.

#![forbid(unsafe_code)]

use super::ahead::Ahead;
use super::{ConstOp, Data, Module, SegmentMode};
use beeline_abi::info::CONST_VALUE;
use smallvec::SmallVec;

/// Most segments: the limit of the JavaScript API, which wasmparser has, too.
const MAX_SEGMENTS: usize = 100_000;

/// The data segments of a module.
#[derive(Debug)]
pub enum Datas<'a> {
    /// All of them usual. As [`Data`] they would take five times the room.
    Usual {
        /// The segments.
        segments: Vec<Segment>,
        /// The section.
        section: &'a [u8],
    },
    /// Segments of any form.
    Any(Vec<Data<'a>>),
}

/// A usual segment.
#[derive(Clone, Copy, Debug)]
pub struct Segment {
    /// Its offset in memory.
    offset: u32,
    /// Where its bytes start in the section.
    start: u32,
    /// How many they are.
    len: u32,
}

/// Where a segment goes: the memory and the offset, if it is active and that is a constant.
pub type Place = Option<(u32, u64)>;

impl Default for Datas<'_> {
    fn default() -> Self {
        Self::Any(Vec::new())
    }
}

impl<'a> Datas<'a> {
    /// How many there are.
    pub fn len(&self) -> usize {
        match self {
            Self::Usual { segments, .. } => segments.len(),
            Self::Any(segments) => segments.len(),
        }
    }

    /// The mode of segment `index`.
    pub fn mode(&self, index: usize) -> Option<SegmentMode> {
        match self {
            Self::Usual { segments, .. } => {
                let arg = segments.get(index)?.offset.into();
                let offset = SmallVec::from_buf([ConstOp { op: CONST_VALUE, arg }]);
                Some(SegmentMode::Active { index: 0, offset })
            }
            Self::Any(segments) => segments.get(index).map(|data| data.mode.clone()),
        }
    }

    /// Where segment `index` goes, and its bytes.
    #[inline]
    pub fn get(&self, index: usize) -> Option<(Place, &'a [u8])> {
        match self {
            Self::Usual { segments, section } => {
                let Segment { offset, start, len } = *segments.get(index)?;
                Some((Some((0, offset.into())), &section[start as usize..][..len as usize]))
            }
            Self::Any(segments) => {
                let Data { mode, bytes } = segments.get(index)?;
                let place = match mode {
                    SegmentMode::Active { index, offset } => match offset[..] {
                        [ConstOp { op: CONST_VALUE, arg }] => Some((*index, arg)),
                        _ => None,
                    },
                    _ => None,
                };
                Some((place, bytes))
            }
        }
    }
}

/// The segments of a section with these bytes, its count included; `None` if any of them needs a closer look.
pub fn read<'a>(module: &Module<'_>, section: &'a [u8]) -> Option<Datas<'a>> {
    // All memories have 32-bit addresses: nothing else is enabled.
    module.memories.first()?;
    let mut rest = section;
    let count = number(&mut rest)? as usize;
    if count > MAX_SEGMENTS {
        return None;
    }
    // A segment takes five bytes at least.
    let mut segments = Vec::with_capacity(count.min(rest.len() / 5));
    let mut ahead = Ahead::new(0);
    for _ in 0..count {
        ahead.at(section, section.len() - rest.len());
        rest = rest.strip_prefix(&[0x00, 0x41])?;
        let offset = signed(&mut rest)? as u32;
        rest = rest.strip_prefix(&[0x0b])?;
        let len = number(&mut rest)?;
        let start = (section.len() - rest.len()) as u32;
        rest = rest.get(len as usize..)?;
        segments.push(Segment { offset, start, len });
    }
    rest.is_empty().then_some(Datas::Usual { segments, section })
}

/// Takes an unsigned LEB128 number of 32 bits.
pub fn number(bytes: &mut &[u8]) -> Option<u32> {
    let (bits, len) = leb(bytes)?;
    *bytes = &bytes[len..];
    u32::try_from(bits).ok()
}

/// Takes a signed LEB128 number of 32 bits.
fn signed(bytes: &mut &[u8]) -> Option<i32> {
    let (bits, len) = leb(bytes)?;
    *bytes = &bytes[len..];
    let unused = 64 - 7 * len;
    i32::try_from((bits << unused) as i64 >> unused).ok()
}

/// The bits of a LEB128 number of at most five bytes, and how many bytes it has.
#[inline]
fn leb(bytes: &[u8]) -> Option<(u64, usize)> {
    let mut bits = 0;
    for (at, &byte) in bytes.iter().enumerate().take(5) {
        bits |= u64::from(byte & 0x7f) << (7 * at);
        if byte < 0x80 {
            return Some((bits, at + 1));
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::module::sections;
    use proptest::prelude::*;

    fn uleb(mut value: u64, padding: usize, out: &mut Vec<u8>) {
        let start = out.len();
        loop {
            out.push(value as u8 & 0x7f | 0x80);
            value >>= 7;
            if value == 0 {
                break;
            }
        }
        out.resize(out.len() + padding, 0x80);
        let last = out.len() - 1;
        out[last] &= 0x7f;
        assert!(last >= start);
    }

    /// A module with a memory and this data section.
    fn module(section: &[u8], count: Option<u64>) -> Vec<u8> {
        let mut bytes = b"\0asm\x01\0\0\0\x05\x03\x01\0\x01".to_vec();
        if let Some(count) = count {
            let mut inner = Vec::new();
            uleb(count, 0, &mut inner);
            bytes.extend([12, inner.len() as u8]);
            bytes.extend(inner);
        }
        bytes.push(11);
        uleb(section.len() as u64, 0, &mut bytes);
        bytes.extend(section);
        bytes
    }

    /// What wasmparser says of it, and where it finds the segments.
    fn expected(bytes: &[u8]) -> Option<Vec<(Option<u32>, Vec<u8>)>> {
        wasmparser::Validator::new_with_features(crate::module::features()).validate_all(bytes).ok()?;
        let mut datas = Vec::new();
        for payload in wasmparser::Parser::new(0).parse_all(bytes) {
            let wasmparser::Payload::DataSection(section) = payload.ok()? else { continue };
            for data in section {
                let data = data.ok()?;
                let offset = match data.kind {
                    wasmparser::DataKind::Passive => None,
                    wasmparser::DataKind::Active { offset_expr, .. } => {
                        match offset_expr.get_operators_reader().read().ok()? {
                            wasmparser::Operator::I32Const { value } => Some(value as u32),
                            _ => return None,
                        }
                    }
                };
                datas.push((offset, data.data.to_vec()));
            }
        }
        Some(datas)
    }

    /// Both readings of a module agree. Whether it was read in bulk; `None` if it is invalid.
    fn check(section: &[u8], count: Option<u64>) -> Option<bool> {
        let bytes = module(section, count);
        let found = sections::open(&bytes)
            .and_then(|(module, _, rest)| rest.read(&module).map(|tail| (module, tail)))
            .ok();
        let datas = found.as_ref().map(|(_, tail)| {
            let all = (0..tail.datas.len()).filter_map(|index| tail.datas.get(index));
            all.map(|(place, data)| (place.map(|(_, at)| at as u32), data.to_vec())).collect::<Vec<_>>()
        });
        assert_eq!(datas, expected(&bytes), "{bytes:02x?}");
        found.map(|(module, _)| read(&module, section).is_some())
    }

    fn section(segments: &[(i32, Vec<u8>, usize)]) -> Vec<u8> {
        let mut out = Vec::new();
        uleb(segments.len() as u64, 0, &mut out);
        for (offset, bytes, padding) in segments {
            out.extend([0, 0x41]);
            let start = out.len();
            // The sign is in bit 6 of the last byte.
            let mut value = i64::from(*offset);
            while !(-64..64).contains(&value) {
                out.push(value as u8 & 0x7f | 0x80);
                value >>= 7;
            }
            out.push(value as u8 & 0x7f);
            if *padding > 0 && out.len() - start < 5 {
                let last = out.len() - 1;
                out[last] |= 0x80;
                out.push(if value < 0 { 0x7f } else { 0 });
            }
            out.push(0x0b);
            uleb(bytes.len() as u64, padding % 3, &mut out);
            out.extend(bytes);
        }
        out
    }

    fn any_segment() -> impl Strategy<Value = (i32, Vec<u8>, usize)> {
        (any::<i32>(), proptest::collection::vec(any::<u8>(), 0..9), 0..4usize)
    }

    proptest! {
        #[test]
        fn usual_segments_are_read_in_bulk(
            segments in proptest::collection::vec(any_segment(), 0..200),
            counted in any::<bool>(),
        ) {
            let count = counted.then_some(segments.len() as u64);
            prop_assert_eq!(check(&section(&segments), count), Some(true));
        }

        #[test]
        fn changed_bytes_are_judged_alike(
            segments in proptest::collection::vec(any_segment(), 1..4),
            changes in proptest::collection::vec((any::<prop::sample::Index>(), any::<u8>(), 0..4u8), 1..4),
        ) {
            let mut section = section(&segments);
            for (at, byte, how) in changes {
                let at = at.index(section.len());
                match how {
                    0 => section[at] ^= 1 << (byte & 7),
                    1 => section[at] = [0x0b, 0x23, 0x41, 0x42, 0x80, 0xff, 0x7f, 1, 2][usize::from(byte) % 9],
                    2 => section.insert(at, byte),
                    _ => drop(section.remove(at)),
                }
                if section.is_empty() {
                    return Ok(());
                }
            }
            check(&section, None);
        }
    }

    #[test]
    fn other_segments_are_left_to_wasmparser() {
        let one: &[u8] = &[1, 0, 0x41, 5, 0x0b, 1, 9];
        assert_eq!(check(one, Some(1)), Some(true));
        assert_eq!(check(&[1, 2, 0, 0x41, 5, 0x0b, 1, 9], None), Some(false), "a memory index");
        assert_eq!(check(&[1, 1, 1, 9], Some(1)), Some(false), "a passive segment");
        // One constant too many, a wrong type, an unclosed expression.
        assert_eq!(check(&[1, 0, 0x41, 5, 0x41, 5, 0x0b, 1, 9], None), None);
        assert_eq!(check(&[1, 0, 0x42, 5, 0x0b, 1, 9], None), None);
        assert_eq!(check(&[1, 0, 0x41, 5, 1, 9], None), None);
        // Bits that an i32 has no place for, and a number that is too long.
        assert_eq!(check(&[1, 0, 0x41, 0x80, 0x80, 0x80, 0x80, 0x10, 0x0b, 1, 9], None), None);
        assert_eq!(check(&[1, 0, 0x41, 0x80, 0x80, 0x80, 0x80, 0x78, 0x0b, 1, 9], None), Some(true));
        assert_eq!(check(&[1, 0, 0x41, 0x80, 0x80, 0x80, 0x80, 0x80, 0, 0x0b, 1, 9], None), None);
        // Numbers of segments that do not fit.
        assert_eq!(check(one, Some(2)), None);
        assert_eq!(check(&[2, 0, 0x41, 5, 0x0b, 1, 9], None), None);
        assert_eq!(check(&[1, 0, 0x41, 5, 0x0b, 1, 9, 9], None), None);
        assert_eq!(check(&[1, 0, 0x41, 5, 0x0b, 2, 9], None), None);
        let many = |count: usize| section(&vec![(7, Vec::new(), 0); count]);
        assert_eq!(check(&many(100_000), None), Some(true));
        assert_eq!(check(&many(100_001), None), None);
    }
}
