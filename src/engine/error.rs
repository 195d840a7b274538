//! What can go wrong between an embedder and a guest: [`Error`], its [`ErrorKind`], and [`Trap`] with the guest's backtrace.
//!
//! A host function's error travels through the guest as it is: it is parked in the store while the guest's frames are left and comes out of the call that
//! entered the guest. There it gets the guest's backtrace, as a trap does. [`std::fmt::Display`] gives the whole message, with one line per frame below it.

use beeline_abi::TrapCode;
use beeline_abi::text::printable;
use std::fmt;

/// A result whose error is [`Error`].
pub type Result<T, E = Error> = std::result::Result<T, E>;

/// Anything that can go wrong; one pointer wide.
pub struct Error(Box<Inner>);

struct Inner {
    kind: ErrorKind,
    /// Where a host function was called that answered with this error; a trap has its own.
    frames: Vec<Frame>,
}

/// The kinds of [`Error`].
#[derive(Debug)]
#[non_exhaustive]
pub enum ErrorKind {
    /// The module was refused by the compiler.
    Compile(beeline_codegen::Error),
    /// The module's text could not be read.
    Text(String),
    /// The imports that were given do not fit the module.
    Link(String),
    /// The guest trapped.
    Trap(Trap),
    /// The guest asked to exit with this status.
    Exit(i32),
    /// A host function failed.
    Host(Box<dyn std::error::Error + Send + Sync>),
    /// The embedder asked for something that cannot be: values of the wrong types, a bound that was exceeded.
    Usage(String),
    /// The system refused something: executable memory, an address range.
    System(String),
}

impl Error {
    /// The failure of a host function.
    pub fn host(error: impl Into<Box<dyn std::error::Error + Send + Sync>>) -> Self {
        ErrorKind::Host(error.into()).into()
    }

    /// An exit of the guest with `status`, as a host function reports it.
    #[must_use]
    pub fn exit(status: i32) -> Self {
        ErrorKind::Exit(status).into()
    }

    pub(crate) fn link(message: impl Into<String>) -> Self {
        ErrorKind::Link(message.into()).into()
    }

    pub(crate) fn usage(message: impl Into<String>) -> Self {
        ErrorKind::Usage(message.into()).into()
    }

    pub(crate) fn system(message: impl Into<String>) -> Self {
        ErrorKind::System(message.into()).into()
    }

    /// What kind of error this is.
    #[must_use]
    pub fn kind(&self) -> &ErrorKind {
        &self.0.kind
    }

    /// The kind, by value. Only a trap keeps its backtrace.
    #[must_use]
    pub fn into_kind(self) -> ErrorKind {
        self.0.kind
    }

    /// Where it happened: the frames of the guest that trapped, or that called the host function that failed, innermost first. Of a deep stack only both ends are
    /// kept. Empty if no guest was running, and for exits.
    #[must_use]
    pub fn backtrace(&self) -> &[Frame] {
        match self.kind() {
            ErrorKind::Trap(trap) => trap.backtrace(),
            _ => &self.0.frames,
        }
    }

    /// The error with a backtrace, unless it has one from further in already or is of a kind that has none.
    pub(crate) fn at(mut self, frames: impl FnOnce() -> Vec<Frame>) -> Self {
        if !matches!(self.kind(), ErrorKind::Trap(_) | ErrorKind::Exit(_)) && self.0.frames.is_empty() {
            self.0.frames = frames();
        }
        self
    }

    /// The trap, if it is one.
    #[must_use]
    pub fn as_trap(&self) -> Option<&Trap> {
        match self.kind() {
            ErrorKind::Trap(trap) => Some(trap),
            _ => None,
        }
    }

    /// The code of the trap, if it is one.
    #[must_use]
    pub fn trap_code(&self) -> Option<TrapCode> {
        self.as_trap().map(Trap::code)
    }

    /// The status that the guest exited with, if it did.
    #[must_use]
    pub fn exit_status(&self) -> Option<i32> {
        match self.kind() {
            ErrorKind::Exit(status) => Some(*status),
            _ => None,
        }
    }

