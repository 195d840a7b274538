//! Loads right behind stores: each store with each load, at the same place and at others, with and without labels between the two.

use beeline::{Engine, Instance, Memory, Module, Store};
use std::fmt::Write as _;

/// Type, operator, and how many bytes.
const STORES: [(&str, &str, usize); 9] = [
    ("i32", "i32.store", 4),
    ("i64", "i64.store", 8),
    ("f32", "f32.store", 4),
    ("f64", "f64.store", 8),
    ("i32", "i32.store8", 1),
    ("i32", "i32.store16", 2),
    ("i64", "i64.store8", 1),
    ("i64", "i64.store16", 2),
    ("i64", "i64.store32", 4),
];

/// Type, operator, how many bytes, and whether they have a sign.
const LOADS: [(&str, &str, usize, bool); 14] = [
    ("i32", "i32.load", 4, false),
    ("i64", "i64.load", 8, false),
    ("f32", "f32.load", 4, false),
    ("f64", "f64.load", 8, false),
    ("i32", "i32.load8_s", 1, true),
    ("i32", "i32.load8_u", 1, false),
    ("i32", "i32.load16_s", 2, true),
    ("i32", "i32.load16_u", 2, false),
    ("i64", "i64.load8_s", 1, true),
    ("i64", "i64.load8_u", 1, false),
    ("i64", "i64.load16_s", 2, true),
    ("i64", "i64.load16_u", 2, false),
    ("i64", "i64.load32_s", 4, true),
    ("i64", "i64.load32_u", 4, false),
];

/// Offsets of the load from `$p`. That of the store is 8.
const OFFSETS: [usize; 3] = [8, 12, 6];

/// The values that are stored: in the local `$x`, which is of the store's type, and in a temporary.
const VALUES: [&str; 2] = ["(local.get $x)", "(call $same_TYPE (local.get $x))"];

/// What a load reads.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Reads {
    /// What was stored.
    Stored,
    /// That, or what was there before if `$c` is 1.
    Either,
    /// What was there before.
    Before,
}
use Reads::{Before, Either, Stored};

