//! Values on the command line and on standard output. Only programs whose entry takes or returns any have this:
//! reading and printing floats takes more room than the rest of a small executable.

use crate::entry::Entry;
use crate::program::Stop;
use crate::text::Text;
use alloc::string::String;
use alloc::vec::Vec;
use beeline_abi::ValType;
use core::fmt::Write;
use rustix::fd::BorrowedFd;
use rustix::io::Errno;

/// The type of [`arguments`].
type TakeArguments = fn(&Entry<'_>, &mut Vec<&[u8]>) -> Result<Vec<u64>, Stop>;

/// How values are read and printed.
#[derive(Debug)]
pub struct Values {
    /// See [`arguments`].
    pub(crate) arguments: TakeArguments,
    /// See [`print`].
    pub(crate) print: fn(&[ValType], &[u64]) -> Result<(), Stop>,
}

/// The one there is, by the symbol that objects of modules refer to.
#[unsafe(no_mangle)]
#[allow(non_upper_case_globals, reason = "symbols of the runtime are lower case")]
pub static beeline_launch_values: Values = Values { arguments, print };

/// Takes the entry's arguments from the front of `args`, as the bits of values: as many as it has parameters if it
/// was asked for by name. The rest is the program's.
///
/// # Errors
///
/// There are too few, or one is not a value of its parameter's type.
fn arguments(entry: &Entry<'_>, args: &mut Vec<&[u8]>) -> Result<Vec<u64>, Stop> {
    let mut bits = Vec::new();
    if !entry.invoked || entry.ty.params.is_empty() {
        return Ok(bits);
    }
    let wanted = entry.ty.params.len();
    let given = args.len();
    if given < wanted {
        let mut text = Text::new("`");
        text.name(entry.name).add("` takes ").number(wanted);
        text.add(if wanted == 1 { " argument, but there " } else { " arguments, but there " });
        text.add(if given == 1 { "is " } else { "are " }).number(given);
        return Err(Stop::failed(text));
    }
    for (arg, &ty) in args.drain(..wanted).zip(entry.ty.params) {
        let Some(value) = core::str::from_utf8(arg).ok().and_then(|arg| parse(arg, ty)) else {
            let mut text = Text::new("`");
            text.bytes(arg).add("` is not a value of type ").add(ty.name());
            return Err(Stop::failed(text));
        };
        bits.push(value);
    }
    Ok(bits)
}

/// Prints results, one per line.
///
/// # Errors
///
/// Standard output cannot be written. That its reader has gone is no failure: it has seen enough.
fn print(types: &[ValType], results: &[u64]) -> Result<(), Stop> {
    let mut lines = String::new();
    for (&ty, &result) in types.iter().zip(results) {
        add_line(ty, result, &mut lines);
    }
    // SAFETY: a standard stream's number is a descriptor's, or the call fails.
    let stdout = unsafe { BorrowedFd::borrow_raw(1) };
    let mut bytes = lines.as_bytes();
    while !bytes.is_empty() {
        match rustix::io::write(stdout, bytes) {
            Ok(done) if done > 0 => bytes = bytes.get(done..).unwrap_or(&[]),
            Err(Errno::INTR) => {}
            Err(Errno::PIPE) => break,
            error => {
                let mut text = Text::new("cannot write to standard output: ");
                text.add(match error {
                    Err(Errno::NOSPC) => "no space left on device",
                    Err(Errno::BADF) => "it is closed or not open for writing",
                    Err(Errno::FBIG) => "the file is too large",
                    Err(Errno::AGAIN) => "it is not ready",
                    _ => "input/output error",
                });
                return Err(Stop::failed(text));
            }
        }
    }
    Ok(())
}

/// The bits of the value that a word of the command line stands for; `None` if it is none of that type.
fn parse(word: &str, ty: ValType) -> Option<u64> {
    Some(match ty {
        // Both readings of the bits are usual.
        ValType::I32 => {
            u64::from(word.parse::<i32>().map(i32::cast_unsigned).or_else(|_| word.parse()).ok()?)
        }
        ValType::I64 => word.parse::<i64>().map(i64::cast_unsigned).or_else(|_| word.parse()).ok()?,
        ValType::F32 => u64::from(word.parse::<f32>().ok()?.to_bits()),
        ValType::F64 => word.parse::<f64>().ok()?.to_bits(),
        ValType::FuncRef | ValType::ExternRef if word == "null" => 0,
        _ => return None,
    })
}

/// Adds a value, given as bits, as a line.
fn add_line(ty: ValType, bits: u64, out: &mut String) {
    // Writing to memory does not fail.
    let _ = match ty {
        ValType::I32 => writeln!(out, "{}", bits as i32),
        ValType::I64 => writeln!(out, "{}", bits.cast_signed()),
        ValType::F32 => writeln!(out, "{}", f32::from_bits(bits as u32)),
        ValType::F64 => writeln!(out, "{}", f64::from_bits(bits)),
        _ if bits == 0 => writeln!(out, "null"),
        ty => writeln!(out, "{}", ty.name()),
    };
}

#[cfg(test)]
mod tests {
    use super::*;

    fn back(word: &str, ty: ValType) -> Option<String> {
        let mut out = String::new();
        add_line(ty, parse(word, ty)?, &mut out);
        Some(out)
    }

    #[test]
    fn words_are_values_in_both_readings() {
        for (word, ty, printed) in [
            ("-1", ValType::I32, "-1\n"),
            ("4294967295", ValType::I32, "-1\n"),
            ("+7", ValType::I32, "7\n"),
            ("18446744073709551615", ValType::I64, "-1\n"),
            ("-9223372036854775808", ValType::I64, "-9223372036854775808\n"),
            ("1.5", ValType::F32, "1.5\n"),
            ("-0", ValType::F64, "-0\n"),
            ("nan", ValType::F64, "NaN\n"),
            ("inf", ValType::F64, "inf\n"),
            ("158120", ValType::F64, "158120\n"),
            ("null", ValType::FuncRef, "null\n"),
            ("null", ValType::ExternRef, "null\n"),
        ] {
            assert_eq!(back(word, ty).as_deref(), Some(printed), "{word}");
        }
    }

    #[test]
    fn other_words_are_no_values() {
        for (word, ty) in [
            ("", ValType::I32),
            ("4294967296", ValType::I32),
            ("-2147483649", ValType::I32),
            ("1.0", ValType::I64),
            ("x", ValType::F64),
            ("1", ValType::FuncRef),
            ("0", ValType::V128),
        ] {
            assert_eq!(back(word, ty), None, "{word}");
        }
    }
}
