//! Values on the command line and on standard output. Only programs whose entry takes or returns any have this:
//! reading and printing floats takes more room than the rest of a small executable.

use alloc::string::String;
use beeline_abi::ValType;
use core::fmt::Write;

/// How values are read and printed.
#[derive(Debug)]
pub struct Values {
    /// The bits of the value that a word of the command line stands for; `None` if it is none of that type.
    pub(crate) parse: fn(&str, ValType) -> Option<u64>,
    /// Adds a value, given as bits, as a line.
    pub(crate) print: fn(ValType, u64, &mut String),
}

/// The one there is, by the symbol that objects of modules refer to.
#[unsafe(no_mangle)]
#[allow(non_upper_case_globals, reason = "symbols of the runtime are lower case")]
pub static beeline_launch_values: Values = Values { parse, print };

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

fn print(ty: ValType, bits: u64, out: &mut String) {
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
        print(ty, parse(word, ty)?, &mut out);
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