/// Around STORE and LOAD, with what LOAD reads, and how often that is in the result. `$r` is of the load's type, and OTHER loads the type that is stored from elsewhere.
const SHAPES: [(&str, Reads, i64); 15] = [
    ("STORE (return (call $bits_LOADED LOAD))", Stored, 1),
    ("STORE (local.set $r LOAD)", Stored, 1),
    ("STORE (drop (local.tee $r LOAD))", Stored, 1),
    ("(local.get $r) STORE (local.set $r LOAD) (call $bits_LOADED) (i64.add (call $bits_LOADED (local.get $r))) return", Stored, 1),
    ("(local.get $x) STORE (local.set $r LOAD) (local.set $x) (call $bits_TYPE (local.get $x)) (call $bits_LOADED (local.get $r))
      (i64.sub (call $bits_TYPE (local.get $y))) i64.add return", Stored, 1),
    ("STORE LOAD LOAD (local.set $r) (call $bits_LOADED) (i64.add (call $bits_LOADED (local.get $r))) return", Stored, 2),
    ("(block (br_if 0 (local.get $c)) STORE) (local.set $r LOAD)", Either, 1),
    ("(if (local.get $c) (then (local.set $p (i32.add (local.get $p) (i32.const 1)))
        (local.set $p (i32.sub (local.get $p) (i32.const 1)))) (else STORE)) (local.set $r LOAD)", Either, 1),
    ("(block (br_table 0 0 (local.get $c))) STORE (loop $again (local.set $sum (i64.add (local.get $sum) (call $bits_LOADED LOAD)))
        (i64.store offset=6 (local.get $p) (i64.const 0)) (i64.store offset=14 (local.get $p) (i64.const 0))
        (local.set $n (i32.add (local.get $n) (i32.const 1))) (br_if $again (i32.lt_u (local.get $n) (i32.const 3)))) (return (local.get $sum))", Stored, 1),
    ("(call $ten) STORE LOAD (local.set $r) (call $add_ten) (i64.add (call $bits_LOADED (local.get $r))) (i64.sub (i64.const 55)) return", Stored, 1),
    ("STORE OTHER LOAD (local.set $r) drop", Stored, 1),
    ("STORE (local.set $x OTHER) (local.set $r LOAD)", Stored, 1),
    ("STORE (local.set $y OTHER) (local.set $x OTHER) LOAD (local.set $r LOAD) (call $bits_LOADED)
      (i64.add (call $bits_LOADED (local.get $r))) return", Stored, 2),
    ("(loop $again STORE (local.set $p (i32.load offset=24 (local.get $p))) (local.set $r LOAD) (br_if $again (local.get $n)))", Before, 1),
    ("(block (br_if 0 (local.get $c)) STORE OTHER (local.set $y)) OTHER (local.set $y) (local.set $r LOAD)", Either, 1),
];

/// The bytes that are there before.
const BYTE: u8 = 0xa5;

/// A load of memory, with a value of 8 bytes stored at 8 of 32, or not.
fn loaded(
    stored: Option<(usize, u64)>,
    offset: usize,
    (ty, _, size, signed): (&str, &str, usize, bool),
) -> i64 {
    let mut memory = [BYTE; 32];
    if let Some((size, value)) = stored {
        memory[8..8 + size].copy_from_slice(&value.to_le_bytes()[..size]);
    }
    let mut bytes = [0; 8];
    bytes[..size].copy_from_slice(&memory[offset..offset + size]);
    let value = u64::from_le_bytes(bytes) as i64;
    let shift = 64 - 8 * size as u32;
    match (signed, ty) {
        (true, "i32") => i64::from((value << shift >> shift) as u32),
        (true, _) => value << shift >> shift,
        (false, _) => value,
    }
}

/// An instance of a module, with the memory that it exports.
fn instantiate(text: &str) -> (Store<()>, Instance, Memory) {
    let engine = Engine::default();
    let module = Module::new(&engine, text).unwrap_or_else(|error| panic!("{error}"));
    let mut store = Store::new(&engine, ());
    let instance = Instance::new(&mut store, &module, &[]).unwrap();
    let memory = instance.get_memory(&mut store, "memory").unwrap();
    (store, instance, memory)
}

#[test]
fn loads_read_what_was_stored() {
    let mut text = String::from(
        "(module (memory (export \"memory\") 1)
           (func $bits_i32 (param i32) (result i64) (i64.extend_i32_u (local.get 0)))
           (func $bits_i64 (param i64) (result i64) (local.get 0))
           (func $bits_f32 (param f32) (result i64) (i64.extend_i32_u (i32.reinterpret_f32 (local.get 0))))
           (func $bits_f64 (param f64) (result i64) (i64.reinterpret_f64 (local.get 0)))
           (func $of_i32 (param i64) (result i32) (i32.wrap_i64 (local.get 0)))
           (func $of_i64 (param i64) (result i64) (local.get 0))
           (func $of_f32 (param i64) (result f32) (f32.reinterpret_i32 (i32.wrap_i64 (local.get 0))))
           (func $of_f64 (param i64) (result f64) (f64.reinterpret_i64 (local.get 0)))
           (func $same_i32 (param i32) (result i32) (local.get 0))
           (func $same_i64 (param i64) (result i64) (local.get 0))
           (func $same_f32 (param f32) (result f32) (local.get 0))
           (func $same_f64 (param f64) (result f64) (local.get 0))
           (func $ten (result i64 i64 i64 i64 i64 i64 i64 i64 i64 i64)
             (i64.const 1) (i64.const 2) (i64.const 3) (i64.const 4) (i64.const 5)
             (i64.const 6) (i64.const 7) (i64.const 8) (i64.const 9) (i64.const 10))
           (func $add_ten (param i64 i64 i64 i64 i64 i64 i64 i64 i64 i64) (result i64)
             (local.get 0) (local.get 1) (local.get 2) (local.get 3) (local.get 4)
             (local.get 5) (local.get 6) (local.get 7) (local.get 8) (local.get 9)
             i64.add i64.add i64.add i64.add i64.add i64.add i64.add i64.add i64.add)",
    );
    let mut cases = Vec::new();
    for (store, load) in (0..STORES.len()).flat_map(|store| (0..LOADS.len()).map(move |load| (store, load))) {
        for (offset, value) in OFFSETS.into_iter().flat_map(|offset| VALUES.map(|value| (offset, value))) {
            for (shape, (form, reads, times)) in SHAPES.into_iter().enumerate() {
                let ((ty, store_op, _), (loaded, load_op, ..)) = (STORES[store], LOADS[load]);
                let body = form
                    .replace("STORE", &format!("({store_op} offset=8 (local.get $p) {value})"))
                    .replace("LOADED", loaded)
                    .replace("LOAD", &format!("({load_op} offset={offset} (local.get $p))"))
                    .replace("OTHER", &format!("({ty}.load offset=28 (local.get $p))"))
                    .replace("TYPE", ty);
                let _ = write!(
                    text,
                    "(func (export \"{}\") (param $p i32) (param $v i64) (param $c i32) (result i64)
                       (local $x {ty}) (local $y {ty}) (local $r {loaded}) (local $n i32) (local $sum i64)
                       (local.set $x (call $of_{ty} (local.get $v))) (local.set $y (local.get $x))
                       {body} (call $bits_{loaded} (local.get $r)))",
                    cases.len()
                );
                cases.push((store, load, offset, shape, reads, times, body));
            }
        }
    }
    text.push(')');
    let (mut store, instance, memory) = instantiate(&text);
    for (case, (stored, load, offset, shape, reads, times, body)) in cases.iter().enumerate() {
        let func = instance.get_typed_func::<(i32, i64, i32), i64>(&mut store, &case.to_string()).unwrap();
        for (c, value) in (0..=i32::from(*reads == Either))
            .flat_map(|c| [0x8182_8384_f5f6_f7f8_u64, 0x0123_4567_7f81_2345].map(|value| (c, value)))
        {
            memory.write(&mut store, 64, &[BYTE; 96]).unwrap();
            // Where `$p` may go on.
            memory.write(&mut store, 64 + 24, &128_u32.to_le_bytes()).unwrap();
            let found = func.call(&mut store, (64, value as i64, c)).unwrap();
            let size = STORES[*stored].2;
            let is_stored = *reads != Before && c == 0;
            let once = loaded(is_stored.then_some((size, value)), *offset, LOADS[*load]);
            assert_eq!(found, once.wrapping_mul(*times), "shape {shape} of {value:#x} with {c}: {body}");
        }
    }
}

/// The address of the load is another one than that of the store, or becomes another one by a load.
#[test]
fn addresses_differ() {
    let text = "(module (memory (export \"memory\") 1)
        (func (export \"other\") (param $p i32) (param $v i32) (param $q i32) (result i32)
            (i32.store offset=8 (local.get $p) (local.get $v))
            (i32.load offset=8 (local.get $q)))
        (func (export \"next\") (param $p i32) (param $v i32) (param $n i32) (result i32) (local $r i32)
            (loop $again
                (i32.store offset=8 (local.get $p) (local.get $v))
                (local.set $p (i32.load offset=8 (local.get $p)))
                (local.set $r (i32.load offset=8 (local.get $p)))
                (br_if $again (i32.eqz (local.get $n))))
            (local.get $r)))";
    let (mut store, instance, memory) = instantiate(text);
    memory.write(&mut store, 128 + 8, &77_i32.to_le_bytes()).unwrap();
    for name in ["other", "next"] {
        let func = instance.get_typed_func::<(i32, i32, i32), i32>(&mut store, name).unwrap();
        assert_eq!(func.call(&mut store, (64, 128, 128)).unwrap(), 77, "{name}");
    }
}
