//! Executables by the built-in linker and by others, for every target whose runtime is carried.
#![cfg(all(feature = "link", target_os = "linux"))]

mod machine;

use beeline_codegen::{Buffer, Options, compile};
use beeline_image::executable::Executable;
use beeline_image::link::{LinkOptions, link};
use beeline_image::{Error, Grants, ObjectOptions, Target, external, runtime, write_object};
use object::elf::{self, FileHeader64};
use object::read::elf::{ElfFile64, FileHeader, ProgramHeader};
use object::{Endianness, Object, ObjectSymbol};
use std::fs::{self, Permissions};
use std::os::unix::fs::PermissionsExt;
use std::path::Path;
use std::process::Output;

const HELLO: &str = r#"(module
    (import "wasi_snapshot_preview1" "fd_write" (func $write (param i32 i32 i32 i32) (result i32)))
    (memory (export "memory") 1)
    (data (i32.const 8) "\10\00\00\00\03\00\00\00hi\n")
    (func $start (export "_start") (drop (call $write (i32.const 1) (i32.const 8) (i32.const 1) (i32.const 4)))))"#;

fn object(target: Target, text: &str, symbols: bool) -> Buffer {
    let wasm = wat::parse_str(text).unwrap();
    let module = compile(&wasm, &Options { arch: target.arch(), threads: 1, ..Options::default() }).unwrap();
    let grants = Grants { module_name: Some("hello".into()), env: vec!["A=1".into()], ..Grants::default() };
    write_object(&module, &ObjectOptions { grants, symbols, ..ObjectOptions::default() }).unwrap()
}

fn linked(target: Target, object: &[u8], symbols: bool, threads: usize) -> Buffer {
    let options = LinkOptions { target, symbols, threads };
    link(object.to_vec().into(), runtime::objects(target).unwrap(), options).unwrap()
}

/// What an executable prints; `None` if this machine cannot run it.
fn run(target: Target, executable: &[u8]) -> Option<Output> {
    let directory = tempfile::tempdir().unwrap();
    let path = directory.path().join("program");
    fs::write(&path, executable).unwrap();
    fs::set_permissions(&path, Permissions::from_mode(0o755)).unwrap();
    let Some(mut command) = machine::command(target, &path) else {
        machine::skipped(&format!("running an executable for {}: there is no emulator", target.triple()));
        return None;
    };
    Some(command.output().unwrap())
}

#[test]
fn the_runtime_for_this_machine_is_carried() {
    assert!(runtime::targets().any(|target| Some(target) == Target::host()));
}

#[test]
fn hello_world_runs_and_is_small() {
    for target in runtime::targets() {
        let executable = linked(target, &object(target, HELLO, false), false, 1);
        assert!(executable.len() <= 64 << 10, "{target:?}: {} bytes", executable.len());
        let Some(output) = run(target, &executable) else { continue };
        let stderr = String::from_utf8_lossy(&output.stderr);
        assert_eq!((output.status.code(), &*output.stdout, &*stderr), (Some(0), &b"hi\n"[..], ""));
    }
}

#[test]
fn unused_functions_of_the_runtime_are_dropped() {
    for target in runtime::targets() {
        let executable = linked(target, &object(target, HELLO, true), true, 1);
        let file = ElfFile64::<Endianness>::parse(&*executable).unwrap();
        let names: Vec<_> = file.symbols().filter_map(|symbol| symbol.name().ok()).collect();
        let wasi: Vec<_> = names.iter().filter(|name| name.starts_with("beeline_wasi_")).collect();
        // The older interface's function may be an alias of it.
        assert!(!wasi.is_empty() && wasi.iter().all(|name| name.ends_with("_fd_write")), "{wasi:?}");
        assert!(!names.contains(&"beeline_table_grow"), "an unused libcall is there");
        assert!(names.contains(&"start"), "the function's symbol is missing");
    }
}

