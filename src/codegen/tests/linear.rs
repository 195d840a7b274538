//! Compile bombs: modules shaped so that a compiler with a quadratic step takes forever. The work that emission counts (in debug builds) must
//! grow no faster than the module: no clock is involved.

use beeline_codegen::{Arch, Options, compile};
use std::fmt::Write;

/// Work and size of a module with the text that `make` gives for a size.
fn measure(make: &dyn Fn(usize) -> String, arch: Arch, n: usize) -> (f64, f64) {
    let wasm = wat::parse_str(make(n)).expect("the test's text is well formed");
    let options = Options { arch, threads: 1, ..Options::default() };
    let compiled = compile(&wasm, &options).expect("the module is valid");
    (compiled.timings.work as f64, (wasm.len() + compiled.text.len()) as f64)
}

/// Quadrupling the size may at most quadruple the work, and output stays proportional to input.
fn assert_linear(make: impl Fn(usize) -> String) {
    for arch in [Arch::X86_64, Arch::Aarch64] {
        let (small_work, small_size) = measure(&make, arch, 500);
        let (large_work, large_size) = measure(&make, arch, 2000);
        if cfg!(debug_assertions) {
            assert!(large_work <= 4.2 * small_work, "work grows from {small_work} to {large_work}, {arch:?}");
        }
        // Slots beyond what a load reaches, 16 KiB for 32 bits, take an instruction more.
        let bound = if arch == Arch::Aarch64 { 6.1 } else { 4.2 };
        assert!(large_size <= bound * small_size, "size grows from {small_size} to {large_size}, {arch:?}");
    }
}

fn repeat(n: usize, each: impl Fn(usize) -> String) -> String {
    (0..n).fold(String::new(), |mut text, i| {
        let _ = writeln!(text, "{}", each(i));
        text
    })
}

#[test]
fn aliases_of_many_locals_below_sets_of_others() {
    assert_linear(|n| {
        format!(
            "(module (func (local {}) {} {} {}))",
            "i32 ".repeat(n),
            repeat(n, |i| format!("local.get {i}")),
            repeat(n, |i| format!("i32.const 1 local.set {i}")),
            repeat(n, |_| "drop".into()),
        )
    });
}

#[test]
fn one_local_read_and_written_above_a_deep_stack() {
    assert_linear(|n| {
        format!(
            "(module (func (param i32) (local i32) {} {} {}))",
            repeat(n, |_| "local.get 1".into()),
            repeat(n, |_| "local.get 0 local.get 0 local.set 0 drop".into()),
            repeat(n, |_| "drop".into()),
        )
    });
}

#[test]
fn blocks_nested_deeply() {
    assert_linear(|n| {
        format!(
            "(module (func (param i32) {} {}))",
            repeat(n, |_| "block local.get 0 br_if 0".into()),
            repeat(n, |_| "end".into())
        )
    });
}

#[test]
fn blocks_above_a_deep_stack() {
    assert_linear(|n| {
        format!(
            "(module (func (param i32) {} {} {}))",
            repeat(n, |_| "local.get 0 i32.popcnt".into()),
            repeat(n, |_| "block local.get 0 br_if 0 end".into()),
            repeat(n, |_| "drop".into()),
        )
    });
}

#[test]
fn branches_out_of_a_deep_stack() {
    assert_linear(|n| {
        format!(
            "(module (func (param i32) (result i32) {} {} {}))",
            repeat(n, |_| "local.get 0 i32.ctz".into()),
            repeat(n, |_| "local.get 0 local.get 0 br_if 0 drop".into()),
            repeat(n - 1, |_| "drop".into()),
        )
    });
}

#[test]
fn many_functions_that_declare_many_locals() {
    assert_linear(|n| {
        let locals = "i32 ".repeat(4000);
        format!("(module {})", repeat(n / 20, |_| format!("(func (local {locals}) local.get 3999 drop)")))
    });
}

#[test]
fn one_large_jump_table() {
    assert_linear(|n| {
        format!("(module (func (param i32) block block local.get 0 br_table {} end end))", "0 1 ".repeat(n))
    });
}

#[test]
fn calls_of_many_types_too_long_for_an_exact_signature() {
    assert_linear(|n| {
        let params = |i: usize| {
            let bits = (0..11).map(|b| if i >> b & 1 == 0 { "i32 " } else { "i64 " });
            bits.collect::<String>()
        };
        let consts = |i: usize| {
            let bits = (0..11).map(|b| if i >> b & 1 == 0 { "i32.const 0 " } else { "i64.const 0 " });
            bits.collect::<String>()
        };
        format!(
            "(module (table 1 funcref) {} (func {}))",
            repeat(n, |i| format!("(type $t{i} (func (param {})))", params(i))),
            repeat(n, |i| format!("{} i32.const 0 call_indirect (type $t{i})", consts(i))),
        )
    });
}

#[test]
fn unreachable_code() {
    assert_linear(|n| {
        format!("(module (func unreachable {}))", repeat(n, |_| "block br 0 i32.const 1 drop end".into()))
    });
}
