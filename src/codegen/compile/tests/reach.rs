//! Functions whose code turns out larger than their bodies led to expect: they are emitted again with a greater reach, and nothing of the first
//! try is left.

use super::super::budget::Budget;
use super::super::{Chunk, Worker};
use super::{check_call, merge};
use crate::masm::arm64::Arm64;
use crate::masm::tests::native::Native;
use crate::masm::x64::X64;
use crate::masm::{Masm, Reach};
use crate::module::sections;
use crate::{Arch, CodeLimit, Options};
use beeline_abi::sites::{Kind, Sites};

/// An operator sequence whose code is many times as long: what it makes of its operand and the parameter, and so often.
const STEP: &str = "i32.popcnt i32.popcnt i32.popcnt local.get 0 i32.add ";

fn steps(count: usize) -> String {
    STEP.repeat(count)
}

fn after_steps(count: usize, param: u32) -> u32 {
    (0..count).fold(param, |x, _| x.count_ones().count_ones().count_ones().wrapping_add(param))
}

/// A module of three functions; the second one has this body, which calls the others, traps and accesses memory, before what is large and behind it. `nops` make it longer
/// without more code.
fn module(body: &str, nops: usize) -> Vec<u8> {
    // Not executed, for there is no instance.
    let sites = "local.get 0 i32.const -1 i32.eq
        if
            (drop (i32.load (local.get 0)))
            (drop (i32.div_s (local.get 0) (i32.load (local.get 0))))
            (i32.store offset=100000 (local.get 0) (local.get 0))
            unreachable
        end";
    let text = format!(
        "(module (memory 1)
            (func $first (param i32) (result i32) (i32.add (local.get 0) (i32.const 1)))
            (func $large (param i32) (result i32) (local i32 i32) {sites} (call $last (call $first {body})) {sites} {})
            (func $last (param i32) (result i32)
                (if (i32.eq (local.get 0) (i32.const -1)) (then (drop (call $first (i32.const 1))) unreachable))
                (i32.mul (local.get 0) (i32.const 3))))",
        "nop ".repeat(nops)
    );
    wat::parse_str(text).expect("the text is well formed")
}

/// A function's code, and where in it are which calls and sites.
#[derive(PartialEq, Eq, Debug)]
struct Func {
    code: Vec<u8>,
    calls: Vec<(u32, u32)>,
    sites: Vec<(u32, Kind)>,
}

/// The module's chunk.
fn compiled<M: Masm>(wasm: &[u8], arch: Arch) -> [Chunk; 1] {
    let options = Options { arch, threads: 1, ..Options::default() };
    let (module, bodies) = sections::read(wasm).expect("a module");
    let budget = Budget::new(CodeLimit::None, wasm.len());
    let mut worker = Worker::<M>::new(&module, &options, &budget);
    worker.compile_chunk(bodies.into_iter()).expect("a valid module");
    [worker.chunk]
}

/// The functions of chunks. Calls and sites must be all theirs.
fn functions(chunks: &[Chunk]) -> Vec<Func> {
    let mut list = Vec::new();
    for chunk in chunks {
        let (mut calls, mut sites) = (0, 0);
        for func in &chunk.funcs {
            let end = func.start + func.len;
            assert_eq!(func.sites as usize, sites, "streams follow each other");
            sites += func.sites_len as usize;
            let stream = &chunk.sites[func.sites as usize..sites];
            let inside = chunk.calls.iter().filter(|call| (func.start..end).contains(&call.at));
            let func = Func {
                code: chunk.code[func.start as usize..end as usize].to_vec(),
                calls: inside.map(|call| (call.at - func.start, call.func)).collect(),
                sites: Sites::new(stream, func.start, func.wasm)
                    .map(|site| {
                        assert!((func.start..=end).contains(&site.code));
                        (site.code - func.start, site.kind)
                    })
                    .collect(),
            };
            calls += func.calls.len();
            list.push(func);
        }
        assert_eq!(calls, chunk.calls.len(), "every call is in a function");
        assert!(chunk.calls.is_sorted_by_key(|call| call.at));
        assert_eq!(sites, chunk.sites.len(), "every site is a function's");
    }
    list
}