/// The most bytes that a page of a target may have.
fn largest_page(target: Target) -> u64 {
    match target {
        Target::X86_64Linux => 4 << 10,
        Target::Aarch64Linux => 64 << 10,
    }
}

/// Asserts what the kernel and the start-up code rely on, for pages of any size that the target may have.
fn check_layout(target: Target, executable: &[u8]) {
    let page = largest_page(target);
    let header = FileHeader64::<Endianness>::parse(executable).unwrap();
    let endian = Endianness::Little;
    assert_eq!(header.e_type(endian), elf::ET_DYN);
    let (mut kinds, mut pages) = (Vec::new(), Vec::<(u64, u64, _)>::new());
    for segment in header.program_headers(endian, executable).unwrap() {
        let (kind, rights) = (segment.p_type(endian), segment.p_flags(endian));
        assert!(
            !rights.contains(elf::PF_W) || !rights.contains(elf::PF_X),
            "a segment is writable and executable"
        );
        let (address, offset) = (segment.p_vaddr(endian), segment.p_offset(endian));
        let end = address + segment.p_memsz(endian);
        if kind == elf::PT_LOAD {
            assert!(segment.p_align(endian) >= page && address % page == offset % page, "{segment:x?}");
            for &(from, to, others) in &pages {
                let apart = address / page > (to - 1) / page || (end - 1) / page < from / page;
                assert!(apart || others == rights, "a page has the rights of two segments");
            }
            pages.push((address, end, rights));
        }
        if kind == elf::PT_GNU_RELRO {
            assert_eq!(end % page, 0, "part of what becomes read-only shares a page with what does not");
            let own = pages.iter().any(|&(from, ..)| from / page == address / page && from == address);
            assert!(own, "what becomes read-only does not begin its segment");
        }
        kinds.push(kind);
    }
    assert!(!kinds.contains(&elf::PT_INTERP), "a dynamic linker is asked for");
    for kind in [elf::PT_GNU_RELRO, elf::PT_GNU_STACK, elf::PT_DYNAMIC] {
        assert!(kinds.contains(&kind), "{kind:?} is missing");
    }
}

#[test]
fn executables_need_nothing_and_are_never_writable_and_executable() {
    for target in runtime::targets() {
        check_layout(target, &linked(target, &object(target, HELLO, false), false, 1));
    }
}

#[test]
fn large_data_is_mapped_from_the_file_of_an_executable() {
    // A page of zeros at the start, then data that are longer than the largest page and tell their place.
    let data: String = (0..40_000).map(|n| format!("{n:07x} ")).collect();
    let text = format!(
        r#"(module
        (import "wasi_snapshot_preview1" "fd_write" (func $write (param i32 i32 i32 i32) (result i32)))
        (memory (export "memory") 16)
        (data (i32.const 70000) "{data}")
        (data (i32.const 8) "\f0\11\02\00\08\00\00\00")
        (func (export "_start")
            (i32.store (i32.const 8) (i32.const 310000))
            (drop (call $write (i32.const 1) (i32.const 8) (i32.const 1) (i32.const 4)))))"#
    );
    for target in runtime::targets() {
        let executable = linked(target, &object(target, &text, false), false, 1);
        check_layout(target, &executable);
        let Some(output) = run(target, &executable) else { continue };
        assert_eq!(String::from_utf8_lossy(&output.stdout), "0007530 ", "{target:?}");
    }
}

#[test]
fn the_same_object_gives_the_same_executable_whatever_the_threads() {
    for target in runtime::targets() {
        let object = object(target, HELLO, true);
        let first = linked(target, &object, true, 1);
        let others: Vec<_> = std::thread::scope(|scope| {
            let object = &object;
            let threads: Vec<_> =
                (0..4).map(|n| scope.spawn(move || linked(target, object, true, n))).collect();
            threads.into_iter().map(|thread| thread.join().unwrap()).collect()
        });
        assert!(others.iter().all(|other| *other == first));
    }
}

