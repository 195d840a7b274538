//! `beeline run` and executables are one launcher: each case here is run by the command and as an executable for each machine, and has to give the same
//! standard output, standard error and exit status, to the byte. What a module is refused for, `run` and `build` say alike.

use beeline_codegen::Arch;
use beeline_spec_tests::machine::{self, ARCHES};
use beeline_spec_tests::programs::{beeline, can_build_and_run, command};
use std::ffi::{OsStr, OsString};
use std::fs;
use std::os::unix::ffi::OsStrExt;
use std::path::Path;
use std::process::{Command, Stdio};

const SCRATCH: &str = env!("CARGO_TARGET_TMPDIR");

/// What is run, and what comes of it.
#[derive(Clone, Default)]
struct Case {
    /// The module's text.
    text: String,
    /// Flags of `run` and `build`.
    flags: Vec<OsString>,
    /// The program's arguments.
    args: Vec<OsString>,
    /// The environment of the process, which has no other variables.
    env: Vec<(OsString, OsString)>,
    /// The file that standard output goes to, in place of a pipe.
    stdout_file: Option<&'static str>,
    /// Streams that are closed, in the words of a shell.
    closed: &'static str,
}

/// What a process has left behind.
#[derive(Debug, PartialEq, Eq)]
struct Ended {
    stdout: String,
    stderr: String,
    status: Option<i32>,
}

impl Case {
    fn new(text: &str) -> Self {
        Self { text: text.into(), ..Self::default() }
    }

    fn flags<S: AsRef<OsStr>>(mut self, flags: &[S]) -> Self {
        self.flags.extend(flags.iter().map(|flag| flag.as_ref().to_owned()));
        self
    }

    fn args<S: AsRef<OsStr>>(mut self, args: &[S]) -> Self {
        self.args.extend(args.iter().map(|arg| arg.as_ref().to_owned()));
        self
    }

    fn env(mut self, name: &str, value: &str) -> Self {
        self.env.push((name.into(), value.into()));
        self
    }

