//! Host functions for the module's imports.

use crate::text::Text;
use alloc::vec::Vec;
use beeline_abi::info::{ImportEntry, KIND_FUNC, Section};
use beeline_abi::{InfoView, ModuleImage, Signature};
use beeline_runtime::libcalls::{beeline_unknown_import_default, beeline_unknown_import_trap};
use beeline_runtime::{Extern, HostFn, Store, link};
use beeline_wasi::WasiCtx;

/// Functions of the store for the imported functions, in the order of imports, up to the first import of
/// another kind, which nothing provides.
///
/// # Safety
///
/// The image has a host function for each imported function, of its type: one of WASI's, which work on `wasi`,
/// or one of the stand-ins for unknown imports.
pub(crate) unsafe fn imports(
    store: &mut Store,
    image: &ModuleImage,
    info: &InfoView<'_>,
    wasi: *mut WasiCtx,
) -> Vec<Extern> {
    let mut externs = Vec::new();
    for import in info.iter::<ImportEntry>(Section::Imports).take_while(|import| import.kind == KIND_FUNC) {
        let Signature { params, results } = link::signature(info, info.func_type(import.index));
        // SAFETY: the caller's promise. All but the function told apart here take a `WasiCtx`.
        externs.push(Extern::Func(unsafe {
            let func = *image.host_funcs.add(import.index as usize);
            if func == beeline_unknown_import_default as *const () as *const u8 {
                store.new_unknown_func(true, params, results)
            } else {
                // The stand-in that traps leaves its environment behind, to be told apart by.
                let unknown = func == beeline_unknown_import_trap as *const () as *const u8;
                let number = core::ptr::without_provenance_mut(externs.len());
                let func = core::mem::transmute::<*const u8, HostFn>(func);
                store.new_host_func(func, if unknown { number } else { wasi.cast() }, params, results)
            }
        }));
    }
    externs
}

/// Adds the name of an import.
pub(crate) fn add_import(text: &mut Text, info: &InfoView<'_>, number: usize) {
    let import: ImportEntry = info.get(Section::Imports, number);
    text.add("`").name(info.str(import.module)).add(".").name(info.str(import.name)).add("`");
}
