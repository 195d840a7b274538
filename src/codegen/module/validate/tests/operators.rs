//! Every operator above every small stack: what it takes, and what it leaves.

use super::{Bodies, FIXTURE, Tally, Verdict};
use crate::module::features;
use std::collections::BTreeSet;
use wasmparser::{BinaryReader, OperatorsReader};

/// The types of the locals that operands come from and results go to, by index.
const TYPES: &str = "i32 i64 f32 f64 funcref externref";

/// Immediates that operators are tried with. What does not fit one does not count.
const IMMEDIATES: [&[u8]; 22] = [
    &[],
    &[0],
    &[1],
    &[2],
    &[3],
    &[4],
    &[5],
    &[0x40],
    &[0x7f],
    &[0x70],
    &[0x6f],
    &[0, 0],
    &[1, 0],
    &[0, 1],
    &[3, 0],
    &[4, 0],
    &[1, 0x7f],
    &[1, 0x70],
    &[1, 0x6f],
    &[1, 1, 1],
    &[0; 4],
    &[0; 8],
];

/// Every operator with every of the immediates that it can have.
fn operators() -> Vec<Vec<u8>> {
    let opcodes = (0..=0xff).map(|op| vec![op]).chain((0..0x20).map(|op| vec![0xfc, op]));
    let with_immediates = opcodes.flat_map(|op| IMMEDIATES.map(|immediates| [&op, immediates].concat()));
    with_immediates.filter(|bytes| is_one_operator(bytes)).collect()
}

/// Whether wasmparser reads exactly one operator in these bytes.
fn is_one_operator(bytes: &[u8]) -> bool {
    let mut reader = OperatorsReader::new(BinaryReader::new_features(bytes, 0, features()));
    let structure = matches!(bytes[0], 0x02..=0x05 | 0x0b);
    structure && bytes.len() <= 2 || reader.read().is_ok() && reader.original_position() == bytes.len() as u64
}

/// Stacks, as indices of locals: all of up to two operands, and those of three that some operator takes, or nearly takes.
fn stacks() -> Vec<Vec<u8>> {
    let mut stacks = vec![vec![]];
    for one in 0..6 {
        stacks.push(vec![one]);
        for other in 0..6 {
            stacks.push(vec![one, other]);
            // A condition, a count or the like on top.
            stacks.push(vec![one, other, 0]);
        }
        stacks.push(vec![0, one, one]);
    }
    stacks
}

#[test]
fn every_operator_above_every_small_stack() {
    let text = format!(
        "(module {FIXTURE} (func (result i32) (local {TYPES}) block (result i32) unreachable end unreachable))"
    );
    let wasm = wat::parse_str(text).expect("the text is well formed");
    let mut at = Bodies::read(&wasm).expect("the module is valid");
    let index = at.all().len() - 1;
    let declarations = [6, 1, 0x7f, 1, 0x7e, 1, 0x7d, 1, 0x7c, 1, 0x70, 1, 0x6f];
    // What follows: nothing, a `drop`, or something that takes one type only.
    let tails: Vec<Vec<u8>> =
        [vec![], vec![0x1a]].into_iter().chain((0..6).map(|local| vec![0x21, local])).collect();
    let (mut tally, mut slow, mut quick, mut valid) =
        (Tally::default(), BTreeSet::new(), BTreeSet::new(), BTreeSet::new());
    let stacks = stacks();
    for operator in operators() {
        let name = operator[..if operator[0] == 0xfc { 2 } else { 1 }].to_vec();
        let opens: &[u8] = if matches!(operator[0], 0x02..=0x04) { &[0x0b] } else { &[] };
        for stack in &stacks {
            let operands: Vec<u8> = stack.iter().flat_map(|&local| [0x20, local]).collect();
            for head in [&[0x02, 0x7f][..], &[0x02, 0x7f, 0x00]] {
                for tail in &tails {
                    // After that nothing matters: the block's result comes from nothing.
                    let body = [&declarations, head, &operands, &operator, opens, tail, &[0x00, 0x0b, 0x0b]]
                        .concat();
                    let verdict = at.check(index, &body).unwrap_or_else(|error| panic!("{body:x?}: {error}"));
                    tally.add(verdict);
                    match verdict {
                        Verdict::Quick => drop(quick.insert(name.clone())),
                        Verdict::Slow => drop(slow.insert(operator.clone())),
                        Verdict::Invalid => {}
                    }
                    if verdict != Verdict::Invalid {
                        valid.insert(name.clone());
                    }
                }
            }
        }
    }
    assert_eq!(quick, valid, "operators that are never accepted quickly");
    // All that there are but `else`, which must stand in an `if`.
    assert_eq!(valid.len(), 200, "operators: {valid:x?}");
    assert!(slow.is_empty(), "{slow:x?}");
    assert!(tally.quick > 50_000 && tally.invalid > 50_000, "{tally:?}");
    println!("{tally:?}");
}
