//! Bad and extreme input: truncated, altered and monstrous modules are compiled or refused, and never make the compiler panic.
//!
//! That time stays linear in the input is shown by work counters in the compiler's own tests, not here by a clock.

use beeline_codegen::{ErrorKind, Options, compile, validate};
use beeline_spec_tests::machine::{ARCHES, HOST, emulated};
use beeline_spec_tests::rng::Rng;
use beeline_spec_tests::{env_number, generate};
use std::panic::{AssertUnwindSafe, catch_unwind};
use wasm_encoder::{
    BlockType, CodeSection, DataSection, ExportKind, ExportSection, Function, FunctionSection, Instruction,
    MemArg, MemArgTarget, MemorySection, MemoryType, Module, RawSection, TypeSection, ValType,
};

/// For each machine; the emulated one leaves the others to the real one.
fn options() -> impl Iterator<Item = Options> {
    let arches = ARCHES.into_iter().filter(|&arch| arch == HOST || !emulated());
    arches.map(|arch| Options { arch, threads: 1, ..Options::default() })
}

/// Compiles what may be anything; whether it was a module. Both ways in, and all machines, must agree.
fn try_compile(wasm: &[u8], what: &dyn Fn() -> String) -> bool {
    let each = catch_unwind(AssertUnwindSafe(|| {
        let one = |options: Options| (validate(wasm, &options).is_ok(), compile(wasm, &options).is_ok());
        options().map(one).collect::<Vec<_>>()
    }));
    let Ok(each) = each else {
        let path = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join("hostile.wasm");
        std::fs::write(&path, wasm).expect("the scratch directory is writable");
        panic!("{}: the compiler panicked; the module is in {}", what(), path.display());
    };
    assert!(each.iter().all(|one| one == &each[0]), "{}: one machine takes it and another does not", what());
    let (valid, compiled) = each[0];
    assert!(!compiled || valid, "{}: compiled, though it is not valid", what());
    compiled
}

/// A module that has something of everything.
fn sample() -> Vec<u8> {
    let text = r#"(module $sample
        (import "host" "call" (func $call (param i32 f64) (result i64)))
        (import "host" "global" (global $imported i32))
        (memory (export "memory") 1 4)
        (table (export "table") 3 10 funcref)
        (global $count (mut i64) (i64.const -7))
        (data (i32.const 8) "some bytes of data")
        (data $passive "more of them")
        (elem (i32.const 0) $sum $loop)
        (elem $declared declare func $call)
        (start $init)
        (func $init (global.set $count (i64.const 1)))
        (func $sum (export "sum") (param i32 i32) (result i32) (i32.add (local.get 0) (local.get 1)))
        (func $loop (export "loop") (param $n i32) (result i32)
            (local $i i32) (local $f f64)
            (block $out
                (loop $again
                    (br_if $out (i32.ge_u (local.get $i) (local.get $n)))
                    (i32.store offset=16 (local.get $i) (i32.popcnt (local.get $i)))
                    (local.set $f (f64.add (local.get $f) (f64.convert_i32_u (local.get $i))))
                    (local.set $i (i32.add (local.get $i) (i32.const 4)))
                    (br $again)))
            (drop (call $call (local.get $i) (local.get $f)))
            (memory.init $passive (i32.const 0) (i32.const 0) (i32.const 4))
            (data.drop $passive)
            (block (block (block (br_table 0 1 2 (local.get $i)))))
            (if (result i32) (i64.eqz (global.get $count))
                (then (call_indirect (param i32 i32) (result i32) (i32.const 1) (i32.const 2) (i32.const 0)))
                (else (select (i32.const 1) (i32.trunc_sat_f64_s (local.get $f)) (local.get $n))))))"#;
    wat::parse_str(text).expect("the sample is well formed")
}

#[test]
fn truncated_modules_do_not_panic() {
    let whole = sample();
    assert!(try_compile(&whole, &|| "the whole sample".into()));
    for len in 0..whole.len() {
        try_compile(&whole[..len], &|| format!("the sample cut to {len} bytes"));
    }
    for seed in 0..20 {
        let Some(whole) = generate::generate_any(seed) else { continue };
        for len in (0..whole.len()).step_by(7) {
            try_compile(&whole[..len], &|| format!("seed {seed} cut to {len} bytes"));
        }
    }
}