    /// Runs a command that has been told what to run, in an empty directory but for the module's own.
    fn finish(&self, mut command: Command, place: &Path) -> Ended {
        if !self.closed.is_empty() {
            let mut shell = Command::new("sh");
            shell.args(["-c", &format!(r#"exec "$@" {}"#, self.closed), "sh"]);
            shell.arg(command.get_program()).args(command.get_args());
            command = shell;
        }
        command.current_dir(place).stdin(Stdio::null()).env_clear();
        // The command of an emulated machine is found by its path, and finds its emulator there.
        command.envs(self.env.iter().map(|(name, value)| (name, value)));
        if let Some(path) = self.stdout_file {
            command.stdout(fs::OpenOptions::new().write(true).open(path).expect("the device is there"));
        }
        let output = command.output().unwrap_or_else(|e| panic!("{command:?}: {e}"));
        Ended {
            stdout: String::from_utf8_lossy(&output.stdout).into_owned(),
            stderr: String::from_utf8_lossy(&output.stderr).into_owned(),
            status: output.status.code(),
        }
    }

    /// Runs the module by the command.
    fn run(&self, place: &Path) -> Ended {
        let mut command = command(SCRATCH);
        command.arg("run").args(&self.flags).arg("module.wat").args(&self.args);
        self.finish(command, place)
    }

    /// Runs the module as an executable. If it cannot be built, that is what there is to see.
    fn build_and_run(&self, arch: Arch, place: &Path) -> Ended {
        let mut build = command(SCRATCH);
        build.args(["build", "--target", machine::triple(arch), "-o", "program"]).args(&self.flags);
        let built = Self::default().finish(
            {
                build.arg("module.wat");
                build
            },
            place,
        );
        if built.status != Some(0) {
            return built;
        }
        assert_eq!((built.stdout.as_str(), built.stderr.as_str()), ("", ""));
        let program = place.join("program");
        let mut command =
            machine::command(&program, arch).expect("it was asked whether this machine runs it");
        command.args(&self.args);
        self.finish(command, place)
    }

    /// Runs the module in every way and has each end as it should.
    #[track_caller]
    fn ends(&self, stdout: &str, stderr: &str, status: i32) {
        let wanted = Ended { stdout: stdout.into(), stderr: stderr.into(), status: Some(status) };
        assert_eq!(self.all(), wanted);
    }

    /// Runs the module in every way; what came of it, each time the same.
    #[track_caller]
    fn all(&self) -> Ended {
        let mut ended = self.each();
        let by_run = ended.swap_remove(0);
        for as_executable in ended {
            assert_eq!(as_executable, by_run, "an executable (left) and `run`");
        }
        by_run
    }

    /// Runs the module by the command, and as an executable for each machine.
    fn each(&self) -> Vec<Ended> {
        let place = tempfile::tempdir_in(SCRATCH).expect("the scratch directory is writable");
        fs::write(place.path().join("module.wat"), &self.text).expect("the scratch directory is writable");
        for directory in ["d", "e", "f"] {
            fs::create_dir(place.path().join(directory)).expect("the scratch directory is writable");
        }
        let arches = ARCHES.into_iter().filter(|&arch| can_build_and_run(arch, SCRATCH));
        let executables = arches.map(|arch| self.build_and_run(arch, place.path()));
        std::iter::once(self.run(place.path())).chain(executables).collect()
    }
}

/// A program that writes its environment, each variable with a zero byte behind it.
const ENVIRONMENT: &str = r#"(module
    (import "wasi_snapshot_preview1" "environ_sizes_get" (func $sizes (param i32 i32) (result i32)))
    (import "wasi_snapshot_preview1" "environ_get" (func $get (param i32 i32) (result i32)))
    (import "wasi_snapshot_preview1" "fd_write" (func $write (param i32 i32 i32 i32) (result i32)))
    (memory (export "memory") 1)
    (func (export "_start")
        (drop (call $sizes (i32.const 0) (i32.const 12)))
        (drop (call $get (i32.const 1024) (i32.const 8192)))
        (i32.store (i32.const 8) (i32.const 8192))
        (drop (call $write (i32.const 1) (i32.const 8) (i32.const 1) (i32.const 16)))))"#;

/// The same for its arguments.
fn arguments() -> String {
    ENVIRONMENT.replace("environ_", "args_")
}

/// A program that writes the name of each directory that it was granted, in the order of descriptors.
const DIRECTORIES: &str = r#"(module
    (import "wasi_snapshot_preview1" "fd_prestat_get" (func $prestat (param i32 i32) (result i32)))
    (import "wasi_snapshot_preview1" "fd_prestat_dir_name" (func $name (param i32 i32 i32) (result i32)))
    (import "wasi_snapshot_preview1" "fd_write" (func $write (param i32 i32 i32 i32) (result i32)))
    (memory (export "memory") 1)
    (func (export "_start") (local $fd i32)
        (local.set $fd (i32.const 3))
        (loop $next
            (if (call $prestat (local.get $fd) (i32.const 8)) (then return))
            (drop (call $name (local.get $fd) (i32.const 64) (i32.load (i32.const 12))))
            (i32.store (i32.const 20) (i32.load (i32.const 12)))
            (i32.store8 (i32.add (i32.const 64) (i32.load (i32.const 12))) (i32.const 10))
            (i32.store (i32.const 16) (i32.const 64))
            (i32.store (i32.const 20) (i32.add (i32.load (i32.const 12)) (i32.const 1)))
            (drop (call $write (i32.const 1) (i32.const 16) (i32.const 1) (i32.const 24)))
            (local.set $fd (i32.add (local.get $fd) (i32.const 1)))
            (br $next))))"#;

#[test]
fn the_initialiser_of_a_reactor_is_called_once_before_the_export_that_is_named() {
    let reactor = r#"(module (global $ready (mut i32) (i32.const 0))
        (func (export "_initialize") (global.set $ready (i32.add (global.get $ready) (i32.const 1))))
        (func (export "_start") (if (global.get $ready) (then unreachable)))
        (func (export "get") (result i32) (global.get $ready)))"#;
    Case::new(reactor).flags(&["--invoke", "get"]).ends("1\n", "", 0);
    Case::new(reactor).flags(&["--invoke", "_initialize"]).ends("", "", 0);
    // A command is no reactor.
    Case::new(reactor).ends("", "", 0);
    let traps = r#"(module (func $i (export "_initialize") unreachable) (func (export "f")))"#;
    let trap =
        "error: wasm trap: wasm `unreachable` instruction executed\nwasm backtrace:\n  0: 0x2d - module!i\n";
    Case::new(traps).flags(&["--invoke", "f"]).ends("", trap, 134);
}

