//! Which function is called, and which arguments of the command line are its own.

use crate::program::Stop;
use crate::text::{FAILED, Text};
use crate::values::Values;
use alloc::vec::Vec;
use beeline_abi::info::{ExportEntry, KIND_FUNC, Section};
use beeline_abi::{InfoView, Signature};
use beeline_runtime::link;

/// The export that a WASI command starts with (WASI application ABI, "Current Unstable ABI").
pub(crate) const START: &str = "_start";
/// The export that a WASI reactor wants to be called once before any other (same document).
pub(crate) const INITIALIZE: &str = "_initialize";

/// The function to call.
pub(crate) struct Entry<'a> {
    /// Its name among the exports.
    pub name: &'a str,
    /// Its type.
    pub ty: Signature<'a>,
    /// Whether it was asked for by name.
    pub invoked: bool,
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

    /// Takes the function's arguments from the front of `args`, as the bits of values: as many as it has
    /// parameters if it was asked for by name. The rest is the program's.
    ///
    /// # Errors
    ///
    /// There are too few, or one is not a value of its parameter's type.
    pub(crate) fn take_arguments(
        &self,
        args: &mut Vec<&[u8]>,
        values: Option<&Values>,
    ) -> Result<Vec<u64>, Stop> {
        let mut bits = Vec::new();
        if !self.invoked || self.ty.params.is_empty() {
            return Ok(bits);
        }
        let wanted = self.ty.params.len();
        let given = args.len();
        if given < wanted {
            let mut text = Text::new("`");
            text.name(self.name).add("` takes ").number(wanted);
            text.add(if wanted == 1 { " argument, but there " } else { " arguments, but there " });
            text.add(if given == 1 { "is " } else { "are " }).number(given);
            return Err(Stop::failed(text));
        }
        for (arg, &ty) in args.drain(..wanted).zip(self.ty.params) {
            let value = core::str::from_utf8(arg).ok().and_then(|arg| (values?.parse)(arg, ty));
            let Some(value) = value else {
                let mut text = Text::new("`");
                text.bytes(arg).add("` is not a value of type ").add(ty.name());
                return Err(Stop { status: FAILED, message: Some(text) });
            };
            bits.push(value);
        }
        Ok(bits)
    }
}