#[test]
fn modules_with_one_wrong_bit_do_not_panic() {
    let whole = sample();
    for bit in 0..whole.len() * 8 {
        let mut wrong = whole.clone();
        wrong[bit / 8] ^= 1 << (bit % 8);
        try_compile(&wrong, &|| format!("the sample with bit {bit} wrong"));
    }
}

#[test]
fn modules_with_wrong_bytes_do_not_panic() {
    let cases = env_number("BEELINE_HOSTILE_CASES", 3000);
    let mut still_valid = 0;
    for seed in 0..cases {
        let Some(mut wrong) = generate::generate_any(seed) else { continue };
        let mut rng = Rng::new(seed ^ 0xbad);
        for _ in 0..=rng.below(4) {
            let at = rng.below(wrong.len() as u64) as usize;
            match rng.below(4) {
                0 => wrong[at] = rng.next_u64() as u8,
                1 => wrong[at] = wrong[at].wrapping_add(1),
                2 => drop(wrong.remove(at)),
                _ => wrong.insert(at, rng.next_u64() as u8),
            }
        }
        still_valid += usize::from(try_compile(&wrong, &|| format!("seed {seed} with wrong bytes")));
    }
    println!("{still_valid} of {cases} altered modules were still valid");
}

#[test]
fn any_bytes_do_not_panic() {
    let mut rng = Rng::new(1);
    for len in (0..2000).step_by(3) {
        let mut bytes = rng.bytes(len);
        assert!(!try_compile(&bytes, &|| format!("{len} random bytes")) || bytes.len() < 8);
        bytes.splice(0..0, *b"\0asm\x01\0\0\0");
        try_compile(&bytes, &|| format!("{len} random bytes after a header"));
    }
}

/// A module of functions of type `params -> results`.
fn functions(params: &[ValType], results: &[ValType], bodies: impl IntoIterator<Item = Function>) -> Vec<u8> {
    let (mut types, mut funcs, mut code, mut exports) =
        (TypeSection::new(), FunctionSection::new(), CodeSection::new(), ExportSection::new());
    types.ty().function(params.iter().copied(), results.iter().copied());
    for body in bodies {
        funcs.function(0);
        code.function(&body);
    }
    exports.export("first", ExportKind::Func, 0);
    let mut memories = MemorySection::new();
    memories.memory(MemoryType {
        minimum: 1,
        maximum: None,
        memory64: false,
        shared: false,
        page_size_log2: None,
    });
    let mut module = Module::new();
    module.section(&types).section(&funcs).section(&memories).section(&exports).section(&code);
    module.finish()
}

fn body(locals: &[(u32, ValType)], instructions: impl IntoIterator<Item = Instruction<'static>>) -> Function {
    let mut body = Function::new(locals.iter().copied());
    for instruction in instructions {
        body.instruction(&instruction);
    }
    body.instruction(&Instruction::End);
    body
}

/// `n` times `open`, then `middle`, then `n` times `close`.
fn nested(
    n: usize,
    open: Vec<Instruction<'static>>,
    middle: Vec<Instruction<'static>>,
    close: Vec<Instruction<'static>>,
) -> Vec<u8> {
    let repeat = |what: Vec<Instruction<'static>>| std::iter::repeat_n(what, n).flatten();
    functions(&[], &[ValType::I32], [body(&[], repeat(open).chain(middle).chain(repeat(close)))])
}

fn accepted(wasm: &[u8], what: &str) {
    if !try_compile(wasm, &|| what.into()) {
        options().for_each(|options| {
            drop(compile(wasm, &options).unwrap_or_else(|error| panic!("{what}: {error}")))
        });
    }
}

