//! Executables by the built-in linker and by others.
#![cfg(all(feature = "link", target_os = "linux", target_arch = "x86_64"))]

use beeline_codegen::{Options, compile};
use beeline_image::executable::Executable;
use beeline_image::link::{LinkOptions, link};
use beeline_image::{Error, Grants, ObjectOptions, Target, external, runtime, write_object};
use object::read::elf::ElfFile64;
use object::{Endianness, Object, ObjectSymbol};
use std::fs::{self, Permissions};
use std::os::unix::fs::PermissionsExt;
use std::path::Path;
use std::process::{Command, Output};

const TARGET: Target = Target::X86_64Linux;

const HELLO: &str = r#"(module
    (import "wasi_snapshot_preview1" "fd_write" (func $write (param i32 i32 i32 i32) (result i32)))
    (memory (export "memory") 1)
    (data (i32.const 8) "\10\00\00\00\03\00\00\00hi\n")
    (func $start (export "_start") (drop (call $write (i32.const 1) (i32.const 8) (i32.const 1) (i32.const 4)))))"#;

fn object(text: &str, symbols: bool) -> Vec<u8> {
    let wasm = wat::parse_str(text).unwrap();
    let module = compile(&wasm, &Options { threads: 1, ..Options::default() }).unwrap();
    let grants = Grants { module_name: Some("hello".into()), env: vec!["A=1".into()], ..Grants::default() };
    write_object(&module, &ObjectOptions { grants, symbols, ..ObjectOptions::default() }).unwrap()
}

fn linked(object: &[u8], symbols: bool, threads: usize) -> Vec<u8> {
    let options = LinkOptions { target: TARGET, symbols, threads };
    link(object.to_vec(), runtime::objects(TARGET).unwrap(), options).unwrap()
}

fn run(executable: &[u8]) -> Output {
    let directory = tempfile::tempdir().unwrap();
    let path = directory.path().join("program");
    fs::write(&path, executable).unwrap();
    fs::set_permissions(&path, Permissions::from_mode(0o755)).unwrap();
    Command::new(&path).output().unwrap()
}

#[test]
fn hello_world_runs_and_is_small() {
    let executable = linked(&object(HELLO, false), false, 1);
    assert!(executable.len() <= 64 << 10, "{} bytes", executable.len());
    let output = run(&executable);
    assert_eq!((output.status.code(), &*output.stdout, &*output.stderr), (Some(0), &b"hi\n"[..], &b""[..]));
}

#[test]
fn unused_functions_of_the_runtime_are_dropped() {
    let executable = linked(&object(HELLO, true), true, 1);
    let file = ElfFile64::<Endianness>::parse(&*executable).unwrap();
    let names: Vec<_> = file.symbols().filter_map(|symbol| symbol.name().ok()).collect();
    let wasi: Vec<_> = names.iter().filter(|name| name.starts_with("beeline_wasi_")).collect();
    // The older interface's function may be an alias of it.
    assert!(!wasi.is_empty() && wasi.iter().all(|name| name.ends_with("_fd_write")), "{wasi:?}");
    assert!(!names.contains(&"beeline_table_grow"), "an unused libcall is there");
    assert!(names.contains(&"start"), "the function's symbol is missing");
}

#[test]
fn executables_need_nothing_and_are_never_writable_and_executable() {
    use object::elf::{self, FileHeader64};
    use object::read::elf::{FileHeader, ProgramHeader};
    let executable = linked(&object(HELLO, false), false, 1);
    let header = FileHeader64::<Endianness>::parse(&*executable).unwrap();
    let mut kinds = Vec::new();
    for segment in header.program_headers(Endianness::Little, &*executable).unwrap() {
        let (kind, flags) = (segment.p_type(Endianness::Little), segment.p_flags(Endianness::Little));
        assert!(
            !flags.contains(elf::PF_W) || !flags.contains(elf::PF_X),
            "a segment is writable and executable"
        );
        kinds.push(kind);
    }
    assert!(!kinds.contains(&elf::PT_INTERP), "a dynamic linker is asked for");
    assert!(kinds.contains(&elf::PT_GNU_RELRO) && kinds.contains(&elf::PT_GNU_STACK));
    assert_eq!(header.e_type(Endianness::Little), elf::ET_DYN);
}

#[test]
fn the_same_object_gives_the_same_executable_whatever_the_threads() {
    let object = object(HELLO, true);
    let first = linked(&object, true, 1);
    let others: Vec<_> = std::thread::scope(|scope| {
        let threads: Vec<_> = (0..4)
            .map(|n| {
                scope.spawn({
                    let object = &object;
                    move || linked(object, true, n)
                })
            })
            .collect();
        threads.into_iter().map(|thread| thread.join().unwrap()).collect()
    });
    assert!(others.iter().all(|other| *other == first));
}

#[test]
fn grants_outlive_section_headers() {
    let mut executable = linked(&object(HELLO, false), false, 1);
    // Offset, count and index of names of the section headers, as `sstrip` leaves them.
    executable[0x28..0x30].fill(0);
    executable[0x3c..0x40].fill(0);
    let facts = Executable::read(&executable).unwrap();
    assert!(facts.linked && facts.sections.is_empty());
    assert_eq!(facts.grants.env, ["A=1"]);
}

#[test]
fn missing_runtime_functions_are_named() {
    let options = LinkOptions { target: TARGET, symbols: false, threads: 1 };
    let mut object = object(HELLO, false);
    let name = b"preview1_fd_write";
    let at = object.windows(name.len()).position(|window| window == name).unwrap();
    object[at + name.len() - 1] = b'x';
    let error = link(object.clone(), runtime::objects(TARGET).unwrap(), options).unwrap_err().to_string();
    assert!(
        error.starts_with("cannot link: ") && error.contains("beeline_wasi_snapshot_preview1_fd_writx"),
        "{error}"
    );
    assert!(link(object, &[], options).is_err(), "linked without the runtime");
}

#[test]
fn other_linkers_make_executables_that_run() {
    let object = object(HELLO, false);
    for linker in ["ld", "ld.lld", "mold", "gcc", "clang"] {
        if Command::new(linker).arg("--version").output().is_err() {
            println!("skipped: there is no {linker}");
            continue;
        }
        let directory = tempfile::tempdir().unwrap();
        let runtime = runtime::objects(TARGET).unwrap();
        let executable =
            external::link(Path::new(linker), directory.path(), &object, runtime, TARGET, false).unwrap();
        assert_eq!(run(&executable).stdout, b"hi\n", "{linker}");
    }
}

#[test]
fn failures_of_other_linkers_come_with_what_they_say() {
    let directory = tempfile::tempdir().unwrap();
    let link = |linker: &Path| {
        let error = external::link(linker, directory.path(), b"", &[], TARGET, false).unwrap_err();
        assert!(matches!(error, Error::ExternalLinker { .. }));
        error.to_string()
    };
    let message = link(Path::new("/nonexistent/ld"));
    assert!(message.starts_with("linker /nonexistent/ld: cannot be started: "), "{message}");
    let script = directory.path().join("linker");
    fs::write(&script, "#!/bin/sh\necho what a pity >&2\nexit 3\n").unwrap();
    fs::set_permissions(&script, Permissions::from_mode(0o755)).unwrap();
    let message = link(&script);
    assert!(message.ends_with("failed with exit status: 3\nwhat a pity"), "{message}");
    fs::write(&script, "#!/bin/sh\n").unwrap();
    assert!(link(&script).contains("wrote no output"), "{}", link(&script));
}
