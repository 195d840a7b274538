//! Whether a module has the function that an executable calls.

use crate::imports::{kind_name, signature_text};
use crate::{Error, Result, printable};
use beeline_abi::info::{ExportEntry, KIND_FUNC, Section};
use beeline_abi::{InfoView, Signature, ValType};

/// The export that a WASI program starts with.
pub const START: &str = "_start";

/// Checks that a module exports the function which is to be called: the one named, or [`START`]. Returns whether
/// it takes or returns values: the command line has the arguments of a function that is named, and its results are
/// printed.
///
/// # Errors
///
/// There is no such function, or no program can start with a function of its type.
pub fn check(info: &InfoView<'_>, invoke: Option<&str>) -> Result<bool> {
    let name = invoke.unwrap_or(START);
    let found = info.iter::<ExportEntry>(Section::Exports).find(|export| info.str(export.name) == name);
    match found {
        Some(export) if export.kind == KIND_FUNC => {
            let (params, results) = types(info, export.index);
            let signature = Signature { params: &params, results: &results };
            let values = !params.is_empty() || !results.is_empty();
            if values && invoke.is_none() {
                return Err(Error::EntryType { name: printable(name), found: signature_text(signature) });
            }
            Ok(values)
        }
        _ => Err(Error::NoEntry { name: printable(name), exports: exports(info) }),
    }
}

/// The exports of a module in words: `add: function (i32, i32) -> i32`, `memory: memory`.
fn exports(info: &InfoView<'_>) -> Vec<String> {
    info.iter::<ExportEntry>(Section::Exports)
        .map(|export| {
            let name = printable(info.str(export.name));
            if export.kind == KIND_FUNC {
                let (params, results) = types(info, export.index);
                format!(
                    "{name}: function {}",
                    signature_text(Signature { params: &params, results: &results })
                )
            } else {
                format!("{name}: {}", kind_name(export.kind))
            }
        })
        .collect()
}

/// Parameter and result types of a function.
fn types(info: &InfoView<'_>, index: u32) -> (Vec<ValType>, Vec<ValType>) {
    let ty = info.func_type(index);
    (info.val_types(ty.params).collect(), info.val_types(ty.results).collect())
}
