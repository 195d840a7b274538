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

/// What a command does with a module.
#[derive(Clone, Copy, Debug)]
enum Way {
    Object,
    Listing,
    /// The listing with the module's operators, which needs no `_start`.
    Disassembly,
}

/// What a command writes for a target.
fn written(mut command: Command, way: Way, target: &str, module: &Path, place: &Path) -> Vec<u8> {
    let out = place.join("out");
    match way {
        Way::Object => command.args(["build", "--quiet", "--emit", "obj", "-o"]).arg(&out),
        Way::Listing => command.args(["build", "--quiet", "--emit", "asm", "-o"]).arg(&out),
        Way::Disassembly => command.arg("disasm"),
    };
    command.args(["--target", target]).arg(module);
    let output = command.output().expect("the command starts");
    assert!(output.status.success(), "{command:?}: {}", String::from_utf8_lossy(&output.stderr));
    if matches!(way, Way::Disassembly) { output.stdout } else { std::fs::read(&out).expect("it is there") }
}

/// Modules of all kinds, with what is done with each.
fn modules(place: &Path) -> Vec<(PathBuf, Way)> {
    let random = (0..16).filter_map(generate::generate_any).chain([generate::large_module(1, 300)]);
    let mut modules = Vec::new();
    for (number, wasm) in random.enumerate() {
        let path = place.join(format!("{number}.wasm"));
        std::fs::write(&path, wasm).expect("the scratch directory is writable");
        modules.push((path, Way::Disassembly));
    }
    let hello = root().join("spec-tests/programs/hello.wat");
    let programs =
        ["python-3.11.3.wasm", "sqlite.wasm", "c/c/sorting.wasm", "c/c/numbers.wasm", "c/wasi/file_io.wasm"];
    for path in programs.into_iter().filter_map(program).chain([hello]) {
        modules.extend([(path.clone(), Way::Object), (path, Way::Listing)]);
    }
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
    for (module, way) in modules(place.path()) {
        for target in ARCHES.map(triple) {
            let ours = written(programs::command(SCRATCH), way, target, &module, place.path());
            let theirs = machine::command(&other, other_arch).expect("there is an emulator for it");
            let theirs = written(theirs, way, target, &module, place.path());
            assert!(ours == theirs, "{}, {way:?} for {target}: the commands differ", module.display());
            files += 1;
            bytes += ours.len();
        }
    }
    note(&format!("written by commands of both machines: {files} files of {bytes} bytes, all the same"));
}
