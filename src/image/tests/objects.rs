//! Objects, executables and listings of compiled modules, as other tools see them.

use beeline_codegen::{CompiledModule, Options, compile};
use beeline_image::executable::Executable;
use beeline_image::grants::Dir;
use beeline_image::listing::{ListingOptions, WasmText, listing};
use beeline_image::{Error, Grants, ObjectOptions, Target, UnknownImports, write_object};
use object::read::elf::ElfFile64;
use object::{Endianness, Object, ObjectSection, ObjectSymbol, RelocationFlags, elf};

const HELLO: &str = r#"(module
    (import "wasi_snapshot_preview1" "fd_write" (func $write (param i32 i32 i32 i32) (result i32)))
    (memory (export "memory") 1)
    (data (i32.const 8) "\10\00\00\00\03\00\00\00hi\n")
    (func $start (export "_start")
        (memory.fill (i32.const 1000) (i32.const 1) (i32.const 5))
        (drop (call $write (i32.const 1) (i32.const 8) (i32.const 1) (i32.const 4))))
    (func (result i32) (i32.const 7)))"#;

fn compiled_for(target: Target, text: &str) -> CompiledModule {
    let wasm = wat::parse_str(text).unwrap();
    compile(&wasm, &Options { arch: target.arch(), threads: 1, ..Options::default() }).unwrap()
}

/// A module compiled for a target that is the same on every machine.
fn compiled(text: &str) -> CompiledModule {
    compiled_for(Target::X86_64Linux, text)
}

fn names(file: &ElfFile64<'_, Endianness>, wanted: impl Fn(&str) -> bool) -> Vec<String> {
    let mut names: Vec<_> =
        file.symbols().filter_map(|symbol| symbol.name().ok().map(String::from)).collect();
    names.retain(|name| wanted(name));
    names.sort();
    names
}

#[test]
fn objects_refer_to_just_what_the_module_uses() {
    for target in Target::ALL {
        let bytes = write_object(&compiled_for(target, HELLO), &ObjectOptions::default()).unwrap();
        let file = ElfFile64::parse(&*bytes).unwrap();
        let mut undefined: Vec<_> = file
            .symbols()
            .filter(|symbol| symbol.is_undefined())
            .map(|symbol| symbol.name().unwrap())
            .filter(|name| !name.is_empty())
            .collect();
        undefined.sort_unstable();
        assert_eq!(undefined, ["beeline_memory_fill", "beeline_wasi_snapshot_preview1_fd_write"]);
        assert_eq!(names(&file, |name| name.starts_with("beeline_module")), ["beeline_module"]);
        assert!(file.section_by_name(".text").unwrap().relocations().next().is_none());
        assert_eq!(file.section_by_name(".text").unwrap().align(), 64);
    }
}

#[test]
fn all_relocations_are_addresses_of_eight_bytes_in_data() {
    for (target, address) in
        [(Target::X86_64Linux, elf::R_X86_64_64), (Target::Aarch64Linux, elf::R_AARCH64_ABS64)]
    {
        let bytes = write_object(&compiled_for(target, HELLO), &ObjectOptions::default()).unwrap();
        let file = ElfFile64::<Endianness>::parse(&*bytes).unwrap();
        let mut count = 0;
        for section in file.sections() {
            for (offset, relocation) in section.relocations() {
                assert_eq!(section.name(), Ok(".data.rel.ro"));
                assert_eq!(relocation.flags(), RelocationFlags::Elf { r_type: address });
                assert_eq!(offset % 8, 0);
                count += 1;
            }
        }
        assert!(count > 0);
    }
}

#[test]
fn functions_have_symbols_only_when_asked_for() {
    let module = compiled(HELLO);
    let own = |name: &str| name == "start" || name.starts_with("func[");
    let bytes = write_object(&module, &ObjectOptions::default()).unwrap();
    assert!(names(&ElfFile64::parse(&*bytes).unwrap(), own).is_empty());
    let bytes = write_object(&module, &ObjectOptions { symbols: true, ..ObjectOptions::default() }).unwrap();
    assert_eq!(names(&ElfFile64::parse(&*bytes).unwrap(), own), ["func[2]", "start"]);
}

