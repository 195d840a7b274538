//! The command as its users meet it: messages, exit codes, and what is left behind.

#[path = "../../image/tests/machine/mod.rs"]
mod machine;

use beeline_image::{Target, runtime};
use std::fs::{self, Permissions};
use std::io::{Read, Write};
use std::os::unix::fs::{FileTypeExt, PermissionsExt};
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use tempfile::TempDir;

/// Writes `hi`.
const HELLO: &str = r#"(module
    (import "wasi_snapshot_preview1" "fd_write" (func $write (param i32 i32 i32 i32) (result i32)))
    (memory (export "memory") 1)
    (data (i32.const 8) "\10\00\00\00\03\00\00\00hi\n")
    (func $start (export "_start") (drop (call $write (i32.const 1) (i32.const 8) (i32.const 1) (i32.const 4)))))"#;

const EXIT_7: &str = r#"(module
    (import "wasi_snapshot_preview1" "proc_exit" (func $exit (param i32)))
    (memory (export "memory") 1)
    (func (export "_start") (call $exit (i32.const 7))))"#;

const TRAP: &str = r#"(module $broken
    (memory (export "memory") 1)
    (func $inner (drop (i32.load (i32.const -4))))
    (func (export "_start") (call $inner)))"#;

const LIBRARY: &str = r#"(module
    (func (export "add") (param i32 i32) (result i32) (i32.add (local.get 0) (local.get 1)))
    (memory (export "memory") 1))"#;

const UNKNOWN: &str = r#"(module (import "env" "f" (func $f (result i32)))
    (import "wasi_snapshot_preview1" "proc_exit" (func $exit (param i32)))
    (memory (export "memory") 1)
    (func (export "_start") (call $exit (i32.add (call $f) (i32.const 5)))))"#;

/// A directory of its own for each test.
struct Place(TempDir);

impl Place {
    fn new() -> Self {
        Self(TempDir::new().unwrap())
    }

    fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    fn file(&self, name: &str, content: impl AsRef<[u8]>) -> &Self {
        fs::write(self.path(name), content).unwrap();
        self
    }

    fn command(&self, args: &[&str]) -> Command {
        let mut command = machine::native(env!("CARGO_BIN_EXE_beeline"));
        command.current_dir(self.0.path()).args(args);
        command
    }

    fn beeline(&self, args: &[&str]) -> Output {
        self.command(args).stdin(Stdio::null()).output().unwrap()
    }

    /// The names in the directory.
    fn names(&self) -> Vec<String> {
        let mut names: Vec<_> = fs::read_dir(self.0.path())
            .unwrap()
            .map(|entry| entry.unwrap().file_name().into_string().unwrap())
            .collect();
        names.sort();
        names
    }