    /// The host function's own error, if it is one of type `E`.
    #[must_use]
    pub fn downcast_ref<E: std::error::Error + 'static>(&self) -> Option<&E> {
        match self.kind() {
            ErrorKind::Host(error) => error.downcast_ref(),
            _ => None,
        }
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.kind() {
            ErrorKind::Compile(error) => error.fmt(f),
            ErrorKind::Trap(trap) => trap.fmt(f),
            ErrorKind::Exit(status) => write!(f, "the program exited with status {status}"),
            ErrorKind::Host(error) => error.fmt(f),
            ErrorKind::Text(text)
            | ErrorKind::Link(text)
            | ErrorKind::Usage(text)
            | ErrorKind::System(text) => f.write_str(text),
        }?;
        write_frames(&self.0.frames, f)
    }
}

impl fmt::Debug for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.0.frames.is_empty() {
            return self.kind().fmt(f);
        }
        f.debug_struct("Error").field("kind", self.kind()).field("backtrace", &self.0.frames).finish()
    }
}

impl std::error::Error for Error {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self.kind() {
            ErrorKind::Host(error) => error.source(),
            _ => None,
        }
    }
}

impl From<ErrorKind> for Error {
    fn from(kind: ErrorKind) -> Self {
        Self(Box::new(Inner { kind, frames: Vec::new() }))
    }
}

impl From<beeline_codegen::Error> for Error {
    fn from(error: beeline_codegen::Error) -> Self {
        ErrorKind::Compile(error).into()
    }
}

impl From<Trap> for Error {
    fn from(trap: Trap) -> Self {
        ErrorKind::Trap(trap).into()
    }
}

impl From<TrapCode> for Error {
    fn from(code: TrapCode) -> Self {
        Trap::from(code).into()
    }
}

impl From<Box<dyn std::error::Error + Send + Sync>> for Error {
    fn from(error: Box<dyn std::error::Error + Send + Sync>) -> Self {
        match error.downcast::<Self>() {
            Ok(own) => *own,
            Err(other) => ErrorKind::Host(other).into(),
        }
    }
}

impl From<std::io::Error> for Error {
    fn from(error: std::io::Error) -> Self {
        Self::host(error)
    }
}

/// Why and where the guest trapped.
#[derive(Clone, Debug)]
pub struct Trap {
    code: TrapCode,
    frames: Vec<Frame>,
}

/// A frame of the guest's stack when it trapped.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Frame {
    /// How many frames are further in.
    pub depth: usize,
    /// The module's name in its name section, or an empty string.
    pub module: String,
    /// The function's index in its module.
    pub func: u32,
    /// The function's name in the name section, else the name that it is exported by, if it has one.
    pub name: Option<String>,
    /// Offset in the module of the instruction that trapped or called, in bytes from the module's start.
    pub offset: u32,
}

impl Trap {
    pub(crate) fn new(code: TrapCode, frames: Vec<Frame>) -> Self {
        Self { code, frames }
    }

    /// Why.
    #[must_use]
    pub fn code(&self) -> TrapCode {
        self.code
    }

    /// Where: the frames of the guest, innermost first. Of a deep stack only both ends are kept.
    #[must_use]
    pub fn backtrace(&self) -> &[Frame] {
        &self.frames
    }
}

impl From<TrapCode> for Trap {
    fn from(code: TrapCode) -> Self {
        Self::new(code, Vec::new())
    }
}

impl fmt::Display for Trap {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "wasm trap: {}", self.code.message())?;
        write_frames(&self.frames, f)
    }
}

/// A backtrace below a message: nothing if there are no frames.
fn write_frames(frames: &[Frame], f: &mut fmt::Formatter<'_>) -> fmt::Result {
    if !frames.is_empty() {
        write!(f, "\nwasm backtrace:")?;
    }
    let mut next = 0;
    for frame in frames {
        if frame.depth > next {
            write!(f, "\n  ... {} frames omitted ...", frame.depth - next)?;
        }
        write!(f, "\n  {}: {frame}", frame.depth)?;
        next = frame.depth + 1;
    }
    Ok(())
}

impl std::error::Error for Trap {}

impl fmt::Display for Frame {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let module = if self.module.is_empty() { "<unknown>" } else { &self.module };
        write!(f, "{:#x} - ", self.offset)?;
        f.write_str(&printable(module))?;
        f.write_str("!")?;
        match &self.name {
            Some(name) => f.write_str(&printable(name)),
            None => write!(f, "<wasm function {}>", self.func),
        }
    }
}
