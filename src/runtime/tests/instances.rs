//! Instantiation without running code: what memories, tables and globals hold afterwards, and what is
//! refused.
#![allow(clippy::undocumented_unsafe_blocks, reason = "each test is one use of the unsafe interface")]

mod common;

use beeline_abi::info::{
    CONST_ADD32, CONST_FUNC, CONST_GLOBAL, CONST_MUL64, CONST_VALUE, ELEM_EXPRS, ELEM_FUNCS, ElemEntry,
    GlobalEntry, ImportEntry, KIND_GLOBAL, KIND_MEMORY, KIND_TABLE, NONE, Range, SEGMENT_ACTIVE,
    SEGMENT_PASSIVE, Section, TableEntry,
};
use beeline_abi::vm::FuncRef;
use beeline_abi::{TrapCode, ValType, WASM_PAGE};
use beeline_runtime::store::{Limit, Limited, Refusal};
use beeline_runtime::{Backing, Extern, Instance, InstantiateError, Store, StoreConfig, instantiate};
use common::Module;
use std::io::Write;
use std::os::fd::AsRawFd;

/// Text that is never run.
static TEXT: [u8; 64] = [0xcc; 64];

fn make(
    module: &mut Module,
    store: &mut Store,
    imports: &[Extern],
    backing: Option<&Backing>,
) -> Result<&'static mut Instance, InstantiateError> {
    let image = module.image(TEXT.as_ptr(), TEXT.len());
    // The instance lives as long as the store, and no test uses it longer.
    unsafe { instantiate(store, &image, imports, backing).map(|instance| &mut *instance) }
}

fn store() -> Store {
    Store::new(&StoreConfig { stack_size: 1 << 16, ..StoreConfig::default() }).unwrap()
}

fn memory_bytes(instance: &mut Instance) -> &[u8] {
    let Some(Extern::Memory(memory)) = instance.export("memory") else { panic!("no memory") };
    unsafe { std::slice::from_raw_parts((*memory).base(), (*memory).byte_len()) }
}

#[test]
fn data_mapped_from_a_file_are_as_data_copied() {
    let content: Vec<u8> = (0..200_000u32).map(|i| (i * 7 + i / 256) as u8).collect();
    // Where segments start and how long they are: pages cut at either end, at both, at none; shorter than
    // what is mapped.
    let cases = [
        (0, 65536),
        (0, 200_000),
        (1, 131_072),
        (4095, 70_000),
        (4096, 69_632),
        (65_535, 65_537),
        (99, 200_000),
        (99, 50),
    ];
    for (offset, len) in cases {
        // Where the data start in the file: page-aligned, as linkers place them, or not, which has to be
        // noticed.
        for prefix in [4096usize, 65536, 100] {
            let mut module = Module::default();
            module.memory(5, 8);
            module.export("memory", KIND_MEMORY, 0);
            module.data(offset, &content[..len]);
            let mut file = tempfile();
            file.write_all(&vec![0x11; prefix]).unwrap();
            file.write_all(&module.data).unwrap();
            let mut store = store();
            let backing = Backing { fd: file.as_raw_fd(), offset: prefix as u64 };
            let instance = make(&mut module, &mut store, &[], Some(&backing)).unwrap();
            let offset = offset as usize;
            let bytes = memory_bytes(instance);
            assert!(bytes[..offset].iter().all(|&byte| byte == 0));
            assert!(
                bytes[offset..offset + len] == content[..len],
                "{len} bytes at {offset}, {prefix} into the file"
            );
            assert!(bytes[offset + len..].iter().all(|&byte| byte == 0));
            // Writing must not reach the file.
            unsafe { bytes.as_ptr().cast_mut().add(offset + len / 2).write(0) };
            let Some(Extern::Memory(memory)) = instance.export("memory") else { panic!() };
            assert_eq!(unsafe { (*memory).grow(3) }, Some(5));
            assert_eq!(unsafe { (*memory).grow(1) }, None);
        }
    }
}