    /// Asserts that a command fails with a code and a message and leaves the directory as it was.
    #[track_caller]
    fn fails(&self, args: &[&str], code: i32, message: &str) {
        let before = self.names();
        let output = self.beeline(args);
        let stderr = String::from_utf8_lossy(&output.stderr).into_owned();
        assert_eq!(output.status.code(), Some(code), "{args:?}: {stderr}");
        assert!(stderr.contains(message), "{args:?}: no {message:?} in {stderr}");
        assert!(!stderr.contains("panicked"), "{args:?}: {stderr}");
        assert_eq!(self.names(), before, "{args:?} has left something behind");
    }
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

fn wasm(text: &str) -> Vec<u8> {
    wat::parse_str(text).unwrap()
}

#[test]
fn executables_and_in_process_runs_print_the_same() {
    let place = Place::new();
    place.file("hello.wat", HELLO);
    let output = place.beeline(&["run", "hello.wat"]);
    assert_eq!((output.status.code(), text(&output.stdout)), (Some(0), "hi\n".into()));
    let output = place.beeline(&["build", "hello.wat", "-o", "hello"]);
    assert_eq!((output.status.code(), text(&output.stderr)), (Some(0), String::new()));
    assert_eq!(place.names(), ["hello", "hello.wat"]);
    assert!(fs::metadata(place.path("hello")).unwrap().len() <= 64 << 10);
    let output = machine::native(place.path("hello")).output().unwrap();
    assert_eq!((output.status.code(), text(&output.stdout)), (Some(0), "hi\n".into()));
}

#[test]
fn files_that_are_no_modules_are_refused() {
    let place = Place::new();
    let module = wasm(HELLO);
    place
        .file("empty.wasm", "")
        .file("text.wasm", "hello")
        .file("binary.wat", b"\xff\xfe\0")
        .file("bad.wat", "(module (func");
    place.file("short.wasm", &module[..6]).file("version.wasm", b"\0asm\x07\0\0\0");
    for command in [&["build"][..], &["run"], &["check"], &["disasm"], &["inspect"]] {
        let fails = |file: &str, message: &str| place.fails(&[command, &[file]].concat(), 1, message);
        fails("empty.wasm", "error: empty.wasm: is empty");
        fails(
            "text.wasm",
            "error: text.wasm: is not a WebAssembly module: it does not begin with \\0asm (at offset 0x0)",
        );
        fails("binary.wat", "error: binary.wat: is not text (at offset 0x0)");
        fails("bad.wat", "error: bad.wat: ");
        fails("short.wasm", "error: short.wasm: ");
        fails("version.wasm", "(at offset 0x4)");
        fails("absent.wasm", "error: absent.wasm: cannot read: No such file or directory");
        fails(".", "error: .: is a directory");
    }
}

#[test]
fn truncated_and_damaged_modules_are_refused_with_an_offset_and_no_output() {
    let place = Place::new();
    let module = wasm(HELLO);
    for len in 8..module.len() {
        place.file("cut.wasm", &module[..len]);
        let output = place.beeline(&["build", "cut.wasm", "-o", "out"]);
        let stderr = text(&output.stderr);
        if output.status.success() {
            // Cut between sections, it may be a module without them.
            fs::remove_file(place.path("out")).unwrap();
            continue;
        }
        assert_eq!(output.status.code(), Some(1), "{stderr}");
        assert!(stderr.starts_with("error: cut.wasm: ") && !stderr.contains("panicked"), "{stderr}");
        assert_eq!(place.names(), ["cut.wasm"]);
    }
    for at in 8..module.len() {
        let mut damaged = module.clone();
        damaged[at] ^= 0x55;
        place.file("cut.wasm", &damaged);
        let output = place.beeline(&["check", "cut.wasm"]);
        assert!(matches!(output.status.code(), Some(0 | 1)), "{}", text(&output.stderr));
    }
}

#[test]
fn usage_errors_exit_with_2() {
    let place = Place::new();
    place.file("hello.wat", HELLO);
    for args in [
        &[][..],
        &["frobnicate"],
        &["build"],
        &["build", "--frobnicate", "hello.wat"],
        &["build", "--emit", "lib", "hello.wat"],
        &["build", "--target", "pdp11-unix", "hello.wat"],
        &["build", "--stack-size", "12", "hello.wat"],
        &["build", "--dir", "::/x", "hello.wat"],
        &["build", "--env", "=x", "hello.wat"],
        &["build", "-j", "many", "hello.wat"],
        &["build", "--timings=xml", "hello.wat"],
        &["build", "hello.wat", "-o", "-"],
        &["build", "-"],
        &["run", "--color", "sometimes", "hello.wat"],
        &["check"],
    ] {
        place.fails(args, 2, if args.is_empty() { "Usage" } else { "error" });
    }
}

#[test]
fn outputs_that_cannot_be_written_are_refused() {
    let place = Place::new();
    place.file("hello.wat", HELLO);
    fs::create_dir(place.path("dir")).unwrap();
    place.fails(&["build", "hello.wat", "-o", "dir"], 1, "error: dir: is a directory");
    place.fails(
        &["build", "hello.wat", "-o", "no/such/out"],
        1,
        "error: no/such/out: cannot write: no directory no/such",
    );
    place.fails(&["build", "hello.wat", "-o", "hello.wat/out"], 1, "error: hello.wat: is not a directory");
    place.fails(&["build", "hello.wat", "-o", "hello.wat"], 1, "error: hello.wat: is the module itself");
    place.fails(&["build", "hello.wat", "-o", "/proc/out"], 1, "error: /proc/out: cannot write: ");
    place.fails(
        &["build", "hello.wat", "-o", "/dev/full"],
        1,
        "error: /dev/full: cannot write: No space left on device",
    );
    assert_eq!(fs::read(place.path("hello.wat")).unwrap(), HELLO.as_bytes());
}

#[test]
fn devices_are_written_to_and_stay_devices() {
    let place = Place::new();
    place.file("hello.wat", HELLO);
    assert!(place.beeline(&["build", "hello.wat", "-o", "/dev/null"]).status.success());
    assert!(fs::metadata("/dev/null").unwrap().file_type().is_char_device());
}

#[test]
fn outputs_can_have_the_longest_names() {
    let place = Place::new();
    place.file("hello.wat", HELLO);
    let name = "x".repeat(255);
    let output = place.beeline(&["build", "hello.wat", "-o", &name]);
    assert!(output.status.success(), "{}", text(&output.stderr));
    assert_eq!(place.names(), ["hello.wat".to_string(), name]);
}

#[test]
fn outputs_are_written_through_links() {
    let place = Place::new();
    place.file("hello.wat", HELLO).file("old", "old");
    fs::create_dir(place.path("bin")).unwrap();
    for (target, link) in [("../old", "bin/link"), ("bin/new", "dangling"), ("dangling", "second")] {
        std::os::unix::fs::symlink(target, place.path(link)).unwrap();
        let output = place.beeline(&["build", "hello.wat", "-o", link]);
        assert!(output.status.success(), "{}", text(&output.stderr));
        assert!(fs::symlink_metadata(place.path(link)).unwrap().is_symlink(), "{link}");
        assert!(fs::read(place.path(link)).unwrap().starts_with(b"\x7fELF"), "{link}");
    }
    assert!(fs::read(place.path("old")).unwrap().starts_with(b"\x7fELF"));
    assert_eq!(place.names(), ["bin", "dangling", "hello.wat", "old", "second"]);
    std::os::unix::fs::symlink("loop", place.path("loop")).unwrap();
    place.fails(&["build", "hello.wat", "-o", "loop"], 1, "error: loop: cannot write: ");
}

#[test]
fn outputs_can_be_executed_as_soon_as_they_are_there() {
    let place = Place::new();
    place.file("hello.wat", HELLO);
    let mut build = place.command(&["build", "hello.wat", "-o", "out"]);
    build.stdin(Stdio::null());
    assert!(build.status().unwrap().success());
    for _ in 0..10 {
        let mut child = build.spawn().unwrap();
        while child.try_wait().unwrap().is_none() {
            let output = machine::native(place.path("out")).output().expect("no text file is busy");
            assert_eq!(text(&output.stdout), "hi\n");
        }
    }
}

#[test]
fn compiled_code_does_not_depend_on_what_is_written_to_the_module_meanwhile() {
    // Large enough to be read into a mapping, and to be compiled for longer than the file takes to be changed.
    let place = Place::new();
    let function = "(func (param i64) (drop (i64.add (local.get 0) (i64.const 0x123456789abcdef))))";
    let module = wasm(&format!("(module {} (func (export \"_start\")))", function.repeat(100_000)));
    place.file("large.wasm", &module);
    assert!(place.beeline(&["build", "large.wasm", "-o", "expected"]).status.success());
    let (expected, at) = (fs::read(place.path("expected")).unwrap(), module.len() / 2);
    for _ in 0..4 {
        let mut child =
            place.command(&["build", "large.wasm", "-o", "out"]).stderr(Stdio::null()).spawn().unwrap();
        let mut file = fs::OpenOptions::new().write(true).open(place.path("large.wasm")).unwrap();
        std::os::unix::fs::FileExt::write_all_at(&file, &[0; 64], at as u64).unwrap();
        file.set_len(0).unwrap();
        file.write_all(&module).unwrap();
        let code = child.wait().unwrap().code();
        assert!(matches!(code, Some(0 | 1)), "{code:?}");
        if code == Some(0) {
            assert!(fs::read(place.path("out")).unwrap() == expected);
        }
    }
}

#[test]
fn want_of_memory_is_an_error_with_code_1() {
    if machine::emulated() {
        machine::skipped("limits of memory: an emulator would have them as well");
        return;
    }
    let place = Place::new();
    let results = "i64 ".repeat(1000);
    let call = format!("(call $f {})", "(i64.const 1)".repeat(1000));
    let drops = "(drop)".repeat(1000);
    let body = format!("{call}{drops}").repeat(20);
    place.file(
        "wide.wasm",
        wasm(&format!(
            "(module (func $f (param {results}) (result {results}) unreachable) {})",
            format!("(func {body})").repeat(20)
        )),
    );
    // Large enough to be read by several threads.
    let large = "\\00".repeat(10 << 20);
    place.file("large.wasm", wasm(&format!("(module (memory 200) (data (i32.const 0) \"{large}\"))")));
    for (kilobytes, command) in
        [60_000, 80_000, 100_000, 120_000, 150_000, 200_000].into_iter().flat_map(|kilobytes| {
            [
                (kilobytes, "build -j1 wide"),
                (kilobytes, "build -j8 wide"),
                (kilobytes, "build wide"),
                (kilobytes, "build large"),
            ]
        })
    {
        let beeline = env!("CARGO_BIN_EXE_beeline");
        let command = format!("ulimit -v {kilobytes}; exec {beeline} {command}.wasm --emit obj -o out");
        let mut shell = Command::new("sh");
        let output = shell.arg("-c").arg(command).current_dir(place.0.path()).output().unwrap();
        let stderr = text(&output.stderr);
        assert!(matches!(output.status.code(), Some(0 | 1)), "{kilobytes}: {stderr}");
        assert!(!stderr.contains("panicked") && !stderr.contains("backtrace"), "{kilobytes}: {stderr}");
        let _ = fs::remove_file(place.path("out"));
        assert_eq!(place.names(), ["large.wasm", "wide.wasm"]);
    }
}

#[test]
fn failed_builds_leave_the_old_output_alone() {
    let place = Place::new();
    place.file("hello.wat", HELLO).file("bad.wat", "(module (func i32.add))").file("out", "old");
    place.fails(&["build", "bad.wat", "-o", "out"], 1, "error: bad.wat: ");
    assert_eq!(fs::read(place.path("out")).unwrap(), b"old");
    assert!(place.beeline(&["build", "hello.wat", "-o", "out"]).status.success());
    assert!(fs::metadata(place.path("out")).unwrap().permissions().mode() & 0o111 != 0);
}

#[test]
fn outputs_are_named_after_the_module() {
    let place = Place::new();
    place.file("hello.wat", HELLO);
    for (emit, name) in [("exe", "hello"), ("obj", "hello.o"), ("asm", "hello.s")] {
        assert!(place.beeline(&["build", "--emit", emit, "hello.wat"]).status.success());
        assert!(place.names().contains(&name.to_string()), "{:?}", place.names());
    }
    let output = place.beeline(&["create-obj", "hello.wat", "-o", "other.o"]);
    assert!(
        output.status.success()
            && fs::read(place.path("other.o")).unwrap() == fs::read(place.path("hello.o")).unwrap()
    );
    let output = place.beeline(&["create-exe", "hello.wat", "-o", "other"]);
    assert!(
        output.status.success()
            && fs::read(place.path("other")).unwrap() == fs::read(place.path("hello")).unwrap()
    );
}

#[test]
fn unknown_imports_are_refused_or_bound_as_asked() {
    let place = Place::new();
    place.file("unknown.wat", UNKNOWN);
    for command in [&["build", "unknown.wat", "-o", "out"][..], &["run", "unknown.wat"]] {
        place.fails(command, 1, "error: unknown.wat: unknown import: env.f");
        place.fails(command, 1, "--unknown-imports");
    }
    for (policy, code) in [("trap", 134), ("default", 5)] {
        let output = place.beeline(&["run", "--unknown-imports", policy, "unknown.wat"]);
        assert_eq!(output.status.code(), Some(code), "{}", text(&output.stderr));
        let output = place.beeline(&["build", "--unknown-imports", policy, "unknown.wat", "-o", "out"]);
        assert!(output.status.success(), "{}", text(&output.stderr));
        let output = machine::native(place.path("out")).output().unwrap();
        assert_eq!(output.status.code(), Some(code), "{}", text(&output.stderr));
        if policy == "trap" {
            assert!(
                text(&output.stderr).starts_with("error: wasm trap: unknown import"),
                "{}",
                text(&output.stderr)
            );
        }
    }
}

#[test]
fn a_missing_start_says_what_is_exported() {
    let place = Place::new();
    place.file("library.wat", LIBRARY).file("nothing.wat", "(module)");
    for command in [&["build"][..], &["run"]] {
        let fails = |file: &str, message: &str| place.fails(&[command, &[file]].concat(), 1, message);
        fails("library.wat", "error: library.wat: the module does not export a function `_start`");
        fails("library.wat", "\n  add: function");
        fails("library.wat", "--invoke");
        fails("nothing.wat", "it exports nothing");
    }
    place.fails(&["run", "--invoke", "memory", "library.wat"], 1, "does not export a function `memory`");
}

#[test]
fn invoked_functions_take_and_print_values() {
    let place = Place::new();
    place.file("library.wat", LIBRARY);
    let output = place.beeline(&["run", "--invoke", "add", "library.wat", "40", "2"]);
    assert_eq!(
        (output.status.code(), text(&output.stdout)),
        (Some(0), "42\n".into()),
        "{}",
        text(&output.stderr)
    );
    place.fails(&["run", "--invoke", "add", "library.wat", "40"], 1, "but there is 1");
    place.fails(&["run", "--invoke", "add", "library.wat", "40", "x"], 1, "`x` is not a value of type i32");
}

#[test]
fn exit_codes_pass_through_and_traps_exit_with_134() {
    let place = Place::new();
    place.file("exit.wat", EXIT_7).file("trap.wat", TRAP);
    for (module, code, message) in
        [("exit.wat", 7, ""), ("trap.wat", 134, "error: wasm trap: out of bounds memory access\n")]
    {
        let check = |output: Output| {
            let stderr = text(&output.stderr);
            assert_eq!(output.status.code(), Some(code), "{stderr}");
            assert!(stderr.starts_with(message), "{stderr}");
            if !message.is_empty() {
                assert!(stderr.contains("broken!inner") && stderr.contains("wasm backtrace:"), "{stderr}");
            }
        };
        check(place.beeline(&["run", module]));
        assert!(place.beeline(&["build", module, "-o", "out"]).status.success());
        check(machine::native(place.path("out")).output().unwrap());
    }
}

#[test]
fn modules_come_from_standard_input() {
    let place = Place::new();
    for input in [HELLO.as_bytes().to_vec(), wasm(HELLO)] {
        let mut child =
            place.command(&["run", "-"]).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
        child.stdin.take().unwrap().write_all(&input).unwrap();
        let output = child.wait_with_output().unwrap();
        assert_eq!((output.status.code(), text(&output.stdout)), (Some(0), "hi\n".into()));
    }
    let mut child =
        place.command(&["check", "-"]).stdin(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    child.stdin.take().unwrap().write_all(b"nonsense").unwrap();
    let output = child.wait_with_output().unwrap();
    assert!(text(&output.stderr).starts_with("error: <stdin>: is not a WebAssembly module"));
}

#[test]
fn objects_and_listings_go_to_standard_output() {
    let place = Place::new();
    place.file("hello.wat", HELLO);
    let output = place.beeline(&["build", "--emit", "obj", "hello.wat", "-o", "-"]);
    assert!(output.status.success() && output.stdout.starts_with(b"\x7fELF"));
    let output = place.beeline(&["build", "--emit", "asm", "hello.wat", "-o", "-"]);
    let listing = text(&output.stdout);
    assert!(
        listing.contains("import func[0]: wasi_snapshot_preview1.fd_write") && listing.contains("<start>"),
        "{listing}"
    );
    assert_eq!(place.beeline(&["disasm", "hello.wat"]).stdout, output.stdout);
    assert_eq!(place.names(), ["hello.wat"]);
}

#[test]
fn readers_that_leave_early_are_no_error() {
    let place = Place::new();
    let function = "(func (drop (i32.add (i32.const 1) (i32.load (i32.const 2)))))";
    place.file("long.wat", format!("(module (memory 1) {})", function.repeat(10_000)));
    for command in [&["disasm", "long.wat"][..], &["build", "--emit", "asm", "long.wat", "-o", "-"]] {
        let mut child = place.command(command).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        let mut start = [0; 16];
        child.stdout.take().unwrap().read_exact(&mut start).unwrap();
        let output = child.wait_with_output().unwrap();
        assert_eq!((output.status.code(), text(&output.stderr)), (Some(0), String::new()));
    }
}

#[test]
fn a_full_standard_output_is_an_error() {
    let place = Place::new();
    place.file("hello.wat", HELLO);
    for command in
        [&["disasm", "hello.wat"][..], &["inspect", "hello.wat"], &["check", "hello.wat"], &["targets"]]
    {
        let full = fs::OpenOptions::new().write(true).open("/dev/full").unwrap();
        let output = place.command(command).stdout(full).stderr(Stdio::piped()).output().unwrap();
        assert_eq!(output.status.code(), Some(1), "{command:?}");
        let stderr = text(&output.stderr);
        assert_eq!(
            stderr, "error: cannot write to standard output: No space left on device\n",
            "{command:?}"
        );
    }
}

#[test]
fn every_file_is_checked_and_the_code_says_if_one_was_bad() {
    let place = Place::new();
    place.file("a.wat", HELLO).file("b.wat", "(module (func i32.add))").file("c.wasm", wasm(LIBRARY));
    let output = place.beeline(&["check", "a.wat", "b.wat", "c.wasm"]);
    assert_eq!(output.status.code(), Some(1));
    assert_eq!(text(&output.stdout), "a.wat: ok\nc.wasm: ok\n");
    let stderr = text(&output.stderr);
    assert!(stderr.starts_with("error: b.wat: ") && stderr.contains("(at offset 0x"), "{stderr}");
    let output = place.beeline(&["check", "--quiet", "a.wat", "c.wasm"]);
    assert_eq!((output.status.code(), text(&output.stdout)), (Some(0), String::new()));
}

#[test]
fn modules_and_executables_can_be_inspected() {
    let place = Place::new();
    place.file("hello.wat", HELLO);
    let output = text(&place.beeline(&["inspect", "hello.wat"]).stdout);
    for part in [
        "hello.wat: module, ",
        "functions: 1",
        "memory: 1 pages",
        "features: WebAssembly 1.0",
        "wasi_snapshot_preview1.fd_write: function (i32, i32, i32, i32) -> i32",
        "_start: function () -> ()",
    ] {
        assert!(output.contains(part), "no {part:?} in {output}");
    }
    let build =
        ["build", "hello.wat", "--dir", "lib::/usr", "--dir-ro", "/etc", "--env", "A=1", "--env", "HOME"];
    assert!(place.beeline(&[&build[..], &["--argv0", "greet", "--", "-v"]].concat()).status.success());
    let output = text(&place.beeline(&["inspect", "hello"]).stdout);
    for part in [
        &format!("hello: executable by beeline for {}", std::env::consts::ARCH),
        "module: hello",
        "argv[0]: greet",
        "arguments: [\"-v\"]",
        "directory lib as /usr (read and write)",
        "directory /etc as /etc (read)",
        "environment A=1\n",
        "environment HOME (as it is when the program starts)",
    ] {
        assert!(output.contains(part), "no {part:?} in {output}");
    }
    let other = std::env::current_exe().unwrap();
    place.fails(
        &["inspect", &other.display().to_string()],
        1,
        "an ELF file, but not one that Beeline has built",
    );
}

#[test]
fn features_are_named() {
    let place = Place::new();
    place.file(
        "new.wat",
        r#"(module (memory 1) (func (param i32 i32 i32) (result i64 i32)
            (memory.copy (local.get 0) (local.get 1) (local.get 2))
            (i64.trunc_sat_f32_s (f32.const 1)) (i32.extend8_s (i32.const 2))))"#,
    );
    let output = text(&place.beeline(&["inspect", "new.wat"]).stdout);
    let features = "features: bulk memory, multiple values, saturating conversions, sign extension\n";
    assert!(output.contains(features), "{output}");
}

