//! The other engine, wasmi: what its traps are here.

use beeline::TrapCode;

/// The trap that wasmi's is. It has none for an element that is undefined: that is a table that is too small as well. `None` for what is no trap of the
/// specification.
#[must_use]
pub fn trap_of_wasmi(code: wasmi::TrapCode) -> Option<TrapCode> {
    use wasmi::TrapCode as Theirs;
    Some(match code {
        Theirs::UnreachableCodeReached => TrapCode::Unreachable,
        Theirs::MemoryOutOfBounds => TrapCode::MemoryOutOfBounds,
        Theirs::TableOutOfBounds => TrapCode::TableOutOfBounds,
        Theirs::IndirectCallToNull => TrapCode::IndirectCallToNull,
        Theirs::IntegerDivisionByZero => TrapCode::IntegerDivideByZero,
        Theirs::IntegerOverflow => TrapCode::IntegerOverflow,
        Theirs::BadConversionToInteger => TrapCode::BadConversionToInteger,
        Theirs::BadSignature => TrapCode::BadSignature,
        Theirs::StackOverflow => TrapCode::StackOverflow,
        Theirs::OutOfFuel | Theirs::GrowthOperationLimited => return None,
    })
}

/// A trap as it is to be compared with one of wasmi's.
#[must_use]
pub fn as_wasmi_has_it(code: TrapCode) -> TrapCode {
    if code == TrapCode::UndefinedElement { TrapCode::TableOutOfBounds } else { code }
}
