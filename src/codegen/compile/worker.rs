//! Both passes over a chunk: its bodies are validated, then they are emitted.
//!
//! One body after the other would have each pass begin with a cache and a memory of jumps that are full of the other one's code: all of a chunk's bodies at a time take 0.96 of
//! the time (programs of 5 to 30 MB, in the mean). Facts are kept for as many bodies, in memory that is used again.

use super::budget::Budget;
use super::func::Emitter;
use super::merge::{ALIGN, too_large};
use super::{Chunk, EmittedFunc, params};
use crate::Options;
use crate::error::Result;
use crate::masm::{Masm, Reach};
use crate::module::decode::Decoder;
use crate::module::validate::Operators;
use crate::module::validate::{self, FuncFacts};
use crate::module::{Body, Module};
use std::time::{Duration, Instant};
use wasmparser::WasmModuleResources;

/// Bytes of facts that a worker keeps for several bodies. Usual ones take some hundred each. But a body of ten bytes may name local 49,999, whose facts are behind
/// those of all others: a worker that comes upon such bodies goes on with one at a time, whose facts take the same memory again.
const MOST_FACTS: usize = 8 << 20;

/// What a thread needs to compile chunks.
pub struct Worker<'m, M> {
    module: &'m Module<'m>,
    timings: bool,
    budget: &'m Budget,
    scratch: validate::Scratch,
    validated: Vec<Validated<'m>>,
    /// Their facts, and those of earlier ones.
    facts: Vec<FuncFacts>,
    /// Bytes that they have come to take, and how many they may before a batch ends; none once that has been too many.
    held: usize,
    most: usize,
    emitter: Emitter<'m, M>,
    /// The chunk that was compiled last, or empty buffers.
    pub chunk: Chunk,
}

/// A body that is to be emitted.
struct Validated<'m> {
    ty: u32,
    index: u32,
    /// Its offset in the module, and its bytes.
    at: u32,
    len: usize,
    operators: Operators<'m>,
}

impl<'m, M: Masm> Worker<'m, M> {
    /// A worker without anything to do.
    pub fn new(module: &'m Module<'m>, options: &Options, budget: &'m Budget) -> Self {
        Self {
            module,
            timings: options.timings,
            budget,
            scratch: validate::Scratch::default(),
            validated: Vec::new(),
            facts: Vec::new(),
            held: 0,
            most: MOST_FACTS,
            emitter: Emitter::new(module, options),
            chunk: Chunk::default(),
        }
    }

    /// Takes a chunk of bodies through both passes; what is behind too much code through the first one only, and `chunk` is unusable then.
    ///
    /// # Errors
    ///
    /// A body is invalid.
    pub fn compile_chunk<R: WasmModuleResources>(
        &mut self,
        bodies: impl Iterator<Item = Body<'m, R>>,
    ) -> Result<()> {
        // A vector that grows leaves holes in the heap.
        self.chunk.code.reserve((2 * self.module.code_section).min(160 << 10));
        self.swap_output();
        (self.emitter.libcalls, self.emitter.work) = (0, 0);
        let mut watch = self.timings.then(Instant::now);
        let mut lap = |total: &mut Duration| {
            if let Some(start) = &mut watch {
                let now = Instant::now();
                *total += now - *start;
                *start = now;
            }
        };
        let mut bodies = bodies.peekable();
        while bodies.peek().is_some() {
            self.validate(&mut bodies)?;
            lap(&mut self.chunk.validate);
            self.emit();
            lap(&mut self.chunk.emit);
        }
        self.swap_output();
        (self.chunk.libcalls, self.chunk.work) = (self.emitter.libcalls, self.emitter.work);
        Ok(())
    }

    fn swap_output(&mut self) {
        let Chunk { code, sites, calls, .. } = &mut self.chunk;
        self.emitter.m.code_mut().swap_output(code, sites, calls);
    }