#[test]
fn the_last_definition_of_a_variable_counts_and_counts_more_than_what_is_inherited() {
    let case = Case::new(ENVIRONMENT).env("FOO", "outer").env("BAR", "b");
    case.ends("", "", 0);
    case.clone().flags(&["--env", "A=1", "--env", "B=2", "--env", "A=3"]).ends("A=3\0B=2\0", "", 0);
    case.clone().flags(&["--env", "FOO", "--env", "NO"]).ends("FOO=outer\0", "", 0);
    case.clone().flags(&["--env", "FOO=x", "--env", "FOO"]).ends("FOO=outer\0", "", 0);
    case.clone().flags(&["--env", "FOO", "--env", "FOO=x="]).ends("FOO=x=\0", "", 0);
    for flags in [&["--inherit-env", "--env", "FOO=inner"][..], &["--env", "FOO=inner", "--inherit-env"]] {
        // An emulator may turn the order around.
        for ended in case.clone().flags(flags).each() {
            let mut variables: Vec<_> = ended.stdout.split_terminator('\0').collect();
            variables.sort_unstable();
            assert_eq!(variables, ["BAR=b", "FOO=inner"]);
        }
    }
}

#[test]
fn variables_and_arguments_need_not_be_text() {
    let raw = OsStr::from_bytes(b"--env=A=\xff\xfe");
    Case::new(ENVIRONMENT).flags(&[raw]).ends("A=\u{fffd}\u{fffd}\0", "", 0);
    let arg = OsStr::from_bytes(b"\xff!");
    Case::new(&arguments()).flags(&["--argv0", "me"]).args(&[arg]).ends("me\0\u{fffd}!\0", "", 0);
    let name = OsStr::from_bytes(b"--argv0=\xff");
    Case::new(&arguments()).flags(&[name]).args(&["-x", "--", ""]).ends("\u{fffd}\0-x\0--\0\0", "", 0);
}

#[test]
fn results_are_printed_alike() {
    let text = r#"(module (func $f (export "f")
        (result i32 i64 f32 f64 f64 f64 f64 funcref externref funcref)
        (i32.const -1) (i64.const -9223372036854775808) (f32.const 0.1) (f64.const 158120) (f64.const -0)
        (f64.const nan) (f64.const -inf) (ref.func $f) (ref.null extern) (ref.null func)))"#;
    let lines = "-1\n-9223372036854775808\n0.1\n158120\n-0\nNaN\n-inf\nfuncref\nnull\nnull\n";
    Case::new(text).flags(&["--invoke", "f"]).ends(lines, "", 0);
}

#[test]
fn results_that_cannot_be_written_are_an_error() {
    let mut case = Case::new(r#"(module (func (export "f") (result i32) (i32.const 1)))"#);
    case = case.flags(&["--invoke", "f"]);
    case.stdout_file = Some("/dev/full");
    case.ends("", "error: cannot write to standard output: no space left on device\n", 1);
}

#[test]
fn functions_that_are_named_take_arguments() {
    let text = r#"(module
        (import "wasi_snapshot_preview1" "args_sizes_get" (func $sizes (param i32 i32) (result i32)))
        (memory (export "memory") 1)
        (func (export "add") (param i32 i64 f32 f64) (result f64)
            (f64.add (f64.add (f64.convert_i32_s (local.get 0)) (f64.convert_i64_s (local.get 1)))
                (f64.add (f64.promote_f32 (local.get 2)) (local.get 3))))
        (func (export "rest") (param i32) (result i32)
            (drop (call $sizes (i32.const 0) (i32.const 4)))
            (i32.sub (i32.load (i32.const 0)) (i32.const 1))))"#;
    let add = Case::new(text).flags(&["--invoke", "add"]);
    add.clone().args(&["40", "1", "0.5", "5e-1"]).ends("42\n", "", 0);
    add.clone().args(&["4294967295", "18446744073709551615", "0", "inf"]).ends("inf\n", "", 0);
    add.clone().args(&["1"]).ends("", "error: `add` takes 4 arguments, but there is 1\n", 1);
    add.clone().args(&["1", "1.5", "0", "0"]).ends("", "error: `1.5` is not a value of type i64\n", 1);
    let strange = OsStr::from_bytes(b"\x1b\xff");
    add.clone().args(&[strange; 4]).ends("", "error: `\\u{1b}\u{fffd}` is not a value of type i32\n", 1);
    // What is not the function's is the program's.
    Case::new(text).flags(&["--invoke", "rest"]).args(&["7", "a", "b"]).ends("2\n", "", 0);
}

