//! Which function is called.

use crate::program::Stop;
use crate::text::Text;
use beeline_abi::info::{ExportEntry, KIND_FUNC, Section};
use beeline_abi::{InfoView, Signature};
use beeline_runtime::link;

/// The export that a WASI command starts with (WASI application ABI, "Current Unstable ABI").
pub(crate) const START: &str = "_start";
/// The export that a WASI reactor wants to be called once before any other (same document).
pub(crate) const INITIALIZE: &str = "_initialize";

/// The function to call.
#[derive(Debug)]
pub struct Entry<'a> {
    /// Its name among the exports.
    pub(crate) name: &'a str,
    /// Its type.
    pub(crate) ty: Signature<'a>,
    /// Whether it was asked for by name.
    pub(crate) invoked: bool,
}

/// The type of the function that is exported by this name.
pub(crate) fn export<'a>(info: &InfoView<'a>, name: &str) -> Option<Signature<'a>> {
    let mut exports = info.iter::<ExportEntry>(Section::Exports);
    let found = exports.find(|export| export.kind == KIND_FUNC && info.str(export.name) == name)?;
    Some(link::signature(info, info.func_type(found.index)))
}

impl<'a> Entry<'a> {
    /// The export named `invoke`, or [`START`].
    ///
    /// # Errors
    ///
    /// There is no such function. Whoever makes executables, or runs a module, says more about that beforehand.
    pub(crate) fn find(info: &InfoView<'a>, invoke: Option<&'a [u8]>) -> Result<Self, Stop> {
        let invoked = invoke.is_some();
        let name = match invoke {
            Some(name) => core::str::from_utf8(name).ok(),
            None => Some(START),
        };
        let found = name.and_then(|name| Some((name, export(info, name)?)));
        let Some((name, ty)) = found else {
            let mut text = Text::new("the module does not export a function `");
            text.bytes(invoke.unwrap_or(START.as_bytes())).add("`");
            return Err(Stop::failed(text));
        };
        Ok(Self { name, ty, invoked })
    }
}