#[test]
fn grants_outlive_section_headers() {
    for target in runtime::targets() {
        let mut executable = linked(target, &object(target, HELLO, false), false, 1);
        // Offset, count and index of names of the section headers, as `sstrip` leaves them.
        executable[0x28..0x30].fill(0);
        executable[0x3c..0x40].fill(0);
        let facts = Executable::read(&executable).unwrap();
        assert!(facts.linked && facts.sections.is_empty());
        assert_eq!((facts.isa, facts.grants.env), (machine::isa(target), vec![b"A=1".to_vec()]));
    }
}

#[test]
fn missing_runtime_functions_are_named() {
    for target in runtime::targets() {
        let options = LinkOptions { target, symbols: false, threads: 1 };
        let mut object = object(target, HELLO, false);
        let name = b"preview1_fd_write";
        let at = object.windows(name.len()).position(|window| window == name).unwrap();
        object[at + name.len() - 1] = b'x';
        let error = link(object.clone(), runtime::objects(target).unwrap(), options).unwrap_err().to_string();
        assert!(
            error.starts_with("cannot link: ") && error.contains("beeline_wasi_snapshot_preview1_fd_writx"),
            "{error}"
        );
        assert!(link(object, &[], options).is_err(), "linked without the runtime");
    }
}

#[test]
fn objects_for_another_target_are_refused() {
    let targets: Vec<_> = runtime::targets().collect();
    let [one, other] = targets[..] else {
        return machine::skipped("linking an object for another target: only one runtime is carried");
    };
    for (target, wrong) in [(one, other), (other, one)] {
        let options = LinkOptions { target, symbols: false, threads: 1 };
        let result = link(object(wrong, HELLO, false), runtime::objects(target).unwrap(), options);
        assert!(matches!(result, Err(Error::Link(_))), "{target:?}");
    }
}

#[test]
fn other_linkers_make_executables_that_run() {
    for target in runtime::targets() {
        let object = object(target, HELLO, false);
        let isa = machine::isa(target);
        let mut linkers = vec!["ld.lld".to_string(), "mold".into()];
        linkers.extend([format!("{isa}-linux-gnu-ld"), format!("{isa}-linux-gnu-gcc")]);
        if machine::kernel() == isa {
            linkers.extend(["ld", "gcc", "clang"].map(String::from));
        }
        for linker in linkers {
            if !machine::installed(&linker) {
                println!("skipped: there is no {linker}");
                continue;
            }
            let directory = tempfile::tempdir().unwrap();
            let runtime = runtime::objects(target).unwrap();
            let executable =
                external::link(Path::new(&linker), directory.path(), &object, runtime, target, false)
                    .unwrap();
            check_layout(target, &executable);
            let Some(output) = run(target, &executable) else { continue };
            assert_eq!(output.stdout, b"hi\n", "{linker} for {target:?}");
        }
    }
}

#[test]
fn failures_of_other_linkers_come_with_what_they_say() {
    let directory = tempfile::tempdir().unwrap();
    let link = |linker: &Path| {
        let target = Target::ALL[0];
        let error = external::link(linker, directory.path(), b"", &[], target, false).unwrap_err();
        assert!(matches!(error, Error::ExternalLinker { .. }));
        error.to_string()
    };
    let message = link(Path::new("/nonexistent/ld"));
    assert!(message.starts_with("linker /nonexistent/ld: "), "{message}");
    assert!(machine::emulated() || message.contains(": cannot be started: "), "{message}");
    let script = directory.path().join("linker");
    fs::write(&script, "#!/bin/sh\necho what a pity >&2\nexit 3\n").unwrap();
    fs::set_permissions(&script, Permissions::from_mode(0o755)).unwrap();
    let message = link(&script);
    assert!(message.ends_with("failed with exit status: 3\nwhat a pity"), "{message}");
    fs::write(&script, "#!/bin/sh\n").unwrap();
    assert!(link(&script).contains("wrote no output"), "{}", link(&script));
}
