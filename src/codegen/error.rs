//! What can be wrong with a module.

#![forbid(unsafe_code)]

use crate::feature::Feature;
use std::fmt;

/// Why a module was not compiled.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Error {
    /// The class of the error.
    pub kind: ErrorKind,
    /// Where in the module, in bytes from its start.
    pub offset: usize,
    /// The function in whose body it is, if it is in one.
    pub func: Option<u32>,
    /// What is wrong, one sentence without a full stop.
    pub message: String,
}

/// Classes of [`Error`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ErrorKind {
    /// The bytes are not a module: truncated, or not by the binary format.
    Malformed,
    /// The module breaks a rule of validation.
    Invalid,
    /// The module needs a feature that Beeline does not have.
    Unsupported(&'static Feature),
    /// The module is larger than an implementation limit.
    TooLarge,
}

/// What the message of a module whose code exceeds its limit begins with.
pub(crate) const CODE_LIMIT: &str = "the machine code exceeds the code limit";

impl Error {
    /// Whether the module would be compiled with a greater [`crate::Options::code_limit`].
    #[must_use]
    pub fn exceeds_code_limit(&self) -> bool {
        self.kind == ErrorKind::TooLarge && self.message.starts_with(CODE_LIMIT)
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.message)?;
        if let Some(func) = self.func {
            write!(f, " in function {func}")?;
        }
        write!(f, " (at offset {:#x})", self.offset)
    }
}

impl std::error::Error for Error {}

impl Error {
    /// The refusal of a module that needs a feature.
    pub(crate) fn unsupported(feature: &'static Feature, offset: usize, func: Option<u32>) -> Self {
        let message = format!("the module needs {feature}, which Beeline does not support");
        Self { kind: ErrorKind::Unsupported(feature), offset, func, message }
    }
}

/// The result of what looks at a module.
pub type Result<T> = std::result::Result<T, Error>;
