//! Trap codes.

/// Why execution of a guest stopped. The number travels in site streams and through the runtime's entry points; 0
/// means that nothing happened.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Hash)]
#[repr(u8)]
#[non_exhaustive]
pub enum TrapCode {
    /// `unreachable` was executed.
    Unreachable = 1,
    /// A memory access outside the bounds of the memory.
    MemoryOutOfBounds = 2,
    /// A table access outside the bounds of the table.
    TableOutOfBounds = 3,
    /// `call_indirect` through a null element.
    IndirectCallToNull = 4,
    /// `call_indirect` of a function with another signature.
    BadSignature = 5,
    /// `i32.div_s` and the like: the quotient cannot be represented.
    IntegerOverflow = 6,
    /// Division by zero.
    IntegerDivideByZero = 7,
    /// A float without an integer part in range was converted to an integer.
    BadConversionToInteger = 8,
    /// The guest's stack is used up.
    StackOverflow = 9,
    /// `call_indirect` with an index outside the bounds of the table.
    UndefinedElement = 10,
    /// A host function failed; the host has kept the reason.
    Host = 11,
    /// The program asked to exit; the host has kept the status.
    Exit = 12,
    /// A function that was imported but not provided was called.
    UnknownImport = 13,
    /// The fuel is used up.
    OutOfFuel = 14,
    /// The host's system could not provide what it had promised: the file behind a page of the guest's memory could
    /// not be read.
    HostResource = 15,
    /// The host asked the guest to stop.
    Interrupted = 16,
    /// The program found that it cannot go on, and has said why.
    Aborted = 17,
}

impl TrapCode {
    /// Every code, in the order of their numbers, from 1.
    pub const ALL: [Self; 17] = [
        Self::Unreachable,
        Self::MemoryOutOfBounds,
        Self::TableOutOfBounds,
        Self::IndirectCallToNull,
        Self::BadSignature,
        Self::IntegerOverflow,
        Self::IntegerDivideByZero,
        Self::BadConversionToInteger,
        Self::StackOverflow,
        Self::UndefinedElement,
        Self::Host,
        Self::Exit,
        Self::UnknownImport,
        Self::OutOfFuel,
        Self::HostResource,
        Self::Interrupted,
        Self::Aborted,
    ];

    /// The code with this number.
    #[must_use]
    pub const fn from_byte(byte: u8) -> Option<Self> {
        if byte == 0 || byte as usize > Self::ALL.len() { None } else { Some(Self::ALL[byte as usize - 1]) }
    }

    /// The words that follow `wasm trap: ` in messages: those of wasmtime, which contain the failure texts of the spec
    /// test suite.
    #[must_use]
    pub const fn message(self) -> &'static str {
        match self {
            Self::Unreachable => "wasm `unreachable` instruction executed",
            Self::MemoryOutOfBounds => "out of bounds memory access",
            Self::TableOutOfBounds => "out of bounds table access",
            Self::IndirectCallToNull => "uninitialized element",
            Self::BadSignature => "indirect call type mismatch",
            Self::IntegerOverflow => "integer overflow",
            Self::IntegerDivideByZero => "integer divide by zero",
            Self::BadConversionToInteger => "invalid conversion to integer",
            Self::StackOverflow => "call stack exhausted",
            Self::UndefinedElement => "undefined element: out of bounds table access",
            Self::Host => "host function failed",
            Self::Exit => "exit",
            Self::UnknownImport => "unknown import called",
            Self::OutOfFuel => "all fuel consumed",
            Self::HostResource => "the file behind the memory could not be read",
            Self::Interrupted => "interrupt",
            Self::Aborted => "the program aborted",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_stand_for_their_codes_and_no_others() {
        for (n, &code) in TrapCode::ALL.iter().enumerate() {
            assert_eq!(code as usize, n + 1);
            assert_eq!(TrapCode::from_byte(code as u8), Some(code));
        }
        assert_eq!(TrapCode::from_byte(0), None);
        assert!((TrapCode::ALL.len() as u8 + 1..=u8::MAX).all(|byte| TrapCode::from_byte(byte).is_none()));
    }
}
