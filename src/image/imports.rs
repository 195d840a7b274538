//! Which function of the runtime stands behind each imported function of a program: an executable refers to its symbol, the command
//! to its address.
//!
//! Known functions are those of WASI, under both of its module names, and two that toolchains import besides; what is left is the matter of a policy. The
//! linker finds the symbols in the runtime archive, so that a function which no module imports is in no executable.

use crate::{Error, Result, printable};
use beeline_abi::info::{self, ImportEntry, Section};
use beeline_abi::{InfoView, Signature, ValType};
use beeline_wasi::Function;
use std::borrow::Cow;
use std::collections::HashMap;

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

/// What an imported function of a program is.
#[derive(Clone, Copy, Debug)]
pub enum HostFunc {
    /// A function that the runtime provides.
    Known(&'static Function),
    /// A stand-in that traps.
    Trap,
    /// A stand-in that returns zeros.
    Default,
}

impl HostFunc {
    /// Its symbol in the runtime.
    #[must_use]
    pub fn symbol(self) -> Cow<'static, str> {
        match self {
            Self::Known(function) => format!("beeline_{}_{}", function.module, function.name).into(),
            Self::Trap => "beeline_unknown_import_trap".into(),
            Self::Default => "beeline_unknown_import_default".into(),
        }
    }
}

/// The host functions for the imported functions, in the order of their indices.
///
/// # Errors
///
/// An import is not a function; a known function is imported with a wrong type; unknown ones under [`UnknownImports::Error`].
pub fn resolve(info: &InfoView<'_>, policy: UnknownImports) -> Result<Vec<HostFunc>> {
    let known: HashMap<(&str, &str), &Function> =
        beeline_wasi::host_functions().map(|function| ((function.module, function.name), function)).collect();
    let mut funcs = Vec::new();
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
        match (known.get(&(module, name)).copied(), policy) {
            (Some(function), _) => {
                let expected = Signature { params: function.params, results: function.results };
                if expected != found {
                    let (module, name) = shown();
                    let (found, expected) = (signature_text(found), signature_text(expected));
                    return Err(Error::ImportType { module, name, found, expected });
                }
                funcs.push(HostFunc::Known(function));
            }
            (None, UnknownImports::Error) => {
                let (module, name) = shown();
                unknown.push(format!("{module}.{name}"));
            }
            (None, UnknownImports::Trap) => funcs.push(HostFunc::Trap),
            (None, UnknownImports::Default) => funcs.push(HostFunc::Default),
        }
    }
    if unknown.is_empty() { Ok(funcs) } else { Err(Error::UnknownImports(unknown)) }
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
