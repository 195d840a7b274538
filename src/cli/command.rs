//! The commands, one file each.

pub mod build;
pub mod check;
pub mod completion;
pub mod disasm;
pub mod inspect;
pub mod run;
pub mod targets;
pub mod wast;
