//! From recorded code addresses to wasm offsets, function names and lines of text.
//!
//! Runs after the trap, not in the signal handler. Formatting is by hand: executables link this, and the
//! machinery behind `write!` would be most of their size.

use super::{INNER_FRAMES, OUTER_FRAMES, TrapRecord, registry};
use alloc::string::String;
use beeline_abi::InfoView;
use beeline_abi::info::{ExportEntry, KIND_FUNC, Section};
use beeline_abi::sites::{Kind, Site};
use beeline_abi::text::{add, write_name, write_number};

/// One frame of a backtrace.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Frame {
    /// Offset in the module, as far as it is known.
    pub offset: u32,
    /// Index of the function, imported ones counted.
    pub func: u32,
    /// The function's name from the name section, or else the first name that it is exported by.
    pub name: Option<&'static str>,
    /// The module's name from the name section; empty if it has none.
    pub module: &'static str,
}

/// Frame `index` of a recorded trap from the innermost; `None` if it was left out or its module is gone.
/// Names are valid as long as the image of the module.
#[must_use]
pub fn frame(record: &TrapRecord, index: usize) -> Option<Frame> {
    let pc = record.pc(index)?;
    let is_fault = index == 0 && record.fault;
    // A return address may lie behind the last instruction of its function, so it is looked up by its last
    // byte.
    let code = registry::find_code(pc)?;
    let inside = if is_fault { code.offset } else { code.offset.checked_sub(1)? };
    let (number, func) = code.info.func_at(inside)?;
    let header = code.info.header();
    let index = header.func_imports + number as u32;
    let here = |site: &Site| site.code == code.offset && (site.kind == Kind::Call) != is_fault;
    let offset = code.info.sites(func).find(here).map_or(func.wasm, |site| site.wasm);
    let module = code.info.str(header.name);
    let named = || if code.info.is_empty(Section::FuncNames) { None } else { code.info.func_name(index) };
    let name = named().or_else(|| export_name(&code.info, index));
    Some(Frame { offset, func: index, name, module })
}

/// The first name that a function is exported by.
fn export_name(info: &InfoView<'static>, index: u32) -> Option<&'static str> {
    let mut exports = info.iter::<ExportEntry>(Section::Exports);
    exports
        .find(|export| export.kind == KIND_FUNC && export.index == index)
        .map(|export| info.str(export.name))
}

/// Adds the name of a function for people to read.
pub type NameWriter = fn(&str, &mut String);

/// Adds `wasm backtrace:` and a line for each recorded frame; nothing if there is none. `module` stands for
/// modules whose name section has no name for them; names of functions are written by `names`, which has to
/// escape what is not to be shown ([`write_name`] does just that).
pub fn write_backtrace(record: &TrapRecord, module: &str, names: NameWriter, out: &mut String) {
    if record.total == 0 {
        return;
    }
    add("wasm backtrace:\n", out);
    for index in 0..record.total.min(INNER_FRAMES) {
        write_frame(record, index, module, names, out);
    }
    let omitted = record.total.saturating_sub(INNER_FRAMES + OUTER_FRAMES);
    if omitted > 0 {
        add("  ... ", out);
        write_number(omitted, 10, out);
        add(" frames omitted ...\n", out);
    }
    for index in INNER_FRAMES + omitted..record.total {
        write_frame(record, index, module, names, out);
    }
}

fn write_frame(record: &TrapRecord, index: usize, module: &str, names: NameWriter, out: &mut String) {
    let Some(frame) = frame(record, index) else { return };
    add("  ", out);
    write_number(index, 10, out);
    add(": 0x", out);
    write_number(frame.offset as usize, 16, out);
    add(" - ", out);
    write_name(if frame.module.is_empty() { module } else { frame.module }, out);
    add("!", out);
    match frame.name {
        Some(name) => names(name, out),
        None => {
            add("<wasm function ", out);
            write_number(frame.func as usize, 10, out);
            add(">", out);
        }
    }
    add("\n", out);
}