/// What `check` refuses for, `inspect` marks.
#[test]
fn refusals_are_foreseen() {
    let place = Place::new();
    for module in [
        "(type (sub (func)))",
        "(rec (type (func)))",
        "(type (struct))",
        "(memory 1 (pagesize 1))",
        "(memory i64 1)",
        "(memory 1 1 shared)",
        "(memory 1) (memory 1)",
        "(table i64 1 funcref)",
        "(table 1 (ref func) (ref.func 0)) (func)",
        "(global (ref func) (ref.func 0)) (func)",
        "(func (param anyref))",
        "(func (param exnref))",
        "(func (param v128))",
        "(tag)",
        "(func (return_call 0))",
        "(type $f (func)) (type (cont $f))",
    ] {
        place.file("module.wat", format!("(module {module})"));
        let refused = place.beeline(&["check", "module.wat"]);
        let refused = text(&refused.stderr);
        let feature = refused.split("the module needs ").nth(1).and_then(|rest| rest.split(", which").next());
        let feature = feature.unwrap_or_else(|| panic!("{module}: {refused}"));
        let seen = text(&place.beeline(&["inspect", "module.wat"]).stdout);
        let features =
            seen.lines().find_map(|line| line.trim().strip_prefix("features: ")).unwrap_or_default();
        let marked = format!("{feature} (not supported)");
        assert!(
            features.split(", ").any(|feature| feature == marked),
            "{module}: no {marked} in {features:?}"
        );
    }
}