fn tempfile() -> std::fs::File {
    let path = std::env::temp_dir().join(format!("beeline-runtime-{}", std::process::id()));
    let file =
        std::fs::File::options().create(true).truncate(true).read(true).write(true).open(&path).unwrap();
    std::fs::remove_file(path).unwrap();
    file
}

#[test]
fn data_from_a_file_that_cannot_be_mapped_are_copied() {
    let mut module = Module::default();
    module.memory(5, 8);
    module.export("memory", KIND_MEMORY, 0);
    module.data(10, &[0x5a; 100_000]);
    let mut store = store();
    let instance = make(&mut module, &mut store, &[], Some(&Backing { fd: 987_654, offset: 4096 })).unwrap();
    assert!(memory_bytes(instance)[10..100_010].iter().all(|&byte| byte == 0x5a));
}

/// A module with a table of 5, two functions, globals from constant expressions and elements of both kinds.
fn tables() -> Module {
    let mut module = Module::default();
    let first = module.func("first", (&[], &[ValType::I32]), 0..16, &[]);
    let second = module.func("second", (&[], &[]), 16..32, &[]);
    assert_eq!((first, second), (0, 1));
    let init = module.expr(&[(CONST_FUNC, 1)]);
    module.push(Section::Tables, TableEntry { ty: ValType::FuncRef as u32, min: 5, max: 7, init });
    module.export("table", KIND_TABLE, 0);
    let exprs: [(ValType, &[(u32, u64)]); 4] = [
        (ValType::I32, &[(CONST_VALUE, 0xffff_ffff)]),
        (ValType::I32, &[(CONST_GLOBAL, 0), (CONST_VALUE, 3), (CONST_ADD32, 0)]),
        (ValType::I64, &[(CONST_VALUE, 1 << 40), (CONST_VALUE, 6), (CONST_MUL64, 0)]),
        (ValType::FuncRef, &[(CONST_FUNC, 0)]),
    ];
    for (i, (ty, ops)) in exprs.into_iter().enumerate() {
        let init = module.expr(ops);
        module.push(Section::Globals, GlobalEntry { ty: ty as u32, mutable: u32::from(i == 1), init });
        module.export(&format!("g{i}"), KIND_GLOBAL, i as u32);
    }
    module
}

fn elements(module: &mut Module, mode: u32, offset: u64, funcs: &[u32]) {
    let offset = module.expr(&[(CONST_VALUE, offset)]);
    let start = module.count(Section::ElemFuncs);
    funcs.iter().for_each(|&func| module.push(Section::ElemFuncs, func));
    let items = Range { start, len: funcs.len() as u32 };
    module.push(Section::Elems, ElemEntry { mode, table: 0, offset, kind: ELEM_FUNCS, items });
}

fn table_funcs(instance: &mut Instance) -> Vec<Option<u32>> {
    let Some(Extern::Table(table)) = instance.export("table") else { panic!("no table") };
    let len = unsafe { (*table).len() };
    (0..len)
        .map(|i| unsafe {
            let funcref = (*table).get(i).unwrap();
            (funcref as *const FuncRef).as_ref().map(|func| func.index)
        })
        .collect()
}

