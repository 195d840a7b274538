//! The compiler's output depends on nothing but the module and the options: not on the number of threads, not on the run, not on the machine that it runs on.
//!
//! For the last of these there must be a command for another machine, whose path `BEELINE_OTHER_BIN` gives: `scripts/test` has one when it tests both. Both commands
//! write objects and listings for both machines.

use beeline_codegen::{CompiledModule, Options, compile};
use beeline_spec_tests::machine::{self, ARCHES, HOST, emulated, triple};
use beeline_spec_tests::programs::{self, program, root};
use beeline_spec_tests::{env_number, generate, note};
use std::path::{Path, PathBuf};
use std::process::Command;

fn compiled(wasm: &[u8], options: &Options, threads: usize) -> CompiledModule {
    let options = Options { threads, ..options.clone() };
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
    for (arch, explicit_checks) in ARCHES.into_iter().flat_map(|arch| [(arch, false), (arch, true)]) {
        let options = Options { arch, explicit_checks, ..Options::default() };
        let one = compiled(wasm, &options, 1);
        assert_same(&one, &compiled(wasm, &options, 1), &format!("{what}, {arch:?}, twice"));
        for threads in [2, 3, 8, 0] {
            let many = compiled(wasm, &options, threads);
            assert_same(&one, &many, &format!("{what}, {arch:?}, one thread and {threads}"));
        }
    }
}

#[test]
fn small_modules_compile_to_the_same_bytes() {
    let cases = env_number("BEELINE_DETERMINISM_CASES", if emulated() { 40 } else { 200 });
    for seed in 0..cases {
        if let Some(wasm) = generate::generate_any(seed) {
            check(&wasm, &format!("seed {seed}"));
        }
    }
}

/// Work is handed to threads in portions of many functions, so only large modules show whether the order matters.
#[test]
fn large_modules_compile_to_the_same_bytes() {
    for seed in 0..if emulated() { 1 } else { 3 } {
        check(&generate::large_module(seed, 3000), &format!("large module {seed}"));
    }
}

const SCRATCH: &str = env!("CARGO_TARGET_TMPDIR");

/// What a command writes with `--emit EMIT` for a target.
fn written(mut command: Command, emit: &str, target: &str, module: &Path, place: &Path) -> Vec<u8> {
    let out = place.join("out");
    command.args(["build", "--quiet", "--emit", emit, "--target", target]).arg(module).arg("-o").arg(&out);
    let output = command.output().expect("the command starts");
    assert!(output.status.success(), "{command:?}: {}", String::from_utf8_lossy(&output.stderr));
    std::fs::read(&out).expect("it has written the file")
}

/// Modules of all kinds, those of the programs that there are included.
fn modules(place: &Path) -> Vec<PathBuf> {
    let write = |name: String, wasm: Vec<u8>| {
        let path = place.join(name);
        std::fs::write(&path, wasm).expect("the scratch directory is writable");
        path
    };
    let mut modules = vec![root().join("spec-tests/programs/hello.wat")];
    modules.push(write("large.wasm".into(), generate::large_module(1, 1000)));
    for seed in 0..16 {
        modules.extend(generate::generate_any(seed).map(|wasm| write(format!("{seed}.wasm"), wasm)));
    }
    modules.extend(program("python-3.11.3.wasm"));
    modules.extend(program("c/c/sorting.wasm"));
    modules
}

#[test]
fn commands_of_both_machines_write_the_same_bytes() {
    if emulated() {
        note("the output of commands for two machines is compared by the tests of the real one");
        return;
    }
    let Some(other) = std::env::var_os("BEELINE_OTHER_BIN").map(PathBuf::from) else {
        note(
            "skipped: the output of commands for two machines: BEELINE_OTHER_BIN names no command for another machine",
        );
        return;
    };
    let [other_arch] = *ARCHES.into_iter().filter(|&arch| arch != HOST).collect::<Vec<_>>() else { return };
    let place = tempfile::tempdir_in(SCRATCH).expect("the scratch directory is writable");
    let (mut files, mut bytes) = (0, 0);
    for module in modules(place.path()) {
        for (arch, emit) in ARCHES.into_iter().flat_map(|arch| [(arch, "obj"), (arch, "asm")]) {
            let target = triple(arch);
            let ours = written(programs::command(SCRATCH), emit, target, &module, place.path());
            let theirs = machine::command(&other, other_arch).expect("there is an emulator for it");
            let theirs = written(theirs, emit, target, &module, place.path());
            assert!(ours == theirs, "{}, {emit} for {target}: the commands differ", module.display());
            files += 1;
            bytes += ours.len();
        }
    }
    note(&format!("written by commands of both machines: {files} files of {bytes} bytes, all the same"));
}
