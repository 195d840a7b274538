//! Imports: what can be given for one, and whether it matches the import's type (WebAssembly 2.0, 4.5.3
//! Import Matching).

use crate::global::Global;
use crate::instance::Instance;
use crate::memory::Memory;
use crate::store::StoreCtx;
use crate::table::Table;
use beeline_abi::info::{
    GlobalEntry, ImportEntry, KIND_FUNC, KIND_GLOBAL, KIND_MEMORY, KIND_TABLE, MemoryEntry, Range, Section,
    TableEntry, TypeEntry,
};
use beeline_abi::vm::FuncRef;
use beeline_abi::{InfoView, Signature, ValType};

/// Something that a module imports or exports; valid as long as its store.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Extern {
    /// A function.
    Func(*const FuncRef),
    /// A table.
    Table(*mut Table),
    /// A memory.
    Memory(*mut Memory),
    /// A global.
    Global(*mut Global),
}

/// Why an import cannot be had.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct LinkError {
    /// Number of the import in its module.
    pub import: u32,
    /// Whether something was given that does not match; else nothing was given.
    pub incompatible: bool,
}

impl LinkError {
    /// What is wrong, in the spec's words.
    #[must_use]
    pub fn message(&self) -> &'static str {
        if self.incompatible { "incompatible import type" } else { "unknown import" }
    }
}

/// The types in a range of `ValTypes`, in place.
#[must_use]
pub fn val_types<'a>(info: &InfoView<'a>, range: Range) -> &'a [ValType] {
    let bytes = &info.bytes(Section::ValTypes)[range.start as usize..][..range.len as usize];
    // SAFETY: `ValType` is one byte, and the compiler, which alone writes blobs, writes nothing else into
    // this section.
    unsafe { core::slice::from_raw_parts(bytes.as_ptr().cast(), bytes.len()) }
}

/// The signature that a type entry describes.
#[must_use]
pub fn signature<'a>(info: &InfoView<'a>, ty: TypeEntry) -> Signature<'a> {
    Signature { params: val_types(info, ty.params), results: val_types(info, ty.results) }
}

/// The id of the signature that a type entry describes.
///
/// # Safety
///
/// `ctx` is the record of a live store.
pub(crate) unsafe fn sig_id(ctx: *mut StoreCtx, info: &InfoView<'_>, ty: TypeEntry) -> u32 {
    if ty.sig != 0 {
        return ty.sig;
    }
    let ty = signature(info, ty);
    // SAFETY: the caller's promise.
    unsafe { (*ctx).sigs.id(ty.params, ty.results) }
}

/// "None" in the maximum of a blob's limits.
pub(crate) fn max(max: u64) -> Option<u64> {
    (max != u64::MAX).then_some(max)
}

/// A value type in a blob.
pub(crate) fn val_type(byte: u32) -> ValType {
    ValType::from_byte(byte as u8).unwrap_or(ValType::I32)
}

/// Whether the limits of what is given (current size, declared maximum) are within those that are asked for.
fn limits(given: (u64, Option<u64>), min: u64, max: Option<u64>) -> bool {
    given.0 >= min && max.is_none_or(|max| given.1.is_some_and(|given| given <= max))
}

/// Whether `given` matches `import`.
///
/// # Safety
///
/// What `given` points to is alive and belongs to the store of `ctx`.
pub(crate) unsafe fn matches(
    ctx: *mut StoreCtx,
    info: &InfoView<'_>,
    import: ImportEntry,
    given: Extern,
) -> bool {
    let index = import.index as usize;
    match (import.kind, given) {
        (KIND_FUNC, Extern::Func(func)) => {
            // SAFETY: the caller's promise.
            unsafe { (*func).sig == sig_id(ctx, info, info.func_type(import.index)) }
        }
        (KIND_TABLE, Extern::Table(table)) => {
            let wanted: TableEntry = info.get(Section::Tables, index);
            // SAFETY: the caller's promise.
            let table = unsafe { &*table };
            table.ty == val_type(wanted.ty) && limits((table.len(), table.max), wanted.min, max(wanted.max))
        }
        (KIND_MEMORY, Extern::Memory(memory)) => {
            let wanted: MemoryEntry = info.get(Section::Memories, index);
            // SAFETY: the caller's promise.
            let memory = unsafe { &*memory };
            memory.flags == wanted.flags
                && (memory.guarded || info.header().explicit_checks != 0)
                && limits((memory.pages(), memory.max), wanted.min, max(wanted.max))
        }
        (KIND_GLOBAL, Extern::Global(global)) => {
            let wanted: GlobalEntry = info.get(Section::Globals, index);
            // SAFETY: the caller's promise.
            let global = unsafe { &*global };
            global.ty == val_type(wanted.ty) && global.mutable == (wanted.mutable != 0)
        }
        _ => false,
    }
}

/// What item `index` of an instance's index space of some kind is.
pub(crate) fn item(instance: &mut Instance, kind: u32, index: u32) -> Option<Extern> {
    let i = index as usize;
    Some(match kind {
        KIND_FUNC => Extern::Func(instance.func(index)),
        KIND_TABLE => Extern::Table(*instance.tables.get(i)?),
        KIND_MEMORY => Extern::Memory(*instance.memories.get(i)?),
        KIND_GLOBAL => Extern::Global(*instance.globals.get(i)?),
        _ => return None,
    })
}