#[test]
fn tables_globals_and_elements_are_initialised() {
    let mut module = tables();
    elements(&mut module, SEGMENT_ACTIVE, 3, &[0, NONE]);
    elements(&mut module, SEGMENT_PASSIVE, 0, &[0]);
    let item = module.expr(&[(CONST_GLOBAL, 3)]);
    module.push(Section::ElemExprs, item);
    let (offset, items) = (module.expr(&[(CONST_VALUE, 0)]), Range { start: 0, len: 1 });
    module
        .push(Section::Elems, ElemEntry { mode: SEGMENT_ACTIVE, table: 0, offset, kind: ELEM_EXPRS, items });
    let mut store = store();
    let instance = make(&mut module, &mut store, &[], None).unwrap();
    assert_eq!(table_funcs(instance), [Some(0), Some(1), Some(1), Some(0), None]);
    let value = |instance: &mut Instance, name: &str| match instance.export(name) {
        Some(Extern::Global(global)) => unsafe { (*global).get() },
        _ => panic!("no global {name}"),
    };
    assert_eq!(value(instance, "g0"), 0xffff_ffff);
    assert_eq!(value(instance, "g1"), 2);
    assert_eq!(value(instance, "g2"), 6 << 40);
    let Some(Extern::Func(first)) = instance.export("first") else { panic!() };
    assert_eq!(value(instance, "g3"), first as u64);
    let Some(Extern::Table(table)) = instance.export("table") else { panic!() };
    unsafe {
        assert_eq!((*table).grow(2, first as u64), Some(5));
        assert_eq!((*table).grow(1, 0), None);
    }
    assert_eq!(table_funcs(instance)[5..], [Some(0), Some(0)]);
}

#[test]
fn a_segment_out_of_bounds_traps_and_leaves_what_was_written_before() {
    let mut store = store();
    let memory = store.new_memory(1, None, 0, true).unwrap();
    let table = store.new_table(ValType::FuncRef, 5, Some(5), 0).unwrap();
    let mut module = Module::default();
    module.func("f", (&[], &[]), 0..16, &[]);
    let name = module.bytes(Section::Strings, b"m");
    for kind in [KIND_MEMORY, KIND_TABLE] {
        module.push(Section::Imports, ImportEntry { module: name, name, kind, index: 0 });
    }
    module.memory(0, u64::MAX);
    let init = Range::default();
    module.push(Section::Tables, TableEntry { ty: ValType::FuncRef as u32, min: 5, max: u64::MAX, init });
    (module.memory_imports, module.table_imports) = (1, 1);
    elements(&mut module, SEGMENT_ACTIVE, 4, &[0]);
    module.data(65_000, &[7; 536]);
    module.data(65_530, &[8; 7]);
    let imports = [Extern::Memory(memory), Extern::Table(table)];
    let error = make(&mut module, &mut store, &imports, None).err();
    assert!(matches!(error, Some(InstantiateError::Trap(trap)) if trap.code == TrapCode::MemoryOutOfBounds));
    unsafe {
        assert_eq!((*memory).base().add(65_535).read(), 7);
        assert_ne!((*table).get(4), Some(0));
    }
    elements(&mut module, SEGMENT_ACTIVE, 5, &[0]);
    let error = make(&mut module, &mut store, &imports, None).err();
    assert!(matches!(error, Some(InstantiateError::Trap(trap)) if trap.code == TrapCode::TableOutOfBounds));
}

#[test]
fn what_cannot_be_had_is_an_error() {
    let mut module = Module::default();
    module.memory(65_537, u64::MAX);
    let error = make(&mut module, &mut store(), &[], None).err();
    assert!(matches!(error, Some(InstantiateError::Resource(_))));
    let mut module = Module::default();
    let init = Range::default();
    module.push(
        Section::Tables,
        TableEntry { ty: ValType::ExternRef as u32, min: 1 << 33, max: u64::MAX, init },
    );
    let error = make(&mut module, &mut store(), &[], None).err();
    assert_eq!(error, Some(InstantiateError::Resource("a table's initial size")));
    assert!(store().new_memory(1 << 40, None, 0, false).is_err());
}

fn limited(memory_limit: u64, table_limit: u64) -> Store {
    Store::new(&StoreConfig { stack_size: 1 << 16, memory_limit, table_limit }).unwrap()
}

fn add_table(module: &mut Module, min: u64) {
    let init = Range::default();
    module.push(Section::Tables, TableEntry { ty: ValType::FuncRef as u32, min, max: u64::MAX, init });
}

