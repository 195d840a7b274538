//! Tests of the quick validator. Wherever it accepts a body, wasmparser has to accept it as well, and find the same facts: every case goes through both.

mod bodies;
mod directed;
mod encodings;
mod mutated;
mod operators;

use bodies::{Bodies, Verdict};

/// A module that has something of everything, but for the functions that are looked at. Its memory is accessed by a data segment with a data count section.
const FIXTURE: &str = r#"
    (type $v (func))
    (type $i_i (func (param i32) (result i32)))
    (type $ii_i (func (param i32 i32) (result i32)))
    (type $i_il (func (param i32) (result i32 i64)))
    (type $il_il (func (param i32 i64) (result i32 i64)))
    (type $il_li (func (param i32 i64) (result i64 i32)))
    (type $eight (func (param i32 i64 f32 f64 i32 i64 funcref externref) (result f32)))
    (type $nine (func (param i32 i64 f32 f64 i32 i64 funcref externref i32) (result f32)))
    (import "host" "imported" (func $imported (param i32) (result i64)))
    (import "host" "global" (global $imported i32))
    (table $funcs 3 funcref)
    (table $externs 3 externref)
    (table $more 3 funcref)
    (memory 1)
    (global $i (mut i32) (i32.const 0))
    (global $d (mut f64) (f64.const 0))
    (global $f (mut funcref) (ref.null func))
    (global $constant i64 (i64.const 1))
    (elem $passive funcref (ref.func $declared))
    (elem $outer externref (ref.null extern))
    (data $bytes "bytes")
    (func $declared (type $v) (data.drop $bytes))
    (func $undeclared (type $v))
    (func $ii_i (type $ii_i) unreachable)
    (func $i_il (type $i_il) unreachable)
    (func $eight (type $eight) unreachable)
    (func $nine (type $nine) unreachable)
"#;

/// The fixture with a function more.
fn module(func: &str) -> Vec<u8> {
    wat::parse_str(format!("(module {FIXTURE} {func})")).unwrap_or_else(|error| panic!("{func}: {error}"))
}

/// What both validators say to the last function of a module.
fn last(wasm: &[u8], what: &str) -> Verdict {
    let mut bodies = Bodies::read(wasm).unwrap_or_else(|error| panic!("{what}: {error:?}"));
    let all = bodies.all();
    let index = all.len() - 1;
    bodies.check(index, all[index]).unwrap_or_else(|error| panic!("{what}: {error}"))
}

/// Functions in text that all get this verdict.
fn expect(verdict: Verdict, funcs: &[&str]) {
    for func in funcs {
        assert_eq!(last(&module(func), func), verdict, "{func}");
    }
}

/// Bodies in bytes of a function without parameters and results that all get this verdict.
fn expect_bytes(verdict: Verdict, bodies: &[&[u8]]) {
    let wasm = module("(func)");
    let mut at = Bodies::read(&wasm).expect("the fixture is valid");
    let index = at.all().len() - 1;
    for body in bodies {
        let found = at.check(index, body).unwrap_or_else(|error| panic!("{body:x?}: {error}"));
        assert_eq!(found, verdict, "{body:x?}");
    }
}

/// How often each verdict was given.
#[derive(Default, Debug)]
struct Tally {
    quick: usize,
    slow: usize,
    invalid: usize,
}

impl Tally {
    fn add(&mut self, verdict: Verdict) {
        match verdict {
            Verdict::Quick => self.quick += 1,
            Verdict::Slow => self.slow += 1,
            Verdict::Invalid => self.invalid += 1,
        }
    }
}

/// Random numbers (SplitMix64), the same for a seed everywhere.
struct Rng(u64);

impl Rng {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ z >> 30).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ z >> 27).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ z >> 31
    }

    fn below(&mut self, bound: usize) -> usize {
        (self.next() % bound as u64) as usize
    }
}
