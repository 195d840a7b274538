//! Bodies that are nearly valid: those of random and of written modules, changed a little.
//!
//! `BEELINE_MUTATIONS` is how many of them there are, and `BEELINE_MUTATED` a folder of modules whose bodies are changed
//! as often.

use super::{Bodies, FIXTURE, Rng, Tally};
use crate::module::features;
use wasm_smith::{Config, Module};
use wasmparser::{BinaryReader, FunctionBody};

/// A module with every kind of operator and block. It has short functions, for a change in a long one is rarely of consequence for what follows.
const WRITTEN: &str = r#"
    (func (param i32 i32) (result i32) local.get 0 local.get 1 i32.add i32.const 1000 i32.mul)
    (func (param i64) (result i64) (local i64) local.get 0 i64.const -1 i64.shr_u local.tee 1 i64.popcnt local.get 1 i64.rotl)
    (func (param f64 f32) (result f64) local.get 0 local.get 1 f64.promote_f32 f64.copysign f64.sqrt i64.trunc_f64_s f64.convert_i64_u)
    (func (param i32) (result f32) local.get 0 f32.convert_i32_s f32.const 1.5 f32.div i32.trunc_sat_f32_u f32.reinterpret_i32)
    (func (param i32 i64) local.get 0 local.get 1 i64.store offset=100 local.get 0 local.get 0 i32.load8_s i32.store16 align=1)
    (func (param i32) (result i32) (local i32) block loop local.get 0 i32.eqz br_if 1 local.get 1 local.get 0 i32.add local.set 1
        local.get 0 i32.const 1 i32.sub local.set 0 br 0 end end local.get 1)
    (func (param i32) (result i32) local.get 0 if (result i32) i32.const 1 else i32.const 2 end)
    (func (param i32) local.get 0 if unreachable end local.get 0 if nop else return end)
    (func (param i32) (result i32) block block block local.get 0 br_table 0 1 2 1 end i32.const 1 return end i32.const 2 return end i32.const 3)
    (func (type $il_li) (local i64) local.get 0 local.get 1 block (type $il_il) local.set 2 i32.eqz local.get 2 end loop (type $il_il) local.set 1 local.set 0
        local.get 0 local.get 1 local.get 0 br_if 0 end local.set 2 local.set 0 local.get 2 local.get 0)
    (func (param i32) (result i32 i64) local.get 0 i64.const 5 local.get 0 if (type $il_il) drop i64.const 6 end)
    (func (result i64) i32.const 1 call $imported i32.const 0 i32.const 0 i32.const 1 call_indirect $more (type $ii_i) drop i32.const 2 call $i_il drop drop)
    (func (result f32) i32.const 0 i64.const 0 f32.const 0 f64.const 0 i32.const 0 i64.const 0 ref.null func ref.null extern call $eight)
    (func (param i32 f64) (result f64) local.get 1 f64.const 2 local.get 0 select global.get $d f64.add global.set $d global.get $d)
    (func (param i32 funcref) (result funcref) local.get 1 ref.func $declared local.get 0 select (result funcref) global.set $f ref.null func ref.is_null drop global.get $f)
    (func (param i32) local.get 0 local.get 0 table.get $funcs table.set $more table.size $externs ref.null func local.get 0 table.grow $funcs i32.add drop
        local.get 0 ref.null extern i32.const 1 table.fill $externs)
    (func i32.const 0 i32.const 1 i32.const 2 table.init $funcs $passive i32.const 0 i32.const 1 i32.const 2 table.copy $funcs $more elem.drop $passive)
    (func (result i32) i32.const 0 i32.const 1 i32.const 2 memory.init $bytes data.drop $bytes i32.const 0 i32.const 1 i32.const 2 memory.copy
        i32.const 0 i32.const 1 i32.const 2 memory.fill memory.size memory.grow)
    (func (result i32) unreachable i32.add i32.eqz select call $ii_i)
    (func (param i32) (result i64) block (result i64) i64.const 1 local.get 0 br_if 0 drop i64.const 2 br 1 end return)