#[test]
fn files_are_run_without_a_command() {
    let place = Place::new();
    place.file("hello.wat", HELLO).file("exit.wat", EXIT_7);
    assert_eq!(text(&place.beeline(&["hello.wat", "--dir", "x"]).stdout), "hi\n");
    assert_eq!(place.beeline(&["./exit.wat"]).status.code(), Some(7));
    assert_eq!(place.beeline(&["--invoke", "_start", "./exit.wat"]).status.code(), Some(7));
    place.fails(&["absent.wasm"], 1, "error: absent.wasm: cannot read: ");
    place.fails(&["./absent"], 1, "error: ./absent: cannot read: ");
    assert_eq!(text(&place.beeline(&["/proc/self/cwd/hello.wat"]).stdout), "hi\n");
    for (word, ours) in
        [("compile", "build"), ("validate", "check"), ("objdump", "disasm"), ("version", "--version")]
    {
        place.fails(&[word, "hello.wat"], 2, &format!("hint: that is `beeline {ours}` here"));
    }
}

#[test]
fn flags_of_other_tools_get_a_hint() {
    let place = Place::new();
    place.file("hello.wat", HELLO).file("broken.wast", "(module) (assert_return");
    for (line, hint) in [
        (&["run", "-O3", "hello.wat"][..], "hint: there are no levels of optimisation"),
        (&["build", "--release", "hello.wat"], "hint: there are no levels of optimisation"),
        (&["run", "--mapdir", "a:b", "hello.wat"], "hint: --dir HOST[::GUEST]"),
        (&["run", "--net", "hello.wat"], "hint: programs have files"),
        (
            &["build", "--timings", "json", "hello.wat"],
            "hint: the format belongs to the flag: --timings=json",
        ),
    ] {
        place.fails(line, 2, hint);
        let output = place.beeline(line);
        assert!(!text(&output.stderr).contains("as a value"), "{line:?}");
    }
    place.fails(
        &["run", "--timings", "json", "hello.wat"],
        1,
        "hint: the format belongs to the flag: --timings=json",
    );
    place.fails(&["check", "broken.wast"], 1, "hint: `beeline wast` runs test scripts");
    assert!(!text(&place.beeline(&["create-obj", "--help"]).stdout).contains("--emit <KIND>"));
    assert!(text(&place.beeline(&["build", "--help"]).stdout).contains("--emit <KIND>"));
}

