//! Which symbol stands behind each imported function of an executable.
//!
//! Known functions are those of WASI, under both of its module names; what is left is the matter of a policy. The
//! linker finds the symbols in the runtime archive, so that a function which no module imports is in no executable.

use crate::{Error, Result, printable};
use beeline_abi::info::{self, ImportEntry, Section};
use beeline_abi::{InfoView, Signature, ValType};

/// What becomes of imported functions that nothing provides.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum UnknownImports {
    /// The module is refused.
    #[default]
    Error,
    /// Calling one traps.
    Trap,
    /// Calling one does nothing and returns zeros.
    Default,
}

/// The symbol that takes the place of an unknown function under [`UnknownImports::Trap`].
const TRAP_SYMBOL: &str = "beeline_unknown_import_trap";
/// The symbol that takes the place of an unknown function under [`UnknownImports::Default`].
const DEFAULT_SYMBOL: &str = "beeline_unknown_import_default";

/// The host functions' symbols for the imported functions, in the order of their indices.
///
/// # Errors
///
/// An import is not a function; a known function is imported with a wrong type; an unknown one under [`UnknownImports::Error`].
pub fn resolve(info: &InfoView<'_>, policy: UnknownImports) -> Result<Vec<String>> {
    let mut symbols = Vec::new();
    let mut unknown = Vec::new();
    for import in info.iter::<ImportEntry>(Section::Imports) {
        let (module, name) = (info.str(import.module), info.str(import.name));
        let shown = || (printable(module), printable(name));
        if import.kind != info::KIND_FUNC {
            let (module, name) = shown();
            return Err(Error::ImportKind { module, name, kind: kind_name(import.kind) });
        }
        let ty = info.func_type(import.index);
        let params: Vec<ValType> = info.val_types(ty.params).collect();
        let results: Vec<ValType> = info.val_types(ty.results).collect();
        let found = Signature { params: &params, results: &results };
        match host_function(module, name) {
            Some(expected) if expected == found => symbols.push(format!("beeline_{module}_{name}")),
            Some(expected) => {
                return Err(Error::ImportType {
                    module: module.into(),
                    name: name.into(),
                    found: signature_text(found),
                    expected: signature_text(expected),
                });
            }
            None => match policy {
                UnknownImports::Error => unknown.push(format!("{}.{}", printable(module), printable(name))),
                UnknownImports::Trap => symbols.push(TRAP_SYMBOL.into()),
                UnknownImports::Default => symbols.push(DEFAULT_SYMBOL.into()),
            },
        }
    }
    if unknown.is_empty() { Ok(symbols) } else { Err(Error::UnknownImports(unknown)) }
}

/// The type of a function that the runtime provides.
fn host_function(module: &str, name: &str) -> Option<Signature<'static>> {
    beeline_wasi::functions()
        .find(|function| function.name == name && function.module == module)
        .map(|function| Signature { params: function.params, results: function.results })
}

/// The word for a kind of import or export: [`info::KIND_FUNC`] and so on.
#[must_use]
pub fn kind_name(kind: u32) -> &'static str {
    match kind {
        info::KIND_FUNC => "function",
        info::KIND_TABLE => "table",
        info::KIND_MEMORY => "memory",
        _ => "global",
    }
}

/// A function type in words: `(i32, i64) -> i32`.
#[must_use]
pub fn signature_text(signature: Signature<'_>) -> String {
    let list = |types: &[ValType]| types.iter().map(|ty| ty.name()).collect::<Vec<_>>().join(", ");
    match signature.results {
        [one] => format!("({}) -> {}", list(signature.params), one.name()),
        results => format!("({}) -> ({})", list(signature.params), list(results)),
    }
}