#[test]
fn names_in_backtraces_are_the_same_and_steer_nothing() {
    let unnamed = r#"(module (func (export "lad") unreachable) (func (export "_start") (call 0)))"#;
    let text = "error: wasm trap: wasm `unreachable` instruction executed\nwasm backtrace:\n";
    Case::new(unnamed).ends("", &format!("{text}  0: 0x2a - module!lad\n  1: 0x2e - module!_start\n"), 134);
    let strange = r#"(module $"m\1b" (func $"a\1b[31mred\07\n  9: 0x0 - forged!line" unreachable)
        (func $"b\u{202e}backwards" (export "_start") (call 0)))"#;
    let ended = Case::new(strange).all();
    assert_eq!(ended.status, Some(134));
    let lines: Vec<&str> =
        ended.stderr.lines().skip(2).map(|line| &line[line.find('-').unwrap_or(0)..]).collect();
    assert_eq!(
        lines,
        ["- m\\u{1b}!a\\u{1b}[31mred\\u{7}\\u{a}  9: 0x0 - forged!line", "- m\\u{1b}!b\\u{202e}backwards"]
    );
}

#[test]
fn unknown_imports_are_named_by_all_who_meet_them() {
    let text = r#"(module (import "env" "a" (func $a (result i32))) (import "env" "b" (func $b (param f64)))
        (func $s (export "_start") (drop (call $a)) (call $b (f64.const 0))))"#;
    let case = Case::new(text);
    let ended = case.all();
    assert!(
        ended.stderr.starts_with("error: module.wat: unknown imports: env.a, env.b\nhint: "),
        "{ended:?}"
    );
    assert_eq!(ended.status, Some(1));
    let ended = case.clone().flags(&["--unknown-imports", "trap"]).all();
    assert!(ended.stderr.starts_with("error: wasm trap: unknown import called: `env.a`\nwasm backtrace:\n"));
    assert_eq!(ended.status, Some(134));
    case.flags(&["--unknown-imports=default"]).ends("", "", 0);
    for (import, what) in
        [("(memory 1)", "memory"), ("(table 1 funcref)", "table"), ("(global i32)", "global")]
    {
        for flag in ["--unknown-imports=error", "--unknown-imports=trap"] {
            let text = format!(r#"(module (import "env" "x" {import}) (func (export "_start")))"#);
            let ended = Case::new(&text).flags(&[flag]).all();
            let error =
                format!("error: module.wat: import env.x is a {what}; only functions can be provided\n");
            assert!(ended.stderr.starts_with(&error), "{ended:?}");
            assert_eq!(ended.status, Some(1));
        }
    }
    let wrong = r#"(module (import "wasi_snapshot_preview1" "fd_write" (func (param i32))) (func (export "_start")))"#;
    let ended = Case::new(wrong).all();
    let error = "error: module.wat: import wasi_snapshot_preview1.fd_write has type (i32) -> (), but the function's type \
        is (i32, i32, i32, i32) -> i32\n";
    assert!(ended.stderr.starts_with(error), "{ended:?}");
}

#[test]
fn directories_get_descriptors_in_the_order_of_the_command_line() {
    let flags = ["--dir-ro", "d::/ro", "--dir", "e", "--dir-ro=f::/ro2", "--dir", "d::/rw"];
    Case::new(DIRECTORIES).flags(&flags).ends("/ro\ne\n/ro2\n/rw\n", "", 0);
}

