//! What can keep a compiled module from becoming a file.

use std::path::PathBuf;

/// The result of what makes files.
pub type Result<T> = std::result::Result<T, Error>;

/// Why there is no file.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// Imported functions that nothing provides, as `module.name`.
    #[error("unknown import{}: {}", if .0.len() == 1 { "" } else { "s" }, list(.0))]
    UnknownImports(Vec<String>),
    /// A known function is imported with another type.
    #[error("import {module}.{name} has type {found}, but the function's type is {expected}")]
    ImportType {
        /// Module name of the import.
        module: String,
        /// Field name of the import.
        name: String,
        /// The type that the module wants.
        found: String,
        /// The type that the function has.
        expected: String,
    },
    /// An import that an executable cannot have: anything but a function.
    #[error("import {module}.{name} is a {kind}; only functions can be provided")]
    ImportKind {
        /// Module name of the import.
        module: String,
        /// Field name of the import.
        name: String,
        /// What it is.
        kind: &'static str,
    },
    /// The function to call is not exported.
    #[error("the module does not export a function `{name}`")]
    NoEntry {
        /// What was looked for.
        name: String,
        /// What is exported, in words.
        exports: Vec<String>,
    },
    /// `_start` takes parameters or returns something.
    #[error(
        "the exported function `{name}` has type {found}, but a program starts with a function of type () -> ()"
    )]
    EntryType {
        /// Its name.
        name: String,
        /// Its type.
        found: String,
    },
    /// The compiled module's info blob is not of this version.
    #[error("the compiled module has no readable description")]
    BadInfo,
    /// There is no runtime to link with.
    #[error("this beeline has no runtime for {0}, which executables are linked with")]
    NoRuntime(&'static str),
    /// The object file could not be written.
    #[error("cannot write the object file: {0}")]
    Object(String),
    /// The linker failed.
    #[error("cannot link: {0}")]
    Link(String),
    /// Another linker could not be started, or failed.
    #[error("linker {program}: {what}", program = .linker.display())]
    ExternalLinker {
        /// The program that was named.
        linker: PathBuf,
        /// How it failed, with what it printed.
        what: String,
    },
    /// A file that was to be inspected is not what it should be.
    #[error("{0}")]
    NotExecutable(String),
    /// The module's text could not be printed for a listing.
    #[error("cannot print the module: {0}")]
    Text(String),
    /// A file could not be read or written.
    #[error("{path}: {source}", path = .path.display())]
    Io {
        /// The file.
        path: PathBuf,
        /// What happened.
        source: std::io::Error,
    },
}

/// Enumerates at most eight names.
fn list(names: &[String]) -> String {
    const SHOWN: usize = 8;
    let mut text = names.iter().take(SHOWN).map(String::as_str).collect::<Vec<_>>().join(", ");
    if names.len() > SHOWN {
        text += &format!(" and {} more", names.len() - SHOWN);
    }
    text
}