/// That a function of this body, which is first emitted for jumps of reach `first`, becomes what it is when it is emitted for `then` at once, as it is when it is made longer;
/// and that it computes (`value` + 1) * 3.
fn check(body: &str, first: Reach, then: Reach, value: impl Fn(u32) -> u32) {
    let (short, long) = (module(body, 0), module(body, if then == Reach::Far { 256 << 10 } else { 8 << 10 }));
    for (wasm, reach) in [(&short, first), (&long, then)] {
        let (_, bodies) = sections::read(wasm).expect("a module");
        assert_eq!(Reach::of_body(bodies[1].body.as_bytes().len()), reach);
    }
    fn same<M: Masm>(short: &[u8], long: &[u8], arch: Arch) -> usize {
        let [short, long] = [short, long].map(|wasm| functions(&compiled::<M>(wasm, arch)));
        assert!(short == long, "what is emitted again is what is emitted at once");
        assert_eq!(short[1].calls.len(), 2);
        // Memory three times and traps of a division, if there is no hardware for those, in either copy; calls.
        assert!(short[1].sites.len() >= 12);
        short[1].code.len()
    }
    let len = same::<Arm64>(&short, &long, Arch::Aarch64);
    assert!(
        len > if then == Reach::Far { 1 << 20 } else { 32 << 10 },
        "{len} bytes are no reason to emit again"
    );
    same::<X64>(&short, &long, Arch::X86_64);
    let chunks = compiled::<Native>(&short, Options::default().arch);
    let (text, merged) = merge::<Native>(0, &chunks, Native::CALL_REACH).expect("small");
    for arg in [0, 1, 2, 77, 0x7fff_ffff, 0x8000_0000] {
        let expected = value(arg).wrapping_add(1).wrapping_mul(3);
        check_call(&text, merged.funcs[1].start, arg.into(), expected.into());
    }
}

#[test]
fn a_test_of_a_bit_over_32_kilobytes() {
    let body = format!(
        "(if (result i32) (i32.and (local.get 0) (i32.const 1))
            (then (local.get 0) {}) (else (local.get 0) {}))",
        steps(700),
        steps(2)
    );
    check(&body, Reach::Short, Reach::Near, |arg| after_steps(if arg & 1 == 1 { 700 } else { 2 }, arg));
}

#[test]
fn a_test_of_the_sign_back_over_32_kilobytes() {
    let body = format!(
        "(local.set 1 (i32.const 3))
         (local.set 2 (local.get 0))
         (loop
            (local.get 2) {} (local.set 2)
            (local.set 1 (i32.sub (local.get 1) (i32.const 1)))
            (br_if 0 (i32.ge_s (local.get 1) (i32.const 0))))
         (local.get 2)",
        steps(700)
    );
    let value =
        |arg: u32| (0..4 * 700).fold(arg, |x, _| x.count_ones().count_ones().count_ones().wrapping_add(arg));
    check(&body, Reach::Short, Reach::Near, value);
}

#[test]
fn a_conditional_jump_over_a_megabyte() {
    let body = format!(
        "(if (result i32) (i32.lt_u (local.get 0) (i32.const 50))
            (then (local.get 0) {}) (else (local.get 0) {}))",
        steps(21_000),
        steps(3)
    );
    check(&body, Reach::Near, Reach::Far, |arg| after_steps(if arg < 50 { 21_000 } else { 3 }, arg));
}

#[test]
fn a_jump_table_a_megabyte_away() {
    let body = format!(
        "(block (result i32)
            (block (block (block (block (block (block (block
                (br_table 0 1 2 3 4 5 6 (local.get 0)))
                (local.get 0) {} (br 6))
                (br 5 (i32.const 11)))
                (br 4 (i32.const 22)))
                (br 3 (i32.const 33)))
                (br 2 (i32.const 44)))
                (br 1 (i32.const 55)))
                (br 0 (i32.const 66)))
            ",
        steps(21_000)
    );
    check(&body, Reach::Near, Reach::Far, |arg| match arg {
        0 => after_steps(21_000, arg),
        1 => 11,
        2 => 22,
        _ => 66,
    });
}

/// Few bytes that become very many: each branch moves all results of its block.
#[test]
fn a_small_body_of_more_than_a_megabyte() {
    const RESULTS: usize = 500;
    let list = |item: &dyn Fn(usize) -> String, count| (0..count).map(item).collect::<String>();
    let body = format!(
        "(if (result i32) (i32.lt_u (local.get 0) (i32.const 1000))
            (then
                (block (result {})
                    (i32.const 5) {}
                    {}
                    (br 0))
                {})
            (else (i32.const 3)))",
        "i32 ".repeat(RESULTS),
        list(&|n| format!("(i32.const {n}) "), RESULTS),
        list(&|n| format!("(br_if 0 (i32.eq (local.get 0) (i32.const {n})))"), 300),
        "i32.add ".repeat(RESULTS - 1),
    );
    let sum = (RESULTS * (RESULTS - 1) / 2) as u32;
    check(&body, Reach::Short, Reach::Far, |arg| if arg < 1000 { sum } else { 3 });
}