#[test]
fn deep_nesting_is_compiled() {
    use Instruction::{Block, Br, Drop, Else, End, I32Const, I32Eqz, If, Loop};
    let int = BlockType::Result(ValType::I32);
    accepted(&nested(20_000, vec![Block(int)], vec![I32Const(1)], vec![End]), "nested blocks");
    accepted(&nested(20_000, vec![Loop(int)], vec![I32Const(1)], vec![End]), "nested loops");
    accepted(
        &nested(10_000, vec![I32Const(1), If(int)], vec![I32Const(1)], vec![Else, I32Const(2), End]),
        "nested ifs",
    );
    accepted(
        &nested(10_000, vec![Block(int)], vec![I32Const(1)], vec![Br(0), End, I32Eqz, Drop, I32Const(1)]),
        "nested blocks left by branches",
    );
    // Every block is left for the outermost one from the inside.
    let many = 3000;
    let open = std::iter::repeat_n(Block(int), many);
    let close = (0..many).flat_map(|depth| [I32Const(1), Instruction::BrIf((many - 1 - depth) as u32), End]);
    let all = open.chain([I32Const(7)]).chain(close);
    accepted(&functions(&[], &[ValType::I32], [body(&[], all)]), "branches to all depths");
}

#[test]
fn a_high_operand_stack_is_compiled() {
    use Instruction::{Drop, F64Add, F64Const, I32Add, I32Const, LocalGet};
    let n = 50_000;
    accepted(&nested(n, vec![I32Const(1)], vec![I32Const(1)], vec![I32Add]), "constants");
    accepted(&nested(n, vec![Instruction::MemorySize(0)], vec![I32Const(1)], vec![I32Add]), "values");
    let floats = std::iter::repeat_n(F64Const(1.5.into()), n + 1)
        .chain(std::iter::repeat_n(F64Add, n))
        .chain([Drop, I32Const(0)]);
    accepted(&functions(&[], &[ValType::I32], [body(&[], floats)]), "floats");
    let aliases = std::iter::repeat_n(LocalGet(0), n)
        .chain([I32Const(3), Instruction::LocalSet(0)])
        .chain(std::iter::repeat_n(Drop, n))
        .chain([I32Const(0)]);
    accepted(
        &functions(&[ValType::I32], &[ValType::I32], [body(&[], aliases)]),
        "copies of a local that changes",
    );
}

#[test]
fn a_huge_branch_table_is_compiled() {
    use Instruction::{Block, BrTable, End, I32Const, LocalGet};
    let targets: Vec<u32> = (0..60_000).map(|n| n % 300).collect();
    let open = std::iter::repeat_n(Block(BlockType::Empty), 300);
    let all = open
        .chain([LocalGet(0), BrTable(targets.into(), 5)])
        .chain(std::iter::repeat_n(End, 300))
        .chain([I32Const(1)]);
    accepted(&functions(&[ValType::I32], &[ValType::I32], [body(&[], all)]), "a huge branch table");
    let int = BlockType::Result(ValType::I32);
    let targets: Vec<u32> = (0..60_000).map(|n| n % 50).collect();
    let open = std::iter::repeat_n(Block(int), 50);
    let all = open
        .chain([I32Const(9), LocalGet(0), BrTable(targets.into(), 5)])
        .chain(std::iter::repeat_n(End, 50));
    accepted(
        &functions(&[ValType::I32], &[ValType::I32], [body(&[], all)]),
        "a huge branch table with a value",
    );
}

#[test]
fn many_locals_are_compiled() {
    let types = [ValType::I32, ValType::F64, ValType::I64, ValType::F32, ValType::FUNCREF];
    let locals: Vec<_> = types.iter().map(|&ty| (9_999, ty)).collect();
    let all = |n: u32| body(&locals, [Instruction::LocalGet(n), Instruction::Drop]);
    accepted(&functions(&[], &[], (0..200).map(|n| all(n * 240))), "50,000 locals in each of 200 functions");
    let sets = (0..9_000).flat_map(|n| [Instruction::I32Const(n), Instruction::LocalSet(n.cast_unsigned())]);
    let gets = (0..9_000).flat_map(|n| [Instruction::LocalGet(n), Instruction::Drop]);
    accepted(&functions(&[], &[], [body(&locals, sets.chain(gets))]), "50,000 locals, many used");
}

