//! Whether a module has the function that an executable calls.

use crate::imports::{kind_name, signature_text};
use crate::{Error, Result, printable};
use beeline_abi::info::{ExportEntry, KIND_FUNC, Section};
use beeline_abi::{InfoView, Signature, ValType};

/// The export that a WASI program starts with.
pub const START: &str = "_start";

/// Checks that a module exports the function which is to be called: the one named, or [`START`].
///
/// # Errors
///
/// It does not, or a program cannot start with a function of that type.
pub fn check(info: &InfoView<'_>, invoke: Option<&str>) -> Result<()> {
    let name = invoke.unwrap_or(START);
    let found = info.iter::<ExportEntry>(Section::Exports).find(|export| info.str(export.name) == name);
    match found {
        Some(export) if export.kind == KIND_FUNC => {
            let (params, results) = types(info, export.index);
            let signature = Signature { params: &params, results: &results };
            // The command line is the program's, so there is nothing to take parameters from; results are printed.
            if !params.is_empty() || (invoke.is_none() && !results.is_empty()) {
                return Err(Error::EntryType { name: name.into(), found: signature_text(signature) });
            }
            Ok(())
        }
        _ => Err(Error::NoEntry { name: name.into(), exports: exports(info) }),
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