#[test]
fn names_of_files_cannot_forge_lines_of_messages() {
    let place = Place::new();
    place.file("a\nerror: forged.wat", "(module");
    for command in ["build", "check", "run", "inspect"] {
        place.fails(&[command, "a\nerror: forged.wat"], 1, "error: a\\u{a}error: forged.wat: ");
        let stderr = text(&place.beeline(&[command, "a\nerror: forged.wat"]).stderr);
        assert_eq!(stderr.lines().filter(|line| line.starts_with("error:")).count(), 1, "{stderr}");
    }
}

#[test]
fn grants_reach_the_program() {
    // Prints the first argument after the program's name, or traps if there is none.
    let argument = r#"(module
        (import "wasi_snapshot_preview1" "args_get" (func $get (param i32 i32) (result i32)))
        (import "wasi_snapshot_preview1" "fd_write" (func $write (param i32 i32 i32 i32) (result i32)))
        (memory (export "memory") 1)
        (func (export "_start")
            (drop (call $get (i32.const 0) (i32.const 1000)))
            (i32.store (i32.const 100) (i32.load (i32.const 4)))
            (i32.store (i32.const 104) (i32.const 3))
            (drop (call $write (i32.const 1) (i32.const 100) (i32.const 1) (i32.const 200)))))"#;
    let place = Place::new();
    place.file("arg.wat", argument);
    for args in [
        &["run", "arg.wat", "abc"][..],
        &["run", "arg.wat", "--", "abc"],
        &["run", "--quiet", "arg.wat", "abc", "--dir"],
    ] {
        assert_eq!(text(&place.beeline(args).stdout), "abc", "{args:?}");
    }
    assert!(place.beeline(&["build", "arg.wat", "-o", "own"]).status.success());
    assert_eq!(text(&machine::native(place.path("own")).arg("xyz").output().unwrap().stdout), "xyz");
    assert!(place.beeline(&["build", "arg.wat", "-o", "fixed", "--", "abc"]).status.success());
    assert_eq!(text(&machine::native(place.path("fixed")).arg("xyz").output().unwrap().stdout), "abc");
    place.fails(
        &["run", "--dir", "absent", "arg.wat", "abc"],
        1,
        "error: cannot grant directory `absent`: no such directory",
    );
}

