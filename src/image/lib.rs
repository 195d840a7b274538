//! Compiled modules as files: relocatable objects, executables and listings.
//!
//! ```text
//!   CompiledModule ──► object.rs ──► ELF object ──┐
//!   Grants ──► grants.rs ──► note section ────────┤──► link.rs (built in) or external.rs ──► executable
//!   objects of the runtime (runtime.rs) ────────────┘
//!   CompiledModule ──► listing.rs ──► text
//! ```
//!
//! Everything here turns bytes into bytes and is deterministic; files are the command's affair, with one exception:
//! [`external`] hands its inputs to another program through a directory that the caller provides.
#![forbid(unsafe_code)]

pub mod entry;
pub mod error;
pub mod executable;
pub mod external;
pub mod grants;
pub mod imports;
#[cfg(feature = "link")]
pub mod link;
pub mod listing;
mod names;
pub mod object;
#[cfg(feature = "link")]
pub mod runtime;
pub mod target;

pub use beeline_names::{printable, shown};
pub use error::{Error, Result};
pub use grants::Grants;
pub use imports::UnknownImports;
pub use object::{ObjectOptions, write_object};
pub use target::Target;
