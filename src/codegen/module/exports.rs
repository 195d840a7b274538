//! The export section, in bulk.
//!
//! A module may export each of its functions by a long name: duckdb has 75,111 exports, which wasmparser copied, each into memory of its own, to find those that are
//! named twice; that took 4 % of a compile. So the section is first read here, which accepts it or gives up on it. What is given up on is wasmparser's alone, error messages
//! included. That the section is where it may be is wasmparser's to check in any case; which functions are exported, and may be referred to, it is told by
//! [`super::resources`].

#![forbid(unsafe_code)]

use super::datas::number;
use super::{Export, Module};
use beeline_abi::info::{KIND_FUNC, KIND_GLOBAL, KIND_MEMORY, KIND_TABLE};
use std::collections::HashSet;

/// Most exports, and most bytes of a name: limits that wasmparser has, too.
const MAX_EXPORTS: usize = 1_000_000;
const MAX_NAME: usize = 100_000;

/// The exports of a section with these bytes, its count included; `None` if any of them needs a closer look. All that may be exported must have been read.
pub fn read<'a>(module: &Module<'_>, section: &'a [u8]) -> Option<Vec<Export<'a>>> {
    let mut rest = section;
    let count = number(&mut rest)? as usize;
    if count > MAX_EXPORTS {
        return None;
    }
    // An export takes three bytes at least.
    let room = count.min(rest.len() / 3);
    let mut exports = Vec::with_capacity(room);
    // Its hash is keyed by chance: nobody can choose names that collide.
    let mut names = HashSet::with_capacity(room);
    for _ in 0..count {
        let len = number(&mut rest)? as usize;
        let (name, behind) = rest.split_at_checked(len).filter(|_| len <= MAX_NAME)?;
        let name = std::str::from_utf8(name).ok()?;
        let (&kind, behind) = behind.split_first()?;
        rest = behind;
        let index = number(&mut rest)?;
        let (kind, all) = match kind {
            0 => (KIND_FUNC, module.func_types.len()),
            1 => (KIND_TABLE, module.tables.len()),
            2 => (KIND_MEMORY, module.memories.len()),
            3 => (KIND_GLOBAL, module.globals.len()),
            _ => return None,
        };
        if index as usize >= all || !names.insert(name) {
            return None;
        }
        exports.push(Export { name, kind, index });
    }
    rest.is_empty().then_some(exports)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::module::{features, sections};
    use proptest::prelude::*;

    /// A module with two functions, a table, a memory and a global, and this export section; with a body that refers to the second function.
    fn module(section: &[u8], refers: bool) -> Vec<u8> {
        let mut bytes = b"\0asm\x01\0\0\0\x01\x04\x01\x60\0\0\x03\x03\x02\0\0".to_vec();
        bytes.extend(b"\x04\x04\x01\x70\0\x01\x05\x03\x01\0\x01\x06\x06\x01\x7f\0\x41\0\x0b");
        bytes.extend([7, section.len() as u8 | 0x80, (section.len() >> 7) as u8]);
        bytes.extend(section);
        let body: &[u8] = if refers { b"\x05\0\xd2\x01\x1a\x0b" } else { b"\x02\0\x0b" };
        bytes.extend([10, body.len() as u8 + 4, 2]);
        bytes.extend(body);
        bytes.extend(b"\x02\0\x0b");
        bytes
    }

    /// wasmparser's verdict on the whole module is ours, in the same words. Whether the exports were read in bulk; `None` if the module is invalid.
    fn check(section: &[u8], refers: bool) -> Option<bool> {
        let bytes = module(section, refers);
        let expected = wasmparser::Validator::new_with_features(features()).validate_all(&bytes);
        let said = expected.map(drop).map_err(|error| (error.message().to_owned(), error.offset() as usize));
        let found = crate::validate(&bytes, &crate::Options::default());
        assert_eq!(found.map_err(|error| (error.message, error.offset)), said, "{bytes:02x?}");
        said.ok()?;
        let (module, ..) = sections::open(&bytes).expect("it is valid");
        let exports = wasmparser::ExportSectionReader::new(wasmparser::BinaryReader::new(section, 0))
            .expect("it is valid");
        let exports = exports.into_iter().map(|export| export.expect("it is valid"));
        let listed: Vec<_> = exports.map(|export| (export.name, export.index)).collect();
        let found: Vec<_> = module.exports.iter().map(|export| (export.name, export.index)).collect();
        assert_eq!(found, listed);
        Some(read(&module, section).is_some())
    }

    fn section(exports: &[(&str, u8, u8)]) -> Vec<u8> {
        let mut out = vec![exports.len() as u8];
        for (name, kind, index) in exports {
            out.push(name.len() as u8);
            out.extend(name.as_bytes());
            out.extend([*kind, *index]);
        }
        out
    }

    #[test]
    fn usual_exports_are_read_in_bulk() {
        assert_eq!(check(&section(&[]), false), Some(true));
        let all = [("f", 0, 0), ("g", 0, 1), ("", 0, 1), ("table", 1, 0), ("memory", 2, 0), ("é", 3, 0)];
        assert_eq!(check(&section(&all), false), Some(true));
        // A number with more bytes than it needs.
        assert_eq!(check(&[1, 0x81, 0, b'f', 0, 0x80, 0], false), Some(true));
    }

    #[test]
    fn exported_functions_may_be_referred_to() {
        assert_eq!(check(&section(&[("g", 0, 1)]), true), Some(true));
        assert_eq!(check(&section(&[("f", 0, 0), ("t", 1, 0)]), true), None);
        assert_eq!(check(&section(&[]), true), None);
    }

    #[test]
    fn other_exports_are_left_to_wasmparser() {
        for (kind, index) in [(0, 2), (1, 1), (2, 1), (3, 1), (4, 0), (5, 0), (0x20, 0)] {
            assert_eq!(check(&section(&[("a", kind, index)]), false), None, "{kind} {index}");
        }
        assert_eq!(check(&section(&[("a", 0, 0), ("b", 0, 0), ("a", 2, 0)]), false), None, "twice");
        assert_eq!(check(&[1, 1, 0xff, 0, 0], false), None, "not UTF-8");
        assert_eq!(check(&[1, 2, b'f', 0, 0], false), None, "a name that does not end");
        assert_eq!(check(&[2, 1, b'f', 0, 0], false), None, "too few");
        assert_eq!(check(&[0, 1, b'f', 0, 0], false), None, "too many");
        assert_eq!(check(&[1, 1, b'f', 0, 0x80, 0x80, 0x80, 0x80, 0x10], false), None, "too large a number");
        assert_eq!(check(&[1, 1, b'f'], false), None, "no kind");
        assert_eq!(check(&[], false), None, "no count");
    }

    #[test]
    fn the_section_must_be_where_it_may_be() {
        let bytes = module(&section(&[("f", 0, 0)]), false);
        let export = bytes.windows(2).position(|two| two == [7, 0x85]).expect("the section");
        let mut twice = bytes.clone();
        let section: Vec<u8> = bytes[export..export + 8].to_vec();
        twice.splice(export..export, section.iter().copied());
        let mut late = bytes.clone();
        late.drain(export..export + 8);
        late.extend(&section);
        for bytes in [twice, late] {
            let expected = wasmparser::Validator::new_with_features(features()).validate_all(&bytes);
            let expected = expected.map(drop).map_err(|error| (error.message().to_owned(), error.offset()));
            let found = crate::validate(&bytes, &crate::Options::default());
            assert!(expected.is_err());
            assert_eq!(found.map_err(|error| (error.message, error.offset as u64)), expected);
        }
    }

    proptest! {
        #[test]
        fn changed_bytes_are_judged_alike(
            exports in proptest::collection::vec(("[a-cé]{0,3}", 0..5u8, 0..3u8), 0..8),
            changes in proptest::collection::vec((any::<prop::sample::Index>(), any::<u8>(), 0..3u8), 0..3),
            refers in any::<bool>(),
        ) {
            let exports: Vec<_> = exports.iter().map(|(name, kind, index)| (&name[..], *kind, *index)).collect();
            let mut section = section(&exports);
            for (at, byte, how) in changes {
                let at = at.index(section.len());
                match how {
                    0 => section[at] ^= 1 << (byte & 7),
                    1 => section.insert(at, byte),
                    _ => drop(section.remove(at)),
                }
                if section.is_empty() {
                    return Ok(());
                }
            }
            check(&section, refers);
        }
    }
}