#[test]
fn only_large_data_is_aligned_to_pages() {
    let align = |pages: usize| {
        let data = "x".repeat(pages * 65536 + 10);
        let text = format!(r#"(module (memory 9) (data (i32.const 0) "{data}") (func (export "_start")))"#);
        let bytes = write_object(&compiled(&text), &ObjectOptions::default()).unwrap();
        let file = ElfFile64::<Endianness>::parse(&*bytes).unwrap();
        file.section_by_name(".beeline.data").unwrap().align()
    };
    assert_eq!((align(0), align(2)), (16, 65536));
}

#[test]
fn grants_are_found_in_objects() {
    let grants = Grants {
        dirs: vec![Dir { host: "lib".into(), guest: "/usr".into(), writable: false }],
        module_name: Some("hello".into()),
        ..Grants::default()
    };
    let options = ObjectOptions { grants: grants.clone(), ..ObjectOptions::default() };
    for (target, isa) in [(Target::X86_64Linux, "x86_64"), (Target::Aarch64Linux, "aarch64")] {
        let bytes = write_object(&compiled_for(target, HELLO), &options).unwrap();
        let facts = Executable::read(&bytes).unwrap();
        assert_eq!((facts.linked, facts.isa, &facts.grants), (false, isa, &grants));
    }
}

#[test]
fn damaged_objects_are_refused_or_read_but_never_a_panic() {
    let bytes = write_object(&compiled(HELLO), &ObjectOptions::default()).unwrap();
    for len in 0..bytes.len() {
        let _ = Executable::read(&bytes[..len]);
    }
    for at in 0..bytes.len() {
        let mut damaged = bytes.clone();
        damaged[at] ^= 0x81;
        let _ = Executable::read(&damaged);
    }
}

#[test]
fn unknown_imports_are_refused_bound_to_a_trap_or_to_zeros() {
    let module = compiled(
        r#"(module (import "env" "a" (func (param i32))) (import "env" "b" (func)) (func (export "_start")))"#,
    );
    let write = |unknown_imports| {
        let bytes = write_object(&module, &ObjectOptions { unknown_imports, ..ObjectOptions::default() })?;
        let file = ElfFile64::parse(&*bytes).unwrap();
        Ok::<_, Error>(names(&file, |name| name.starts_with("beeline_unknown")))
    };
    let error = write(UnknownImports::Error).unwrap_err();
    assert_eq!(error.to_string(), "unknown imports: env.a, env.b");
    assert_eq!(write(UnknownImports::Trap).unwrap(), ["beeline_unknown_import_trap"]);
    assert_eq!(write(UnknownImports::Default).unwrap(), ["beeline_unknown_import_default"]);
}

#[test]
fn imports_of_another_type_name_both_types() {
    let module = compiled(
        r#"(module (import "wasi_snapshot_preview1" "proc_exit" (func (param i64) (result i32))) (func (export "_start")))"#,
    );
    let error = write_object(&module, &ObjectOptions::default()).unwrap_err();
    assert_eq!(
        error.to_string(),
        "import wasi_snapshot_preview1.proc_exit has type (i64) -> i32, but the function's type is (i32) -> ()"
    );
}

#[test]
fn imported_memories_cannot_be_provided() {
    let module = compiled(r#"(module (import "env" "memory" (memory 1)) (func (export "_start")))"#);
    let error = write_object(&module, &ObjectOptions::default()).unwrap_err();
    assert_eq!(error.to_string(), "import env.memory is a memory; only functions can be provided");
}

#[test]
fn entries_must_exist_and_take_nothing_unless_they_are_named() {
    let error = |text: &str| write_object(&compiled(text), &ObjectOptions::default()).unwrap_err();
    let found = error(r#"(module (func (export "main")) (memory (export "memory") 1))"#);
    assert!(
        matches!(found, Error::NoEntry { exports, .. } if exports == ["main: function () -> ()", "memory: memory"])
    );
    let found = error(r#"(module (func (export "_start") (param i32)))"#);
    assert!(matches!(found, Error::EntryType { found, .. } if found == "(i32) -> ()"));
    let invoke = |text: &str| {
        let grants = Grants { invoke: Some("f".into()), ..Grants::default() };
        write_object(&compiled(text), &ObjectOptions { grants, ..ObjectOptions::default() })
    };
    // Only what takes or returns values has the code that reads and prints them.
    for (types, values) in [("", false), ("(param i32)", true), ("(result i32) (i32.const 1)", true)] {
        let object = invoke(&format!(r#"(module (func (export "f") {types}))"#)).unwrap();
        let file = ElfFile64::<Endianness>::parse(&*object).unwrap();
        assert_eq!(
            names(&file, |name| name == "beeline_launch_values").len(),
            usize::from(values),
            "{types}"
        );
    }
    assert!(matches!(invoke("(module)").unwrap_err(), Error::NoEntry { .. }));
}

#[test]
fn listings_name_branches_calls_traps_and_operators() {
    let text = r#"(module
        (func $count (param i32) (result i32)
            (loop (br_if 0 (local.tee 0 (i32.sub (local.get 0) (i32.const 1)))))
            (i32.div_s (i32.const 1) (local.get 0)))
        (func (result i32) (call $count (i32.const 3))))"#;
    let wasm = wat::parse_str(text).unwrap();
    for (target, isa, branch, call) in [
        (Target::X86_64Linux, "x86_64", "jne .L0", "call func[0] <count>"),
        (Target::Aarch64Linux, "aarch64", ", .L0\n", "bl func[0] <count>"),
    ] {
        let module = compiled_for(target, text);
        let plain = listing(&module, ListingOptions::default());
        assert!(plain.starts_with(&format!("; {isa}, 2 functions in ")), "{plain}");
        for part in ["\nfunc[0] <count>: ; ", "\n.L0:\n", branch, call, "trap: integer divide by zero"] {
            assert!(plain.contains(part), "no {part:?} in\n{plain}");
        }
        let operators = WasmText::new(&wasm).unwrap();
        let long = listing(&module, ListingOptions { addresses: true, wasm: Some(&operators), only: None });
        for part in [": i32.div_s\n", ": call $count\n", "       0  "] {
            assert!(long.contains(part), "no {part:?} in\n{long}");
        }
        assert_eq!(plain, listing(&module, ListingOptions::default()));
    }
}

#[test]
fn jump_tables_are_listed_as_labels() {
    let cases = 20;
    let blocks = "(block ".repeat(cases);
    let labels = (0..cases).map(|n| n.to_string()).collect::<Vec<_>>().join(" ");
    let returns = (0..cases).map(|n| format!(") (return (i32.const {n}))")).collect::<String>();
    let text = format!(
        "(module (func (param i32) (result i32) {blocks} (br_table {labels} (local.get 0)) {returns}))"
    );
    for target in Target::ALL {
        let listing = listing(&compiled_for(target, &text), ListingOptions::default());
        let (_, tail) = listing.split_once("    .long ").expect(&listing);
        let entries: Vec<_> = tail.lines().collect();
        assert!(entries.len() >= cases - 1 && entries.iter().all(|entry| entry.contains(".L")), "{listing}");
        assert!(![".byte", ".word", "?"].iter().any(|bad| listing.contains(bad)), "{listing}");
    }
}

#[test]
fn names_cannot_send_control_characters_to_terminals() {
    let text = r#"(module (import "e\1b[31m" "x\0a" (func)) (func (export "_start")))"#;
    let module = compiled(text);
    let error = write_object(&module, &ObjectOptions::default()).unwrap_err().to_string();
    assert_eq!(error, "unknown import: e\\u{1b}[31m.x\\u{a}");
    assert!(!listing(&module, ListingOptions::default()).contains('\u{1b}'));
}

#[test]
fn jump_tables_far_from_their_function_s_code_are_listed_as_labels() {
    let cases = 20;
    let blocks = "(block ".repeat(cases);
    let labels = (0..cases).map(|n| n.to_string()).collect::<Vec<_>>().join(" ");
    let long =
        "(i32.store (i32.const 8) (i32.add (i32.load (i32.const 16)) (i32.const 1000)))".repeat(150_000);
    let ends = (0..cases).map(|n| format!(") (i32.store (i32.const 0) (i32.const {n}))")).collect::<String>();
    let text = format!(
        "(module (memory 1) (func (param i32) {blocks} (br_table {labels} (local.get 0)) {ends} {long}))"
    );
    let listing = listing(&compiled_for(Target::Aarch64Linux, &text), ListingOptions::default());
    let (head, tail) = listing.split_once("    .long ").expect("a jump table");
    assert!(head.contains("adr x16, .\n") && tail.lines().all(|entry| entry.contains(".L")), "{tail}");
    assert!(![".word", "?"].iter().any(|bad| listing.contains(bad)), "{tail}");
}