    /// Validates bodies, as many as there is room for facts of.
    fn validate<R: WasmModuleResources>(
        &mut self,
        bodies: &mut impl Iterator<Item = Body<'m, R>>,
    ) -> Result<()> {
        self.validated.clear();
        if self.held > self.most {
            self.facts.truncate(1);
            (self.held, self.most) = (0, 0);
        }
        while (self.validated.is_empty() || self.held < self.most)
            && let Some(body) = bodies.next()
        {
            let number = self.validated.len();
            if self.facts.len() == number {
                self.facts.push(FuncFacts::default());
            }
            let (facts, bytes) = (&mut self.facts[number], body.body.as_bytes());
            let (ty, index) = (body.to_validate.ty, body.to_validate.index);
            let (at, len) = (body.body.range().start as u32, bytes.len());
            let params = params(self.module, &body);
            let before = facts.bytes();
            let operators = validate::validate(
                self.module,
                params,
                &body.body,
                body.to_validate,
                facts,
                &mut self.scratch,
            )?;
            self.held += facts.bytes() - before;
            self.validated.push(Validated { ty, index, at, len, operators });
        }
        Ok(())
    }

    /// Emits what has been validated, unless there is too much code.
    fn emit(&mut self) {
        let Self { validated, facts, emitter, chunk, budget, .. } = self;
        let Some(left) = budget.left() else { return };
        // As in text, where chunks are aligned: the sums are those of text.
        let aligned = |emitter: &Emitter<'_, M>| (emitter.m.code().len() as usize).next_multiple_of(ALIGN);
        let before = aligned(emitter);
        emitter.m.code_mut().set_limit(before + left);
        for (body, facts) in validated.iter().zip(facts.iter_mut()) {
            let sites = emitter.m.code().sites.len() as u32;
            let mark = emitter.m.code().mark();
            let mut reach = Reach::of_body(body.len);
            loop {
                emitter.emit(body.ty, facts, Decoder::new(body.operators), body.at, reach);
                if emitter.m.code().exceeds_limit() {
                    return budget.exceed();
                }
                if !emitter.m.code().overflowed() {
                    break;
                }
                let Some(next) = reach.next() else {
                    let what = "the machine code of the function";
                    budget.unreached(too_large(body.at as usize, Some(body.index), what));
                    break;
                };
                emitter.m.code_mut().rewind(mark);
                reach = next;
            }
            let code = emitter.m.code();
            let (start, tables) = (emitter.start, code.table_bytes);
            let (len, sites_len) = (code.len() - start, code.sites.len() as u32 - sites);
            chunk.funcs.push(EmittedFunc { start, len, tables, wasm: body.at, sites, sites_len });
        }
        budget.spend(aligned(emitter) - before);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::CodeLimit;
    use crate::masm::x64::X64;
    use crate::module::sections;

    /// A number of five bytes.
    fn number(value: u32) -> [u8; 5] {
        std::array::from_fn(|at| (value >> (7 * at)) as u8 & 0x7f | if at < 4 { 0x80 } else { 0 })
    }

    /// A module with functions that each read one of these locals, their last one.
    fn module(locals: &[u32]) -> Vec<u8> {
        let body = |&local: &u32| {
            let body = [&[1][..], &number(local + 1), &[0x7f, 0x20], &number(local), &[0x1a, 0x0b]].concat();
            [&number(body.len() as u32)[..], &body].concat()
        };
        let count = number(locals.len() as u32);
        let types = [&count[..], &vec![0; locals.len()]].concat();
        let bodies = [&count[..], &locals.iter().flat_map(body).collect::<Vec<u8>>()].concat();
        let mut out = b"\0asm\x01\0\0\0\x01\x04\x01\x60\0\0".to_vec();
        for (id, content) in [(3, types), (10, bodies)] {
            out.push(id);
            out.extend(number(content.len() as u32));
            out.extend(content);
        }
        out
    }

    /// How many bodies' facts a worker keeps.
    fn kept(locals: &[u32]) -> usize {
        let bytes = module(locals);
        let (module, bodies) = sections::read(&bytes).expect("it is valid");
        let budget = Budget::new(CodeLimit::None, bytes.len());
        let mut worker = Worker::<X64>::new(&module, &Options::default(), &budget);
        worker.compile_chunk(bodies.into_iter()).expect("it is valid");
        assert_eq!(worker.chunk.funcs.len(), locals.len());
        let sum: usize = worker.facts.iter().map(FuncFacts::bytes).sum();
        assert!(sum <= MOST_FACTS, "{sum}");
        worker.facts.len()
    }

    #[test]
    fn facts_are_kept_for_as_many_bodies_as_there_is_room_for() {
        let (usual, large) = (vec![20; 500], vec![49_999; 500]);
        let some = kept(&usual);
        assert_eq!(some, 500);
        assert_eq!(kept(&large), 1);
        assert_eq!(kept(&[usual, large].concat()), 1);
    }
}
