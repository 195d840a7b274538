//! Whole programs, in process and as executables for each machine: those in `spec-tests/programs`, and real ones that `scripts/fetch-programs` fetches.
//!
//! All do the same everywhere. Executables for another machine run in an emulator. A program or an emulator that is not there is a skip with a note, or a
//! failure if `BEELINE_REQUIRE_PROGRAMS` or `BEELINE_REQUIRE_ARM64` is 1.

use beeline_codegen::Arch;
use beeline_spec_tests::machine::triple;
use beeline_spec_tests::note;
use beeline_spec_tests::programs::{Case, can_build_and_run, command, program, root};
use std::path::{Path, PathBuf};

const SCRATCH: &str = env!("CARGO_TARGET_TMPDIR");

/// How a program is run.
#[derive(Clone, Copy)]
enum Mode {
    InProcess,
    Executable(Arch),
}

impl std::fmt::Display for Mode {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::InProcess => f.write_str("in process"),
            Self::Executable(arch) => write!(f, "as executables for {}", triple(*arch)),
        }
    }
}

fn run(case: &Case, mode: Mode) -> Result<(), String> {
    match mode {
        Mode::InProcess => case.run(command(SCRATCH)),
        Mode::Executable(arch) => {
            let place = tempfile::tempdir_in(SCRATCH).map_err(|e| e.to_string())?;
            case.build_and_run(command(SCRATCH), arch, place.path())
        }
    }
}

/// Runs all programs in a folder of `spec-tests/programs`, each in an empty directory of its own.
fn folder(name: &str, mode: Mode) {
    let place = root().join("spec-tests/programs").join(name);
    let entries = std::fs::read_dir(&place).unwrap_or_else(|e| panic!("{}: {e}", place.display()));
    let mut sources: Vec<PathBuf> =
        entries.map(|entry| entry.expect("the folder is readable").path()).collect();
    sources.sort();
    let (mut ran, mut skipped, mut failures) = (0, 0, Vec::new());
    for source in sources {
        let module = match source.extension().and_then(|extension| extension.to_str()) {
            Some("wat") => Some(source.clone()),
            Some("c") => {
                let stem = source.file_stem().unwrap_or_default().to_string_lossy();
                program(&format!("c/{name}/{stem}.wasm"))
            }
            _ => continue,
        };
        let Some(module) = module else {
            skipped += 1;
            continue;
        };
        let mut case = Case::beside(&source, module);
        let granted = tempfile::tempdir_in(SCRATCH).expect("the scratch directory is writable");
        case.dirs.push((granted.path().to_owned(), ".".to_owned()));
        ran += 1;
        if let Err(error) = run(&case, mode) {
            failures.push(format!("{}: {error}", source.display()));
        }
    }
    note(&format!("programs in {name}, {mode}: {ran} ran, {} failed, {skipped} skipped", failures.len()));
    assert!(failures.is_empty(), "{}", failures.join("\n"));
}

/// Runs a fetched program, if it is there.
fn fetched(name: &str, mode: Mode, cases: impl Fn(&Path) -> Vec<Case>) {
    let Some(module) = program(name) else { return };
    let failures: Vec<String> = cases(&module).iter().filter_map(|case| run(case, mode).err()).collect();
    assert!(failures.is_empty(), "{name}: {}", failures.join("\n"));
}

fn hello(mode: Mode) {
    let case = Case::new(root().join("spec-tests/programs/hello.wat"), &[], "Hello, world!\n");
    run(&case, mode).unwrap_or_else(|error| panic!("{error}"));
}

