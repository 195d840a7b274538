//! The compiler's output depends on nothing but the module and the options: not on the number of threads, not on the run.

use beeline_codegen::{CompiledModule, Options, compile};
use beeline_spec_tests::{env_number, generate};

fn compiled(wasm: &[u8], threads: usize, explicit_checks: bool) -> CompiledModule {
    let options = Options { threads, explicit_checks, ..Options::default() };
    compile(wasm, &options).unwrap_or_else(|error| panic!("a generated module is refused: {error}"))
}

fn assert_same(a: &CompiledModule, b: &CompiledModule, what: &str) {
    assert!(a.text == b.text, "{what}: the code differs");
    assert!(a.info == b.info, "{what}: the description differs");
    assert!(a.data == b.data, "{what}: the data differs");
    assert_eq!(a.libcalls, b.libcalls, "{what}: the libcalls differ");
    assert_eq!(a.func_imports, b.func_imports, "{what}: the imports differ");
}

fn check(wasm: &[u8], what: &str) {
    for explicit_checks in [false, true] {
        let one = compiled(wasm, 1, explicit_checks);
        assert_same(&one, &compiled(wasm, 1, explicit_checks), &format!("{what}, twice"));
        for threads in [2, 3, 8, 0] {
            let many = compiled(wasm, threads, explicit_checks);
            assert_same(&one, &many, &format!("{what}, one thread and {threads}"));
        }
    }
}

#[test]
fn small_modules_compile_to_the_same_bytes() {
    let cases = env_number("BEELINE_DETERMINISM_CASES", 200);
    for seed in 0..cases {
        if let Some(wasm) = generate::generate_any(seed) {
            check(&wasm, &format!("seed {seed}"));
        }
    }
}

/// Work is handed to threads in portions of many functions, so only large modules show whether the order matters.
#[test]
fn large_modules_compile_to_the_same_bytes() {
    for seed in 0..3 {
        check(&generate::large_module(seed, 3000), &format!("large module {seed}"));
    }
}
