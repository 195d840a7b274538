//! The bodies of the code section: found by their sizes alone, and handed out in runs.
//!
//! wasmparser hands out a body at a time, with a validator each, which took as long as 200 ns per body, and before the last one was there nobody could begin. Here a step is
//! one number. What is said of a section whose sizes do not add up is wasmparser's ([`super::sections`]).

#![forbid(unsafe_code)]

use super::ahead::Ahead;
use super::datas::number;
use super::resources::Resources;
use super::{Body, Module, features};
use wasmparser::{BinaryReader, FuncToValidate, FunctionBody};

/// Largest body: the limit of the JavaScript API, which wasmparser has, too.
const MAX_BODY: usize = 7_654_321;

/// Bodies that follow each other.
#[derive(Clone, Copy, Debug)]
pub struct Run {
    /// Offset in the module of the first one's size.
    at: usize,
    /// Its number in the code section.
    first: u32,
    /// How many they are.
    count: u32,
}

/// A code section.
pub struct Code<'a> {
    /// The module up to the section's end.
    bytes: &'a [u8],
    /// All of it.
    all: Run,
    /// What wasmparser needs to validate a body.
    resources: Resources,
}

/// Takes the body at an offset; `None` if there is none. The offset becomes that of the next one.
fn take<'a>(bytes: &'a [u8], at: &mut usize) -> Option<&'a [u8]> {
    let mut rest = bytes.get(*at..)?;
    let size = number(&mut rest)? as usize;
    *at = bytes.len() - rest.len() + size;
    rest.get(..size)
}

impl<'a> Code<'a> {
    /// The section of `count` bodies in these bytes of the module, from `at` on to the end.
    pub fn new(bytes: &'a [u8], at: usize, count: u32, resources: Resources) -> Self {
        Self { bytes, all: Run { at, first: 0, count }, resources }
    }

    /// Splits it into runs, given the bytes that are left, of at least `size` bytes, or what is left. Tells of each, and how many bytes it is.
    /// `None` if a body does not end in the section, or the last one does not end with it.
    pub fn split(&self, size: impl Fn(usize) -> usize, mut found: impl FnMut(Run, usize)) -> Option<()> {
        let mut at = self.all.at;
        let mut run = Run { count: 0, ..self.all };
        let mut enough = at + size(self.bytes.len() - at);
        let mut ahead = Ahead::new(at);
        for next in 1..=self.all.count {
            ahead.at(self.bytes, at);
            take(self.bytes, &mut at).filter(|body| body.len() <= MAX_BODY)?;
            if at >= enough || next == self.all.count {
                run.count = next - run.first;
                found(run, at - run.at);
                run = Run { at, first: next, count: 0 };
                enough = at + size(self.bytes.len() - at);
            }
        }
        (at == self.bytes.len()).then_some(())
    }

    /// The bodies of a run.
    pub fn bodies<'m>(
        &'m self,
        module: &'m Module<'_>,
        run: Run,
    ) -> impl Iterator<Item = Body<'a, &'m Resources>> {
        let mut at = run.at;
        (run.first..run.first + run.count).map_while(move |number| {
            let body = take(self.bytes, &mut at)?;
            let start = (at - body.len()) as u64;
            let index = module.func_imports + number;
            let ty = module.func_types[index as usize];
            let (resources, features) = (&self.resources, features());
            let body = FunctionBody::new(BinaryReader::new_features(body, start, features));
            Some(Body { body, to_validate: FuncToValidate { resources, index, ty, features } })
        })
    }

    /// All bodies, each with resources of its own.
    #[cfg(test)]
    pub fn all(&self, module: &Module<'_>) -> Vec<Body<'a>> {
        let own = |body: Body<'a, &Resources>| {
            let FuncToValidate { resources, index, ty, features } = body.to_validate;
            let to_validate = FuncToValidate { resources: resources.clone(), index, ty, features };
            Body { body: body.body, to_validate }
        };
        self.bodies(module, self.all).map(own).collect()
    }
}

#[cfg(test)]
mod tests {
    use crate::module::sections;
    use proptest::prelude::*;

