//! Addresses that are small numbers shifted left, which loads may shift themselves: by every mask and shift around the limits, of every kind of load, and where
//! the shift is of another value than the masked one.

use beeline::{Engine, Instance, Module, Store};
use beeline_spec_tests::rng::Rng;
use std::fmt::Write as _;

/// Bytes of the memory.
const SIZE: u64 = 1 << 16;

/// Loads by name, how many bytes they read, and their result's type.
const LOADS: [(&str, usize, &str); 6] = [
    ("i32.load", 4, "i32"),
    ("i64.load", 8, "i64"),
    ("f32.load", 4, "f32"),
    ("f64.load", 8, "f64"),
    ("i32.load16_u", 2, "i32"),
    ("i64.load8_u", 1, "i64"),
];

/// What is shifted: how it is made of the parameter `n`, and its value.
#[derive(Clone, Copy)]
enum Index {
    /// `n` and a mask.
    Masked(u32),
    /// The same, and `n` becomes that.
    Teed(u32),
    /// `n` as it was before it became the same.
    Other(u32),
    /// The byte at `n`.
    Byte,
    /// The two bytes at `n`.
    Half,
}

impl Index {
    fn text(self) -> String {
        match self {
            Self::Masked(mask) => format!("(i32.and (local.get $n) (i32.const {mask}))"),
            Self::Teed(mask) => format!("(local.tee $n (i32.and (i32.const {mask}) (local.get $n)))"),
            Self::Other(mask) => {
                format!("(local.get $n) (local.set $n (i32.and (local.get $n) (i32.const {mask})))")
            }
            Self::Byte => "(i32.load8_u (local.get $n))".into(),
            Self::Half => "(i32.load16_u (local.get $n))".into(),
        }
    }

    fn value(self, n: u32, memory: &[u8]) -> Option<u32> {
        match self {
            Self::Masked(mask) | Self::Teed(mask) => Some(n & mask),
            Self::Other(_) => Some(n),
            Self::Byte => read(memory, u64::from(n), 1).map(|bits| bits as u32),
            Self::Half => read(memory, u64::from(n), 2).map(|bits| bits as u32),
        }
    }
}

/// `size` bytes at an address; `None` if they are not all in the memory.
fn read(memory: &[u8], address: u64, size: usize) -> Option<u64> {
    let bytes = memory.get(address as usize..)?.get(..size)?;
    Some(bytes.iter().rev().fold(0, |bits, &byte| bits << 8 | u64::from(byte)))
}

fn indices() -> Vec<Index> {
    let masks = [0, 1, 255, 0x1fff, 0x3fff, 0xffff, 0x1fff_ffff, 0x2000_0000, 0x3fff_ffff, 0x4000_0000];
    let masks = masks.into_iter().chain([0x7fff_ffff, 0x8000_0000, 0xffff_ff00, u32::MAX]);
    masks
        .flat_map(|mask| [Index::Masked(mask), Index::Teed(mask), Index::Other(mask)])
        .chain([Index::Byte, Index::Half])
        .collect()
}

#[test]
fn small_numbers_shifted_to_be_addresses() {
    let mut rng = Rng::new(11);
    let memory = rng.bytes(SIZE as usize);
    let mut cases = Vec::new();
    let mut text = String::from("(module (memory 1) (data (i32.const 0) \"");
    for byte in &memory {
        let _ = write!(text, "\\{byte:02x}");
    }
    text.push_str("\")");
    for index in indices() {
        for shift in 0..=4 {
            let (load, size, ty) = LOADS[rng.below(LOADS.len() as u64) as usize];
            let offset = [0, 0, 8, 4096, 0x8000_0000][rng.below(5) as usize];
            let to_i64 = match ty {
                "i32" => "i64.extend_i32_u",
                "f32" => "i32.reinterpret_f32 i64.extend_i32_u",
                "f64" => "i64.reinterpret_f64",
                _ => "",
            };
            // The parameter is added, so that a wrong one is seen. In a loop, locals have registers of their own.
            let _ = write!(
                text,
                "(func (export \"{}\") (param $n i32) (result i64) loop (result i64) {} i32.const {shift} i32.shl {load} \
                 offset={offset} {to_i64} local.get $n i64.extend_i32_u i64.add i32.const 0 br_if 0 end)",
                cases.len(),
                index.text(),
            );
            cases.push((index, shift, offset, size));
        }
    }
    text.push(')');
    let engine = Engine::default();
    let module = Module::new(&engine, &text).unwrap_or_else(|error| panic!("{error}"));
    let mut store = Store::new(&engine, ());
    let instance = Instance::new(&mut store, &module, &[]).unwrap();
    let mut traps = 0;
    for (case, &(index, shift, offset, size)) in cases.iter().enumerate() {
        let func = instance.get_typed_func::<i32, i64>(&mut store, &case.to_string()).unwrap();
        let fixed = [0, 1, 255, 256, 0x3fff, 0x4000, 0x2000_0001, 0x4000_0002, 0x8000_0003, u32::MAX];
        let random = std::iter::repeat_with(|| rng.next_u64() as u32 >> rng.below(32)).take(20);
        for n in fixed.into_iter().chain(random.collect::<Vec<_>>()) {
            let local = match index {
                Index::Teed(mask) | Index::Other(mask) => u64::from(n & mask),
                _ => u64::from(n),
            };
            let wanted = index
                .value(n, &memory)
                .and_then(|index| read(&memory, u64::from(index << shift) + offset, size))
                .map(|bits| bits.wrapping_add(local) as i64);
            let found = func.call(&mut store, n as i32).ok();
            assert_eq!(found, wanted, "case {case}: {} << {shift} + {offset} of {n:#x}", index.text());
            traps += u32::from(wanted.is_none());
        }
    }
    assert!(traps > 100, "only {traps} accesses were outside");
}
