//! The host module `spectest` that scripts may import from (the specification's `interpreter/README.md`, "Spec Test Module").

use crate::{Global, GlobalType, Linker, Memory, MemoryType, Result, Store, Table, TableType, Val, ValType};

/// Defines the module's names. What the print functions are called with goes nowhere: scripts do not look at it.
pub(super) fn define(linker: &mut Linker<()>, store: &mut Store<()>) -> Result<()> {
    const MODULE: &str = "spectest";
    linker.func_wrap(MODULE, "print", || ())?;
    linker.func_wrap(MODULE, "print_i32", |_: i32| ())?;
    linker.func_wrap(MODULE, "print_i64", |_: i64| ())?;
    linker.func_wrap(MODULE, "print_f32", |_: f32| ())?;
    linker.func_wrap(MODULE, "print_f64", |_: f64| ())?;
    linker.func_wrap(MODULE, "print_i32_f32", |_: i32, _: f32| ())?;
    linker.func_wrap(MODULE, "print_f64_f64", |_: f64, _: f64| ())?;
    let globals = [
        ("global_i32", Val::I32(666)),
        ("global_i64", Val::I64(666)),
        ("global_f32", Val::F32(666.6f32.to_bits())),
        ("global_f64", Val::F64(666.6f64.to_bits())),
    ];
    for (name, value) in globals {
        let global = Global::new(&mut *store, GlobalType { content: value.ty(), mutable: false }, value)?;
        linker.define(MODULE, name, global)?;
    }
    let table = TableType { element: ValType::FuncRef, minimum: 10, maximum: Some(20) };
    linker.define(MODULE, "table", Table::new(&mut *store, table, Val::FuncRef(None))?)?;
    let memory = MemoryType { minimum: 1, maximum: Some(2) };
    linker.define(MODULE, "memory", Memory::new(&mut *store, memory)?)?;
    Ok(())
}