#[test]
fn linkers_of_the_users_choice_are_run_and_their_failures_shown() {
    let place = Place::new();
    place.file("hello.wat", HELLO).file("linker", "#!/bin/sh\necho no room >&2\nexit 1\n");
    fs::set_permissions(place.path("linker"), Permissions::from_mode(0o755)).unwrap();
    place.fails(&["build", "--linker", "./linker", "hello.wat"], 1, "failed with exit status: 1\nno room");
    let started = if machine::emulated() { "linker /absent/ld: " } else { "cannot be started" };
    place.fails(&["build", "--linker", "/absent/ld", "hello.wat"], 1, started);
}

#[test]
fn interrupted_builds_leave_nothing_behind() {
    let place = Place::new();
    let temporary = Place::new();
    place.file("hello.wat", HELLO).file("linker", "#!/bin/sh\necho ready\nexec sleep 60\n");
    fs::set_permissions(place.path("linker"), Permissions::from_mode(0o755)).unwrap();
    let mut command = place.command(&["build", "--linker", "./linker", "hello.wat", "-o", "out"]);
    let mut child = command.env("TMPDIR", temporary.0.path()).stderr(Stdio::null()).spawn().unwrap();
    // The linker is running once its inputs are there.
    for _ in 0..1000 {
        if !temporary.names().is_empty() {
            break;
        }
        std::thread::sleep(std::time::Duration::from_millis(10));
    }
    assert!(!temporary.names().is_empty(), "the build has not come to the linker");
    assert!(Command::new("kill").args(["-INT", &child.id().to_string()]).status().unwrap().success());
    assert_eq!(child.wait().unwrap().code(), Some(130));
    assert_eq!(temporary.names(), [""; 0]);
    assert_eq!(place.names(), ["hello.wat", "linker"]);
}

#[test]
fn timings_are_a_table_or_json() {
    let place = Place::new();
    place.file("hello.wat", HELLO);
    let table = text(&place.beeline(&["build", "--timings", "hello.wat"]).stderr);
    for row in ["phase", "validate", "emit", "object", "link", "total", "machine code", "peak memory"] {
        assert!(table.lines().any(|line| line.starts_with(row)), "no {row} in {table}");
    }
    let table = text(&place.beeline(&["run", "--timings", "hello.wat"]).stderr);
    for row in ["object", "link", "machine code", "output"] {
        assert!(!table.lines().any(|line| line.starts_with(row)), "a row {row} in {table}");
    }
    let json = text(&place.beeline(&["build", "--timings=json", "hello.wat"]).stderr);
    assert!(
        json.starts_with("{\"validate_ms\":") && json.ends_with("}\n") && json.lines().count() == 1,
        "{json}"
    );
}

