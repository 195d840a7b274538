//! Values in scripts: arguments of invocations, and what results are compared with.

use crate::{ExternRef, Val};
use wast::core::{AbstractHeapType, HeapType, NanPattern, WastArgCore, WastRetCore};
use wast::{WastArg, WastRet};

/// The value of an argument, or what is not supported about it.
pub(super) fn argument(arg: &WastArg<'_>) -> Result<Val, String> {
    let WastArg::Core(arg) = arg else { return Err("arguments of components are not supported".into()) };
    Ok(match arg {
        WastArgCore::I32(value) => Val::I32(*value),
        WastArgCore::I64(value) => Val::I64(*value),
        WastArgCore::F32(value) => Val::F32(value.bits),
        WastArgCore::F64(value) => Val::F64(value.bits),
        WastArgCore::RefNull(ty) => match is_func(ty) {
            Some(true) => Val::FuncRef(None),
            Some(false) => Val::ExternRef(None),
            None => return Err(format!("null references of type {ty:?} are not supported")),
        },
        WastArgCore::RefExtern(number) | WastArgCore::RefHost(number) => host(*number),
        WastArgCore::V128(_) => return Err("vectors are not supported".into()),
    })
}

/// Whether a heap type is that of functions; `None` if it is neither that nor that of host values.
fn is_func(ty: &HeapType<'_>) -> Option<bool> {
    match ty {
        HeapType::Abstract { ty: AbstractHeapType::Func | AbstractHeapType::NoFunc, .. } => Some(true),
        HeapType::Abstract { ty: AbstractHeapType::Extern | AbstractHeapType::NoExtern, .. } => Some(false),
        _ => None,
    }
}

/// A host reference with a script's number. Numbers start at 0, words of references at 1.
fn host(number: u32) -> Val {
    Val::ExternRef(ExternRef::new(u64::from(number) + 1))
}

/// Whether the results are what a script expects; else what is wrong.
pub(super) fn check(results: &[Val], expected: &[WastRet<'_>]) -> Result<(), String> {
    if results.len() != expected.len() {
        return Err(format!("expected {} results, got {}", expected.len(), results.len()));
    }
    for (result, expected) in results.iter().zip(expected) {
        let WastRet::Core(expected) = expected else {
            return Err("results of components are not supported".into());
        };
        if !matches(result, expected) {
            return Err(format!("expected {}, got {}", show_expected(expected), show(result)));
        }
    }
    Ok(())
}

fn matches(result: &Val, expected: &WastRetCore<'_>) -> bool {
    match (result, expected) {
        (Val::I32(result), WastRetCore::I32(expected)) => result == expected,
        (Val::I64(result), WastRetCore::I64(expected)) => result == expected,
        (Val::F32(bits), WastRetCore::F32(expected)) => match expected {
            NanPattern::Value(value) => *bits == value.bits,
            NanPattern::CanonicalNan => bits & 0x7fff_ffff == 0x7fc0_0000,
            NanPattern::ArithmeticNan => bits & 0x7fc0_0000 == 0x7fc0_0000,
        },
        (Val::F64(bits), WastRetCore::F64(expected)) => match expected {
            NanPattern::Value(value) => *bits == value.bits,
            NanPattern::CanonicalNan => bits & 0x7fff_ffff_ffff_ffff == 0x7ff8_0000_0000_0000,
            NanPattern::ArithmeticNan => bits & 0x7ff8_0000_0000_0000 == 0x7ff8_0000_0000_0000,
        },
        (Val::FuncRef(None) | Val::ExternRef(None), WastRetCore::RefNull(None)) => true,
        (Val::FuncRef(None), WastRetCore::RefNull(Some(ty))) => is_func(ty) == Some(true),
        (Val::ExternRef(None), WastRetCore::RefNull(Some(ty))) => is_func(ty) == Some(false),
        (Val::FuncRef(Some(_)), WastRetCore::RefFunc(_)) => true,
        (Val::ExternRef(Some(_)), WastRetCore::RefExtern(None)) => true,
        (
            Val::ExternRef(Some(value)),
            WastRetCore::RefExtern(Some(number)) | WastRetCore::RefHost(number),
        ) => value.get() == u64::from(*number) + 1,
        (_, WastRetCore::Either(cases)) => cases.iter().any(|expected| matches(result, expected)),
        _ => false,
    }
}

/// Values for messages, in the words of scripts.
pub(super) fn show_all(values: &[Val]) -> String {
    if values.is_empty() { "nothing".into() } else { values.iter().map(show).collect::<Vec<_>>().join(" ") }
}

/// A value in the words of scripts, floats with their bits.
fn show(value: &Val) -> String {
    match value {
        Val::I32(value) => format!("(i32.const {value})"),
        Val::I64(value) => format!("(i64.const {value})"),
        Val::F32(bits) => float("f32", f32::from_bits(*bits), format!("{bits:#010x}")),
        Val::F64(bits) => float("f64", f64::from_bits(*bits), format!("{bits:#018x}")),
        Val::FuncRef(None) => "(ref.null func)".into(),
        Val::FuncRef(Some(_)) => "(ref.func)".into(),
        Val::ExternRef(None) => "(ref.null extern)".into(),
        Val::ExternRef(Some(value)) => format!("(ref.extern {})", value.get().saturating_sub(1)),
    }
}

fn float(ty: &str, value: impl std::fmt::Display, bits: String) -> String {
    format!("({ty}.const {value} (; {bits} ;))")
}

/// What a script expects, in its words.
fn show_expected(expected: &WastRetCore<'_>) -> String {
    match expected {
        WastRetCore::I32(value) => format!("(i32.const {value})"),
        WastRetCore::I64(value) => format!("(i64.const {value})"),
        WastRetCore::F32(NanPattern::Value(value)) => show(&Val::F32(value.bits)),
        WastRetCore::F64(NanPattern::Value(value)) => show(&Val::F64(value.bits)),
        WastRetCore::F32(NanPattern::CanonicalNan) => "(f32.const nan:canonical)".into(),
        WastRetCore::F64(NanPattern::CanonicalNan) => "(f64.const nan:canonical)".into(),
        WastRetCore::F32(NanPattern::ArithmeticNan) => "(f32.const nan:arithmetic)".into(),
        WastRetCore::F64(NanPattern::ArithmeticNan) => "(f64.const nan:arithmetic)".into(),
        WastRetCore::RefNull(ty) => match ty.as_ref().map(is_func) {
            Some(Some(true)) => "(ref.null func)".into(),
            Some(Some(false)) => "(ref.null extern)".into(),
            _ => "(ref.null)".into(),
        },
        WastRetCore::RefFunc(_) => "(ref.func)".into(),
        WastRetCore::RefExtern(None) => "(ref.extern)".into(),
        WastRetCore::RefExtern(Some(number)) => format!("(ref.extern {number})"),
        WastRetCore::RefHost(number) => format!("(ref.host {number})"),
        WastRetCore::Either(cases) => {
            format!("(either {})", cases.iter().map(show_expected).collect::<Vec<_>>().join(" "))
        }
        WastRetCore::V128(_) => "a vector".into(),
        _ => "a reference".into(),
    }
}