#[test]
fn directories_that_cannot_be_granted_are_told_when_the_program_starts() {
    let case = Case::new(DIRECTORIES);
    let error = "error: cannot grant directory `no/where`: no such directory\n";
    case.clone().flags(&["--dir", "d", "--dir", "no/where::/"]).ends("", error, 1);
    let error = "error: cannot grant directory `module.wat`: not a directory\n";
    case.clone().flags(&["--dir-ro", "module.wat"]).ends("", error, 1);
    let strange = OsStr::from_bytes(b"--dir=\xff\n");
    let error = "error: cannot grant directory `\u{fffd}\\u{a}`: no such directory\n";
    case.flags(&[strange]).ends("", error, 1);
}

#[test]
fn what_cannot_be_called_is_refused_alike() {
    let begin = |text: &str, flags: &[&str], error: &str| {
        let ended = Case::new(text).flags(flags).all();
        assert!(ended.stderr.starts_with(&format!("error: module.wat: {error}\nhint: ")), "{ended:?}");
        assert_eq!((ended.stdout.as_str(), ended.status), ("", Some(1)));
    };
    let library = r#"(module (func (export "f") (result i32) (i32.const 1)) (memory (export "memory") 1))"#;
    begin(library, &[], "the module does not export a function `_start`");
    begin(library, &["--invoke", "memory"], "the module does not export a function `memory`");
    begin(library, &["--invoke", "g\u{1b}"], "the module does not export a function `g\\u{1b}`");
    let results = r#"(module (func (export "_start") (result i32) (i32.const 1)))"#;
    let what = "the exported function `_start` has type () -> i32, but a program starts with a function of type () -> ()";
    begin(results, &[], what);
    Case::new(results).flags(&["--invoke", "_start"]).ends("1\n", "", 0);
}

#[test]
fn statuses_are_the_program_s_own() {
    let exit = |status: i32| {
        let text = r#"(module (import "wasi_snapshot_preview1" "proc_exit" (func $exit (param i32)))
            (func (export "_start") (call $exit (i32.const STATUS))))"#;
        Case::new(&text.replace("STATUS", &status.to_string()))
    };
    for (status, seen) in [(0, 0), (3, 3), (134, 134), (255, 255), (263, 7), (-1, 255)] {
        exit(status).ends("", "", seen);
    }
}

#[test]
fn what_traps_before_the_program_runs_traps_alike() {
    let error = |what: &str| format!("error: wasm trap: {what}\n");
    let data = r#"(module (memory 1) (data (i32.const 65536) "x") (func (export "_start")))"#;
    Case::new(data).ends("", &error("out of bounds memory access"), 134);
    let elements = r#"(module (table 1 funcref) (elem (i32.const 1) 0) (func (export "_start")))"#;
    Case::new(elements).ends("", &error("out of bounds table access"), 134);
    let start = r#"(module (func $s unreachable) (start $s) (func (export "_start")))"#;
    let ended = Case::new(start).all();
    assert!(ended.stderr.starts_with(&error("wasm `unreachable` instruction executed")), "{ended:?}");
    assert!(ended.stderr.ends_with(" - module!s\n"), "{ended:?}");
}

#[test]
fn recursion_without_end_is_a_trap_of_the_same_text() {
    let text = r#"(module (func $f (export "_start") (call $f)))"#;
    // How deep a stack is counts in frames, whose size is the machine's.
    for ended in Case::new(text).flags(&["--stack-size", "64k"]).each() {
        assert!(
            ended.stderr.starts_with("error: wasm trap: call stack exhausted\nwasm backtrace:\n"),
            "{ended:?}"
        );
        assert!(ended.stderr.ends_with(" - module!f\n") && ended.stderr.lines().count() == 35, "{ended:?}");
        assert_eq!(ended.status, Some(134));
    }
}