#[test]
fn memories_have_no_more_together_than_their_store_may_have() {
    let limit = 5 * WASM_PAGE;
    let mut store = limited(limit, u64::MAX);
    let memory = store.new_memory(2, None, 0, true).unwrap();
    let mut module = Module::default();
    module.memory(2, u64::MAX);
    module.export("memory", KIND_MEMORY, 0);
    let instance = make(&mut module, &mut store, &[], None).unwrap();
    let Some(Extern::Memory(own)) = instance.export("memory") else { panic!() };
    unsafe {
        assert_eq!((*memory).grow(2), None);
        assert_eq!((*memory).grow(1), Some(2));
        assert_eq!((*own).grow(1), None);
        assert_eq!((*own).grow(0), Some(2));
    }
    let exceeded = Limit { what: Limited::Memory, asked: limit + 2 * WASM_PAGE, limit };
    let error = make(&mut module, &mut store, &[], None).err();
    assert_eq!(error, Some(InstantiateError::Limit(exceeded)));
    let exceeded = Limit { asked: limit + WASM_PAGE, ..exceeded };
    assert_eq!(store.new_memory(1, None, 0, true).err(), Some(Refusal::Limit(exceeded)));
    store.new_memory(0, None, 0, true).unwrap();
}

#[test]
fn tables_have_no_more_together_than_their_store_may_have() {
    let mut store = limited(u64::MAX, 100);
    let table = store.new_table(ValType::FuncRef, 40, None, 0).unwrap();
    let mut module = Module::default();
    add_table(&mut module, 50);
    let instance = make(&mut module, &mut store, &[], None).map(|_| ());
    assert_eq!(instance, Ok(()));
    unsafe {
        assert_eq!((*table).grow(11, 0), None);
        assert_eq!((*table).grow(10, 0), Some(40));
        assert_eq!((*table).grow(1, 0), None);
    }
    let exceeded = Limit { what: Limited::Table, asked: 150, limit: 100 };
    let error = make(&mut module, &mut store, &[], None).err();
    assert_eq!(error, Some(InstantiateError::Limit(exceeded)));
    let exceeded = Limit { asked: 101, ..exceeded };
    assert_eq!(store.new_table(ValType::FuncRef, 1, None, 0).err(), Some(Refusal::Limit(exceeded)));
}

/// Bytes of memory that the process has.
fn resident() -> usize {
    let text = std::fs::read_to_string("/proc/self/statm").unwrap();
    text.split(' ').nth(1).unwrap().parse::<usize>().unwrap() * 4096
}

#[test]
fn elements_that_are_null_take_no_memory_until_they_are_written() {
    let mut module = Module::default();
    (0..20).for_each(|_| add_table(&mut module, 5_000_000));
    module.export("table", KIND_TABLE, 7);
    let mut store = store();
    let before = resident();
    let instance = make(&mut module, &mut store, &[], None).unwrap();
    let Some(Extern::Table(table)) = instance.export("table") else { panic!() };
    unsafe {
        assert_eq!((*table).get(4_999_999), Some(0));
        (*table).set(3_000_000, 7);
        assert_eq!((*table).grow(1_000_000, 0), Some(5_000_000));
        assert_eq!((*table).get(3_000_000), Some(7));
        assert_eq!((*table).get(5_999_999), Some(0));
    }
    // Other tests run at the same time: they have a few megabytes. The tables are 800 long.
    let more = resident().saturating_sub(before);
    assert!(more < 64 << 20, "{more} bytes");
}

#[test]
#[cfg_attr(target_arch = "aarch64", ignore = "qemu's user mode takes minutes for as many addresses")]
fn a_stack_larger_than_all_memory_is_refused_at_once() {
    // Where the kernel promises everything, it refuses nothing.
    let promises_all =
        std::fs::read_to_string("/proc/sys/vm/overcommit_memory").is_ok_and(|mode| mode.trim() == "1");
    let stack = |stack_size| Store::new(&StoreConfig { stack_size, ..StoreConfig::default() }).is_ok();
    assert!(promises_all || !stack(1 << 45));
    assert!(!stack(usize::MAX));
    assert!(stack(1 << 30));
}