#[test]
fn many_parameters_and_results_are_compiled() {
    let types: Vec<_> =
        (0..1000).map(|n| [ValType::I32, ValType::F64, ValType::I64, ValType::F32][n % 4]).collect();
    let gets = (0..1000).map(Instruction::LocalGet);
    let calls = (0..1000).map(Instruction::LocalGet).chain([Instruction::Call(0)]);
    accepted(&functions(&types, &types, [body(&[], gets), body(&[], calls)]), "1,000 parameters and results");
}

#[test]
fn many_small_things_are_compiled() {
    let empty = std::iter::repeat_with(|| body(&[], [])).take(100_000);
    accepted(&functions(&[], &[], empty), "100,000 functions");

    let mut types = TypeSection::new();
    for n in 0..50_000u32 {
        let params = (0..n % 14).map(|bit| if n >> bit & 1 == 0 { ValType::I32 } else { ValType::F64 });
        types.ty().function(params, []);
    }
    let mut module = Module::new();
    module.section(&types);
    accepted(&module.finish(), "50,000 types");

    let mut data = DataSection::new();
    for _ in 0..50_000 {
        data.passive(*b"data");
    }
    let mut module = Module::new();
    module.section(&data);
    accepted(&module.finish(), "50,000 data segments");
}

#[test]
fn a_large_function_is_compiled() {
    use Instruction::{I32Add, I32Const, I32Load, LocalGet, LocalSet};
    let memory = MemArg { offset: 12, align: 2, target: MemArgTarget::default(), ordering: None };
    let line = [LocalGet(0), I32Load(memory), I32Const(77), I32Add, LocalSet(1), LocalGet(1), LocalSet(0)];
    let all = std::iter::repeat_n(line, 60_000).flatten().chain([LocalGet(0)]);
    accepted(
        &functions(&[ValType::I32], &[ValType::I32], [body(&[(1, ValType::I32)], all)]),
        "a large function",
    );
}

/// A section that promises more than there is must not make the reader reserve memory for it.
#[test]
fn promises_of_large_sections_are_not_believed() {
    for id in 0..14 {
        for count in [0xffff_fff0u32, 0x0fff_ffff, 1_000_000] {
            let mut data = Vec::new();
            let mut rest = count;
            while rest >= 0x80 {
                data.push(rest as u8 | 0x80);
                rest >>= 7;
            }
            data.push(rest as u8);
            let mut module = Module::new();
            module.section(&RawSection { id, data: &data });
            try_compile(&module.finish(), &|| format!("section {id} of {count} items"));
        }
    }
}

/// A module that needs more than there is gets an error that names the feature and says where.
#[test]
fn unsupported_features_are_named() {
    let unsupported = [
        ("(func (drop (v128.const i64x2 0 0)))", "vectors (SIMD)"),
        ("(memory i64 1)", "64-bit memories"),
        ("(table i64 1 funcref)", "64-bit memories"),
        ("(memory 1 2 shared)", "threads"),
        ("(memory 1) (memory 1)", "several memories"),
        ("(tag)", "exceptions"),
        ("(func return_call 0)", "tail calls"),
        ("(type (struct))", "garbage collection"),
        ("(type (sub (func)))", "garbage collection"),
        ("(rec (type (struct)) (type (func)))", "garbage collection"),
        ("(func (drop (i32.atomic.load (i32.const 0)))) (memory 1)", "threads"),
        ("(func (local (ref func)) unreachable)", "typed function references"),
    ];
    for (text, feature) in unsupported {
        let wasm = wat::parse_str(format!("(module {text})")).expect("the text is well formed");
        let options = Options::default();
        let error = compile(&wasm, &options).expect_err(text);
        assert!(error.to_string().contains(feature), "{text}: {error}");
        assert!(
            matches!(error.kind, ErrorKind::Unsupported(feature) if !feature.is_supported()),
            "{text}: {error}"
        );
        assert!(error.offset > 8, "{text}: {error}");
        assert_eq!(validate(&wasm, &options).expect_err(text), error);
    }
}