#[test]
fn streams_that_are_closed_are_no_files_of_the_program() {
    // Descriptor 1 or 2 of the host must not become that of the directory.
    let text = r#"(module
        (import "wasi_snapshot_preview1" "fd_write" (func $write (param i32 i32 i32 i32) (result i32)))
        (memory (export "memory") 1)
        (data (i32.const 0) "\08\00\00\00\02\00\00\00x\n")
        (func (export "_start") (drop (call $write (i32.const 1) (i32.const 0) (i32.const 1) (i32.const 16)))))"#;
    for closed in ["<&-", ">&-", "2>&-", "<&- >&- 2>&-"] {
        let mut case = Case::new(text).flags(&["--dir", "d"]);
        case.closed = closed;
        let out = if closed.contains(" >&-") || closed == ">&-" { "" } else { "x\n" };
        case.ends(out, "", 0);
    }
}

#[test]
fn memories_and_tables_have_limits() {
    let grow = |what: &str| {
        let text = r#"(module (memory 2) (table 10 funcref)
            (func (export "memory") (param i32) (result i32) (memory.grow (local.get 0)))
            (func (export "table") (param i32) (result i32) (table.grow (ref.null func) (local.get 0))))"#;
        Case::new(text).flags(&["--invoke", what])
    };
    grow("memory").flags(&["--max-memory", "256k"]).args(&["2"]).ends("2\n", "", 0);
    grow("memory").flags(&["--max-memory", "256k"]).args(&["3"]).ends("-1\n", "", 0);
    grow("memory").flags(&["--max-memory", "262143"]).args(&["2"]).ends("-1\n", "", 0);
    grow("table").flags(&["--max-table", "12"]).args(&["2"]).ends("10\n", "", 0);
    grow("table").flags(&["--max-table", "12"]).args(&["3"]).ends("-1\n", "", 0);
    for flags in [["--max-memory", "128k"], ["--max-table", "10"]] {
        grow("memory").flags(&flags).args(&["0"]).ends("2\n", "", 0);
    }
    for flags in [["--max-memory", "131071"], ["--max-table", "9"]] {
        let ended = grow("memory").flags(&flags).args(&["0"]).all();
        assert!(ended.stderr.starts_with("error: ") && ended.stderr.contains(flags[0]), "{ended:?}");
        assert_eq!((ended.stdout.as_str(), ended.status), ("", Some(1)));
    }
    // The message says what would be enough.
    let tables =
        r#"(module (table 6 funcref) (table 6 funcref) (table 100 funcref) (func (export "_start")))"#;
    let asked = "error: the module starts with 112 elements of tables, but --max-table allows 10\n";
    Case::new(tables).flags(&["--max-table", "10"]).ends("", asked, 1);
    Case::new(tables).flags(&["--max-table", "112"]).ends("", "", 0);
}

/// What AssemblyScript and Emscripten import whatever the program does.
#[test]
fn functions_that_toolchains_always_import_are_provided() {
    let text = r#"(module
        (import "env" "abort" (func $abort (param i32 i32 i32 i32)))
        (import "env" "emscripten_notify_memory_growth" (func $grown (param i32)))
        (memory (export "memory") 1)
        (data (i32.const 12) "\06\00\00\00n\00o\00\e4\00") (data (i32.const 28) "\08\00\00\00a\00.\00t\00s\00")
        (func $f (export "abort") (param i32 i32) (call $abort (local.get 0) (local.get 1) (i32.const 3) (i32.const 14)))
        (func (export "_start") (call $grown (i32.const 0))))"#;
    Case::new(text).ends("", "", 0);
    let abort = |args: &[&str], said: &str| {
        let ended = Case::new(text).flags(&["--invoke", "abort"]).args(args).all();
        let error = format!("{said}error: wasm trap: the program aborted\nwasm backtrace:\n  0: 0x");
        assert!(ended.stderr.starts_with(&error) && ended.stderr.ends_with(" - module!f\n"), "{ended:?}");
        assert_eq!(ended.status, Some(134));
    };
    abort(&["16", "32"], "abort: noä in a.ts(3:14)\n");
    abort(&["16", "0"], "abort: noä\n");
    // Nothing that is no string is read beyond the memory's end.
    for nonsense in ["0", "3", "65537", "-1"] {
        abort(&[nonsense, nonsense], "abort: \n");
    }
}

#[test]
fn the_command_of_these_tests_is_there() {
    assert!(beeline(SCRATCH).exists());
}
