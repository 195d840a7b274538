//! What somebody may have meant who comes from another tool: its commands and flags, and what Beeline has in their place.

use clap::error::{ContextKind, ContextValue, ErrorKind};
use std::ffi::OsString;

/// What somebody may have meant who wrote this line, which is none.
pub fn hint(error: &clap::Error, line: &[OsString]) -> Option<String> {
    match error.kind() {
        ErrorKind::InvalidSubcommand => match error.get(ContextKind::InvalidSubcommand) {
            Some(ContextValue::String(word)) => command_hint(word),
            _ => None,
        },
        ErrorKind::UnknownArgument => {
            let format = |word: &OsString| word == "json" || word == "table";
            if line.windows(2).any(|words| words[0] == "--timings" && format(&words[1])) {
                return Some(TIMINGS_HINT.into());
            }
            match error.get(ContextKind::InvalidArg) {
                Some(ContextValue::String(flag)) => flag_hint(flag).map(Into::into),
                _ => None,
            }
        }
        _ => None,
    }
}

/// What to do when the format of timings was taken for a module.
pub const TIMINGS_HINT: &str = "the format belongs to the flag: --timings=json";

/// What there is in the place of a flag of another tool.
fn flag_hint(flag: &str) -> Option<&'static str> {
    Some(match flag {
        "--mapdir" | "--volume" | "--mount" => "--dir HOST[::GUEST] grants a directory",
        "--net" | "--tcplisten" => "programs have files and standard streams, and no network",
        "--enable-all" | "--enable-simd" | "--enable-threads" | "-W" | "--wasm" | "--wasm-features" => {
            "what is supported is on; `beeline inspect` lists what a module needs and whether that is supported"
        }
        "--release" | "--debug" | "--opt-level" | "--optimize" => NO_LEVELS,
        "--cranelift" | "--llvm" | "--singlepass" | "--compiler" | "--backend" => "there is one compiler",
        "--object-format" | "--wasmfile" => "`beeline build --emit obj` writes an object",
        _ if flag.starts_with("-O") => NO_LEVELS,
        _ => return None,
    })
}

/// For those who look for optimisation.
const NO_LEVELS: &str = "there are no levels of optimisation: code is always made the same way, in one pass";

/// What a word may mean that is neither a command nor a file: a command of another tool.
fn command_hint(word: &str) -> Option<String> {
    let ours = match word {
        "compile" | "aot" | "wasm2exe" => "build",
        "validate" | "verify" => "check",
        "objdump" | "explore" | "dump" => "disasm",
        "info" | "show" => "inspect",
        "exec" | "start" => "run",
        "version" => "--version",
        _ => return None,
    };
    Some(format!("that is `beeline {ours}` here"))
}