"#;

/// Modules by `wasm-smith`.
fn random_modules() -> Vec<Vec<u8>> {
    let config = || Config {
        bulk_memory_enabled: true,
        compact_imports_enabled: false,
        exceptions_enabled: false,
        extended_const_enabled: true,
        gc_enabled: false,
        max_instructions: 60,
        max_memories: 1,
        max_tables: 3,
        memory64_enabled: false,
        min_funcs: 3,
        min_types: 4,
        multi_value_enabled: true,
        reference_types_enabled: true,
        relaxed_simd_enabled: false,
        saturating_float_to_int_enabled: true,
        sign_extension_ops_enabled: true,
        simd_enabled: false,
        tail_call_enabled: false,
        threads_enabled: false,
        wide_arithmetic_enabled: false,
        ..Config::default()
    };
    let module = |seed: u64| {
        let mut rng = Rng(seed);
        let bytes: Vec<u8> = (0..600).flat_map(|_| rng.next().to_le_bytes()).collect();
        Some(Module::new(config(), &mut arbitrary::Unstructured::new(&bytes)).ok()?.to_bytes())
    };
    (0..60).filter_map(module).collect()
}

/// The modules of the folder that `BEELINE_MUTATED` names. Those that are refused whatever their bodies are are left out.
fn given_modules() -> Vec<Vec<u8>> {
    let Some(folder) = std::env::var_os("BEELINE_MUTATED") else { return Vec::new() };
    let entries = std::fs::read_dir(&folder).expect("BEELINE_MUTATED is a folder");
    let mut paths: Vec<_> = entries.map(|entry| entry.expect("the folder can be read").path()).collect();
    paths.sort();
    paths.iter().map(|path| std::fs::read(path).expect("the file can be read")).collect()
}

/// The places in a body where an operator starts, and its end.
fn starts(body: &[u8]) -> Vec<usize> {
    let body = FunctionBody::new(BinaryReader::new_features(body, 0, features()));
    let Ok(mut reader) = body.get_operators_reader() else { return Vec::new() };
    let mut starts = vec![reader.original_position() as usize];
    while !reader.eof() && reader.read().is_ok() {
        starts.push(reader.original_position() as usize);
    }
    starts
}

/// Changes a body a little: its bytes, or its operators, of which `others` has some more.
fn mutate(body: &mut Vec<u8>, starts: &[usize], others: &[Vec<u8>], rng: &mut Rng) {
    /// Opcodes and bytes that mean something in many places.
    const TELLING: [u8; 28] = [
        0x00, 0x01, 0x02, 0x03, 0x04, 0x05, 0x0b, 0x0c, 0x0d, 0x0f, 0x10, 0x1a, 0x1b, 0x20, 0x21, 0x22, 0x40,
        0x41, 0x6a, 0x6f, 0x70, 0x7c, 0x7d, 0x7e, 0x7f, 0x80, 0xfc, 0xff,
    ];
    let at = rng.below(body.len());
    // Earlier changes may have moved the operators; then these are just some bytes.
    let operator = |rng: &mut Rng| {
        let nth = rng.below(starts.len().max(2) - 1);
        let place = |nth: usize| starts.get(nth).map_or(body.len(), |&at| at.min(body.len()));
        place(nth)..place(nth + 1)
    };
    let other = &others[rng.below(others.len())];
    match rng.below(12) {
        0 => body[at] ^= 1 << rng.below(8),
        1 => body[at] = rng.next() as u8,
        2 => body[at] = TELLING[rng.below(TELLING.len())],
        3 => body.insert(at, TELLING[rng.below(TELLING.len())]),
        4 => drop(body.remove(at)),
        5 => body[at] = body[at].wrapping_add(if rng.below(2) == 0 { 1 } else { 0xff }),
        6 => {
            // Padding of a number, right or wrong.
            body[at] |= 0x80;
            for _ in 0..rng.below(9) {
                body.insert(at + 1, 0x80);
            }
            body.insert(at + 1, [0x00, 0x7f, 0x01, 0x0f, 0x10, 0x40, 0x70, 0x78][rng.below(8)]);
        }
        7 => {
            let range = operator(rng);
            drop(body.drain(range));
        }
        8 => {
            let range = operator(rng);
            drop(body.splice(range, other.iter().copied()));
        }
        9 | 10 => {
            let start = operator(rng).start;
            drop(body.splice(start..start, other.iter().copied()));
        }
        _ => {
            let twice: Vec<u8> = body[operator(rng)].to_vec();
            let start = operator(rng).start;
            drop(body.splice(start..start, twice));
        }
    }
}