#[test]
fn scripts_report_what_failed() {
    let place = Place::new();
    let module = r#"(module (func (export "one") (result i32) (i32.const 1)))"#;
    place.file("good.wast", format!("{module} (assert_return (invoke \"one\") (i32.const 1))"));
    place.file("bad.wast", format!("{module}\n(assert_return (invoke \"one\") (i32.const 2))"));
    let output = place.beeline(&["wast", "good.wast"]);
    assert_eq!(output.status.code(), Some(0), "{}", text(&output.stdout));
    let output = place.beeline(&["wast", "good.wast", "bad.wast", "absent.wast"]);
    assert_eq!(output.status.code(), Some(1));
    let stdout = text(&output.stdout);
    assert!(stdout.contains("bad.wast:2:2: expected (i32.const 2), got (i32.const 1)\n"), "{stdout}");
    assert!(stdout.contains("bad.wast: 0 assertions passed, 1 failure\n"), "{stdout}");
    assert!(stdout.ends_with("total: 1 passed, 1 failed\n"), "{stdout}");
    assert!(text(&output.stderr).contains("error: absent.wast: cannot read"), "{}", text(&output.stderr));
}

#[test]
fn targets_are_listed() {
    let output = text(&Place::new().beeline(&["targets"]).stdout);
    let lines: Vec<_> = output.lines().collect();
    assert_eq!(lines.len(), Target::ALL.len(), "{output}");
    for (target, line) in Target::ALL.into_iter().zip(lines) {
        let (triple, what) = line.split_once(' ').unwrap();
        assert_eq!(triple, target.triple());
        let what = what.trim_start();
        if Target::host() == Some(target) {
            assert_eq!(what, "executables, this machine");
        } else if runtime::objects(target).is_ok() {
            assert_eq!(what, "executables");
        } else {
            assert_eq!(
                what,
                "objects and listings; for executables run scripts/build-runtimes in the source of beeline"
            );
        }
    }
}

#[test]
fn unknown_targets_and_processors_are_refused_with_the_known_ones() {
    let place = Place::new();
    place.file("hello.wat", HELLO);
    for command in [&["build"][..], &["disasm"], &["create-exe"], &["create-obj"]] {
        let args = [command, &["--target", "pdp11-unix", "hello.wat"]].concat();
        place.fails(&args, 2, "known: x86_64-linux, aarch64-linux");
        for (target, cpu, known) in [
            ("x86_64-linux", "armv8-a", "known: x86-64-v2, x86-64-v3"),
            ("aarch64-linux", "x86-64-v3", "known: armv8-a"),
        ] {
            let args = [command, &["--target", target, "--cpu", cpu, "hello.wat"]].concat();
            place.fails(&args, 2, known);
        }
    }
    for command in [&["run"][..], &["wast"]] {
        place.fails(&[command, &["--cpu", "pdp11", "hello.wat"]].concat(), 2, "known: ");
    }
}

#[test]
fn objects_and_listings_need_no_runtime() {
    let place = Place::new();
    place.file("hello.wat", HELLO);
    for target in Target::ALL {
        let (triple, isa) = (target.triple(), machine::isa(target));
        assert!(place.beeline(&["create-obj", "--target", triple, "hello.wat", "-o", "o"]).status.success());
        let output = text(&place.beeline(&["inspect", "o"]).stdout);
        assert!(output.starts_with(&format!("o: object by beeline for {isa}\n")), "{output}");
        for (cpu, _) in target.cpus() {
            let args = ["build", "--emit", "asm", "--target", triple, "--cpu", cpu, "hello.wat", "-o", "-"];
            let listing = text(&place.beeline(&args).stdout);
            assert!(listing.starts_with(&format!("; {isa}, 1 function in ")), "{listing}");
            let args = ["disasm", "--target", triple, "--cpu", cpu, "hello.wat"];
            assert_eq!(text(&place.beeline(&args).stdout), listing);
        }
    }
}

#[test]
fn executables_are_built_for_other_targets() {
    let place = Place::new();
    place.file("hello.wat", HELLO).file("trap.wat", TRAP).file("exit.wat", EXIT_7);
    for target in Target::ALL {
        let triple = target.triple();
        if runtime::objects(target).is_err() {
            let args = ["build", "--target", triple, "hello.wat"];
            place.fails(&args, 1, &format!("no runtime for {triple}"));
            place.fails(&args, 1, "hint: run scripts/build-runtimes in the source of beeline");
            continue;
        }
        let long = triple.replace("-linux", "-unknown-linux-gnu");
        for (module, code, stdout, stderr) in [
            ("hello.wat", 0, "hi\n", ""),
            ("exit.wat", 7, "", ""),
            ("trap.wat", 134, "", "error: wasm trap: out of bounds memory access\nwasm backtrace:\n"),
        ] {
            assert!(place.beeline(&["create-exe", "--target", &long, module, "-o", "out"]).status.success());
            let facts = text(&place.beeline(&["inspect", "out"]).stdout);
            let isa = machine::isa(target);
            assert!(facts.starts_with(&format!("out: executable by beeline for {isa}\n")), "{facts}");
            let Some(mut command) = machine::command(target, &place.path("out")) else {
                machine::skipped(&format!("running {module} for {triple}: there is no emulator"));
                continue;
            };
            let output = command.output().unwrap();
            let found = (output.status.code(), text(&output.stdout), text(&output.stderr));
            assert_eq!((found.0, &*found.1), (Some(code), stdout), "{target:?}: {found:?}");
            assert!(found.2.starts_with(stderr) && found.2.is_empty() == stderr.is_empty(), "{found:?}");
        }
    }
}

#[test]
fn messages_are_coloured_only_when_asked_for() {
    let place = Place::new();
    let stderr = |args: &[&str]| text(&place.beeline(args).stderr);
    assert!(stderr(&["--color", "always", "check", "absent"]).contains("\x1b["));
    assert!(!stderr(&["check", "absent"]).contains('\x1b'));
}