    /// A module with a function and a body for each of these, whose sizes are written with more bytes than needed. Its bodies' places.
    fn module(bodies: &[(usize, usize)], slack: usize) -> (Vec<u8>, Vec<usize>) {
        let leb = |mut value: usize, padding: usize, out: &mut Vec<u8>| {
            let padded = out.len() + padding;
            while value >= 0x80 || out.len() < padded {
                out.push(value as u8 | 0x80);
                value >>= 7;
            }
            out.push(value as u8);
        };
        let section = |id: u8, content: &[u8], out: &mut Vec<u8>| {
            out.push(id);
            leb(content.len(), 0, out);
            out.extend(content);
        };
        let mut out = b"\0asm\x01\0\0\0\x01\x04\x01\x60\0\0".to_vec();
        let mut content = Vec::new();
        leb(bodies.len(), 0, &mut content);
        content.resize(content.len() + bodies.len(), 0);
        section(3, &content, &mut out);
        content.clear();
        leb(bodies.len(), 0, &mut content);
        let mut places = Vec::new();
        for &(nops, padding) in bodies {
            places.push(content.len());
            leb(nops + 2, padding, &mut content);
            content.push(0);
            content.resize(content.len() + nops, 1);
            content.push(0x0b);
        }
        content.resize(content.len() + slack, 0);
        let before = out.len();
        section(10, &content, &mut out);
        let start = out.len() - content.len();
        assert!(start > before);
        (out, places.into_iter().map(|place| place + start).collect())
    }

    /// What wasmparser says of the sections and sizes, and the ranges of the bodies.
    fn expected(bytes: &[u8]) -> Result<Vec<std::ops::Range<u64>>, (String, u64)> {
        let said = |error: wasmparser::Error| (error.message().to_owned(), error.offset());
        let mut validator = wasmparser::Validator::new_with_features(crate::module::features());
        let mut ranges = Vec::new();
        for payload in wasmparser::Parser::new(0).parse_all(bytes) {
            let payload = payload.map_err(said)?;
            if let wasmparser::Payload::CodeSectionEntry(body) = &payload {
                ranges.push(body.range());
            }
            validator.payload(&payload).map_err(said)?;
        }
        Ok(ranges)
    }

    fn check(bytes: &[u8]) {
        let found = sections::read(bytes)
            .map(|(_, bodies)| bodies.iter().map(|body| body.body.range()).collect::<Vec<_>>())
            .map_err(|error| (error.message, error.offset as u64));
        assert_eq!(found, expected(bytes), "{bytes:02x?}");
    }

    proptest! {
        #[test]
        fn sizes_are_judged_as_by_wasmparser(
            bodies in proptest::collection::vec((0..300usize, 0..4usize), 0..6),
            slack in prop_oneof![4 => Just(0), 1 => 1..3usize],
            changes in proptest::collection::vec((any::<prop::sample::Index>(), any::<u8>(), 0..5usize), 0..3),
            cut in prop_oneof![4 => Just(0), 1 => 1..5usize],
        ) {
            let (mut bytes, places) = module(&bodies, slack);
            for (place, byte, by) in changes {
                if !places.is_empty() {
                    let at = (*place.get(&places) + by).min(bytes.len() - 1);
                    bytes[at] = byte;
                }
            }
            bytes.truncate(bytes.len() - cut);
            check(&bytes);
        }
    }

    #[test]
    fn sections_behind_the_code_are_judged_before_the_bodies() {
        let (mut bytes, places) = module(&[(100_000, 0), (100_000, 0), (5, 0)], 0);
        // An operator that there is not, in two bodies.
        bytes[places[1] + 50] = 0x06;
        bytes[places[2] + 3] = 0x06;
        let refused = |bytes: &[u8], threads| {
            let options = crate::Options { threads, ..crate::Options::default() };
            let error = crate::compile(bytes, &options).expect_err("it is invalid");
            assert_eq!(crate::validate(bytes, &options), Err(error.clone()));
            (error.func, error.message)
        };
        let first = refused(&bytes, 1);
        assert_eq!(first.0, Some(1));
        assert_eq!(refused(&bytes, 3), first);
        // A data section with a segment of memory 0, which there is not.
        bytes.extend([11, 6, 1, 0, 0x41, 0, 0x0b, 0]);
        let behind = refused(&bytes, 1);
        assert_eq!((behind.0, behind.1.contains("memory")), (None, true), "{behind:?}");
        assert_eq!(refused(&bytes, 3), behind);
    }

    #[test]
    fn the_largest_body() {
        for nops in [super::MAX_BODY - 2, super::MAX_BODY - 1] {
            let (bytes, _) = module(&[(5, 0), (nops, 0), (7, 0)], 0);
            let found = sections::read(&bytes).map(drop).map_err(|error| error.message);
            assert_eq!(found, expected(&bytes).map(drop).map_err(|(message, _)| message));
            assert_eq!(found.is_ok(), nops + 2 == super::MAX_BODY);
        }
    }
}