/// Checks the bodies of a module as they are, and `count` of them changed.
fn check(wasm: &[u8], count: usize, rng: &mut Rng, unchanged: &mut Tally, changed: &mut Tally) {
    let Ok(mut at) = Bodies::read(wasm) else { return };
    let all = at.all();
    let mut check = |index: usize, bytes: &[u8]| {
        at.check(index, bytes).unwrap_or_else(|error| panic!("body {index} as {bytes:x?}: {error}"))
    };
    for (index, body) in all.iter().enumerate() {
        unchanged.add(check(index, body));
    }
    let short: Vec<usize> =
        (0..all.len()).filter(|&index| !all[index].is_empty() && all[index].len() < 2000).collect();
    if short.is_empty() {
        return;
    }
    let starts: Vec<Vec<usize>> = short.iter().map(|&index| starts(all[index])).collect();
    let mut others: Vec<Vec<u8>> = Vec::new();
    for (starts, &index) in starts.iter().zip(&short).take(1000) {
        others.extend(starts.windows(2).map(|pair| all[index][pair[0]..pair[1]].to_vec()));
    }
    others.push(vec![0x00]);
    for _ in 0..count {
        let nth = rng.below(short.len());
        let mut body = all[short[nth]].to_vec();
        for _ in 0..=rng.below(3) {
            if !body.is_empty() {
                mutate(&mut body, &starts[nth], &others, rng);
            }
        }
        changed.add(check(short[nth], &body));
    }
}

#[test]
fn no_changed_body_is_accepted_that_is_invalid() {
    let count = match std::env::var("BEELINE_MUTATIONS") {
        Ok(count) => count.parse().expect("BEELINE_MUTATIONS is a number"),
        Err(_) => 100_000,
    };
    let mut modules = random_modules();
    assert!(modules.len() > 50, "most seeds make a module");
    let written = wat::parse_str(format!("(module {FIXTURE} {WRITTEN})")).expect("the text is well formed");
    modules.extend(std::iter::repeat_n(written, 40));
    let (mut unchanged, mut changed) = (Tally::default(), Tally::default());
    for (seed, wasm) in modules.iter().enumerate() {
        check(wasm, count / modules.len() + 1, &mut Rng(seed as u64), &mut unchanged, &mut changed);
    }
    println!("unchanged {unchanged:?}, changed {changed:?}");
    assert_eq!(unchanged.invalid, 0, "{unchanged:?}");
    assert!(
        unchanged.slow * 100 <= unchanged.quick,
        "nearly all valid bodies are accepted quickly: {unchanged:?}"
    );
    assert!(changed.quick > count / 20 && changed.invalid > count / 20 && changed.slow > 0, "{changed:?}");

    // Of these nothing is known.
    let given = given_modules();
    let (mut unchanged, mut changed) = (Tally::default(), Tally::default());
    for (seed, wasm) in given.iter().enumerate() {
        check(wasm, count / given.len() + 1, &mut Rng(seed as u64), &mut unchanged, &mut changed);
    }
    println!("given: unchanged {unchanged:?}, changed {changed:?}");
}