fn python(mode: Mode) {
    fetched("python-3.11.3.wasm", mode, |module| {
        let Some(library) = program("python-usr") else { return Vec::new() };
        let script = "\
import collections, hashlib, itertools, json, re, struct, zlib
print(json.dumps({'a': [1, 2, 3], 'b': None, 'c': 1.5}))
print(re.sub(r'(\\w+)@(\\w+)', r'\\2 at \\1', 'bee@hive and queen@hive'))
print(hashlib.sha256(b'beeline').hexdigest(), zlib.crc32(b'beeline'))
print(sum(range(10**5)), 2**200, -7 // 2, -7 % 3, 1e100, 0.1 + 0.2, round(2.5))
print(collections.Counter('mississippi').most_common(2), list(itertools.permutations('abc', 2))[:3])
print(struct.pack('<Qd', 1 << 60, -0.5).hex())
def deep(n):
    return 0 if n == 0 else 1 + deep(n - 1)
print(deep(200))
try:
    {}['missing']
except KeyError as error:
    print('caught', error)
class Bee:
    def __init__(self, name): self.name = name
    def __repr__(self): return f'Bee({self.name!r})'
print(sorted([Bee('b'), Bee('a')], key=lambda bee: bee.name))
";
        let expected = "\
{\"a\": [1, 2, 3], \"b\": null, \"c\": 1.5}
hive at bee and hive at queen
c8fc162b57d4379046010bba0a81591f04abaa6cef9a3b07cfb7012d327ddd35 2029948812
4999950000 1606938044258990275541962092341162602522202993782792835301376 -4 2 1e+100 0.30000000000000004 2
[('i', 4), ('s', 4)] [('a', 'b'), ('a', 'c'), ('b', 'a')]
0000000000000010000000000000e0bf
200
caught 'missing'
[Bee('a'), Bee('b')]
";
        let mut cases = vec![
            Case::new(module, &["--version"], "Python 3.11.3\n"),
            Case::new(module, &["-c", script], expected),
            Case {
                status: 3,
                ..Case::new(module, &["-c", "import sys; print('out'); sys.exit(3)"], "out\n")
            },
            Case { stdin: b"print(6 * 7)\n".into(), ..Case::new(module, &["-"], "42\n") },
        ];
        for case in &mut cases {
            case.dirs.push((library.clone(), "/usr".to_owned()));
        }
        cases
    });
}

fn ruby(mode: Mode) {
    fetched("ruby-3.2.0.wasm", mode, |module| {
        let script = "\
puts (1..10).map { |x| x * x }.sum
puts %w[drone queen worker].map(&:capitalize).join(', ')
puts 'bee@hive'.gsub(/(\\w+)@(\\w+)/, '\\\\2 at \\\\1')
h = Hash.new(0); 'mississippi'.each_char { |c| h[c] += 1 }; p h
puts 2**100, 7.fdiv(2), -7 / 2, -7 % 3
begin; Integer('x'); rescue ArgumentError => e; puts e.message; end
def deep(n) = n.zero? ? 0 : 1 + deep(n - 1)
puts deep(2000)
p (1..Float::INFINITY).lazy.select(&:even?).first(3)
puts format('%05.2f|%-5s|%x', 3.14159, 'ab', 255)
";
        let expected = "\
385
Drone, Queen, Worker
hive at bee
{\"m\"=>1, \"i\"=>4, \"s\"=>4, \"p\"=>2}
1267650600228229401496703205376
3.5
-4
2
invalid value for Integer(): \"x\"
2000
[2, 4, 6]
03.14|ab   |ff
";
        vec![
            Case::new(module, &["-e", script], expected),
            Case { status: 4, ..Case::new(module, &["-e", "exit 4"], "") },
        ]
    });
}

fn php(mode: Mode) {
    fetched("php-cgi-8.2.0.wasm", mode, |module| {
        let script = br#"<?php
echo array_sum(array_map(fn($x) => $x * $x, range(1, 10))), "\n";
echo json_encode(['a' => [1, 2, 3], 'b' => null]), "\n";
echo preg_replace('/(\w+)@(\w+)/', '$2 at $1', 'bee@hive'), "\n";
echo md5('beeline'), ' ', crc32('beeline'), "\n";
try { intdiv(1, 0); } catch (DivisionByZeroError $e) { echo $e->getMessage(), "\n"; }
printf("%05.2f|%-5s|%x\n", 3.14159, 'ab', 255);
function deep($n) { return $n === 0 ? 0 : 1 + deep($n - 1); }
echo deep(2000), "\n";
"#;
        let expected = "\
X-Powered-By: PHP/8.2.0\r
Content-type: text/html; charset=UTF-8\r
\r
385
{\"a\":[1,2,3],\"b\":null}
hive at bee
92fae19b08d716fb22bb69eba6839b55 2029948812
Division by zero
03.14|ab   |ff
2000
";
        vec![Case { stdin: script.to_vec(), ..Case::new(module, &[], expected) }]
    });
}

/// This build of QuickJS uses vector instructions, which are not supported: it must be refused with their name, and nothing be left behind.
fn quickjs(mode: Mode) {
    let Some(module) = program("wasmedge_quickjs.wasm") else { return };
    let place = tempfile::tempdir_in(SCRATCH).expect("the scratch directory is writable");
    let mut command = command(SCRATCH);
    match mode {
        Mode::InProcess => command.arg("run").arg(&module),
        Mode::Executable(arch) => {
            let executable = place.path().join("program");
            command.args(["build", "--target", triple(arch)]).arg(&module).arg("-o").arg(executable)
        }
    };
    let output = command.output().expect("the command starts");
    let stderr = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(1), "{stderr}");
    assert!(
        stderr.starts_with("error: ")
            && stderr.contains("the module needs vectors (SIMD), which Beeline does not support"),
        "{stderr}"
    );
    assert_eq!(place.path().read_dir().expect("the directory is there").count(), 0);
}

fn sqlite(mode: Mode) {
    fetched("sqlite.wasm", mode, |module| {
        let script = b"create table bees(name text, honey real);
insert into bees values ('Maya', 1.5), ('Willy', 0.25), ('Kassandra', 12);
select name, honey * 2 from bees order by honey desc;
select count(*), sum(honey), avg(honey) from bees;
with recursive n(i) as (select 1 union all select i + 1 from n where i < 1000) select sum(i * i) from n;
select upper(substr(name, 1, 3)), length(name) from bees where name like '%a%';
select hex(zeroblob(4)), typeof(1e3), 7 / 2, -7 % 3;
";
        let expected = "\
Kassandra|24.0
Maya|3.0
Willy|0.5
3|13.75|4.58333333333333
333833500
MAY|4
KAS|9
00000000|real|3|-1
";
        vec![Case { stdin: script.to_vec(), ..Case::new(module, &["-batch"], expected) }]
    });
}

macro_rules! everywhere {
    ($($name:ident: $test:expr;)*) => {
        mod in_process {
            use super::*;
            $(
                #[test]
                fn $name() {
                    $test(Mode::InProcess);
                }
            )*
        }

        everywhere! { x86_64_executable, Arch::X86_64; $($name: $test;)* }
        everywhere! { aarch64_executable, Arch::Aarch64; $($name: $test;)* }
    };
    ($place:ident, $arch:expr; $($name:ident: $test:expr;)*) => {
        mod $place {
            use super::*;
            $(
                #[test]
                fn $name() {
                    if can_build_and_run($arch, SCRATCH) {
                        $test(Mode::Executable($arch));
                    }
                }
            )*
        }
    };
}

everywhere! {
    hello: super::hello;
    c_programs: |mode| folder("c", mode);
    traps: |mode| folder("traps", mode);
    wasi: |mode| folder("wasi", mode);
    python: super::python;
    ruby: super::ruby;
    php: super::php;
    quickjs: super::quickjs;
    sqlite: super::sqlite;
}