#[test]
fn names_in_messages_cannot_control_the_terminal() {
    let place = Place::new();
    place.file("evil.wat", r#"(module (import "e\1b[31m" "x" (func)) (func (export "_start")))"#);
    for command in
        [&["build", "evil.wat"][..], &["run", "evil.wat"], &["--color", "always", "run", "evil.wat"]]
    {
        place.fails(command, 1, "e\\u{1b}[31m.x");
        assert!(!text(&place.beeline(command).stderr).contains("e\x1b"));
    }
}

#[test]
fn executables_take_the_arguments_of_the_function_that_is_named() {
    let place = Place::new();
    place.file("library.wat", LIBRARY);
    assert!(
        place.beeline(&["build", "--invoke", "add", "library.wat", "-o", "add", "--", "40"]).status.success()
    );
    let output = machine::native(place.path("add")).arg("2").output().unwrap();
    assert_eq!((output.status.code(), text(&output.stdout)), (Some(0), "42\n".into()));
}

#[test]
fn outputs_depend_on_neither_threads_nor_directory() {
    let place = Place::new();
    fs::create_dir(place.path("sub")).unwrap();
    place.file("hello.wat", HELLO).file("sub/hello.wat", HELLO);
    assert!(place.beeline(&["build", "-j1", "hello.wat", "-o", "a"]).status.success());
    assert!(place.beeline(&["build", "-j4", "sub/hello.wat", "-o", "b"]).status.success());
    let read = |name: &str| fs::read(Path::new(&place.path(name))).unwrap();
    assert_eq!(read("a"), read("b"));
}

#[test]
fn inputs_without_end_are_refused() {
    let place = Place::new();
    for command in
        [&["check", "/dev/zero"][..], &["build", "/dev/zero", "-o", "out"], &["inspect", "/dev/zero"]]
    {
        place.fails(command, 1, "error: /dev/zero: is larger than a module can be");
    }
    // A file that is mostly a hole.
    fs::File::create(place.path("sparse")).unwrap().set_len(10 << 30).unwrap();
    place.fails(&["check", "sparse"], 1, "error: sparse: is larger than a module can be");
}

#[test]
fn shells_complete_arguments() {
    let place = Place::new();
    for shell in ["bash", "zsh", "fish", "elvish", "powershell"] {
        let script = place.beeline(&["completion", shell]);
        assert!(script.status.success());
        assert!(text(&script.stdout).contains("unknown-imports"), "{shell}");
    }
    place.fails(&["completion", "csh"], 2, "csh");
}

#[test]
fn one_function_is_listed_by_any_of_its_names() {
    let place = Place::new();
    place.file(
        "names.wat",
        r#"(module (import "env" "f" (func $imported)) (func $_ZN5space3fooEii (export "foo")) (func $second))"#,
    );
    let listed = |name: &str| {
        let listing = text(&place.beeline(&["disasm", "--function", name, "names.wat"]).stdout);
        listing.lines().filter(|line| line.starts_with("func[")).map(String::from).collect::<Vec<_>>()
    };
    for name in ["space::foo(int, int)", "_ZN5space3fooEii", "foo", "1"] {
        let listing = listed(name);
        assert_eq!(listing.len(), 1, "{name}: {listing:?}");
        assert!(listing[0].starts_with("func[1] <space::foo(int, int)>:"), "{name}: {listing:?}");
    }
    let both = place.beeline(&["disasm", "-f", "2", "-f", "foo", "names.wat"]);
    assert_eq!(text(&both.stdout).matches("\nfunc[").count(), 2);
    place.fails(&["disasm", "-f", "sec", "names.wat"], 1, "error: names.wat: has no function `sec`");
    place.fails(&["disasm", "-f", "sec", "names.wat"], 1, "\n  second");
    place.fails(&["disasm", "-f", "3", "names.wat"], 1, "has no function `3`");
    place.fails(&["disasm", "-f", "imported", "names.wat"], 1, "imports the function `imported`");
}

#[test]
fn inspection_has_a_form_for_programs() {
    let place = Place::new();
    place.file("hello.wat", HELLO).file("vector.wat", "(module (func (drop (v128.const i64x2 0 0))))");
    let inspect = |file: &str| -> serde_json::Value {
        let output = place.beeline(&["inspect", "--json", file]);
        serde_json::from_slice(&output.stdout)
            .unwrap_or_else(|e| panic!("{file}: {e}: {}", text(&output.stderr)))
    };
    let module = inspect("hello.wat");
    assert_eq!(module["kind"], "module");
    assert_eq!(module["imports"][0]["module"], "wasi_snapshot_preview1");
    assert_eq!(module["imports"][0]["type"], "function (i32, i32, i32, i32) -> i32");
    let vector = inspect("vector.wat");
    assert_eq!(vector["features"][0], serde_json::json!({ "name": "vectors (SIMD)", "supported": false }));
    let built = place.beeline(&[
        "build",
        "--dir-ro",
        "a::b",
        "--max-memory=1M",
        "--env=A",
        "hello.wat",
        "-o",
        "hello",
    ]);
    assert!(built.status.success(), "{}", text(&built.stderr));
    let executable = inspect("hello");
    assert_eq!((&executable["kind"], &executable["calls"]), (&"executable".into(), &"_start".into()));
    assert_eq!(
        executable["grants"]["directories"],
        serde_json::json!([{ "host": "a", "guest": "b", "writable": false }])
    );
    assert_eq!((&executable["max_memory_bytes"], &executable["argv0"]), (&(1 << 20).into(), &().into()));
    place.file("component.wasm", b"\0asm\x0d\0\x01\0");
    assert_eq!(inspect("component.wasm")["kind"], "component");
    assert!(text(&place.beeline(&["inspect", "component.wasm"]).stdout).contains("component, 8 bytes"));
    place.fails(
        &["check", "component.wasm"],
        1,
        "the module needs components, which Beeline does not support",
    );
    place.fails(&["check", "component.wasm"], 1, "hint: build for wasm32-wasip1");
}
