//! What compiled code needs while it runs: memories, tables, globals, host functions, instantiation, traps
//! and backtraces, and the functions that generated code calls. The same code serves the in-process engine
//! and executables, so it is `no_std` and never calls libc.
//!
//! Reading order: [`store`] (owns everything, the guest stack, the record that entries and traps share),
//! [`instance`] (from a module image to something that can be called), [`func`] (calls in both directions),
//! [`memory`], [`table`], [`global`], [`libcalls`] (what generated code calls), [`trap`] (signals, who owns a
//! code address, backtraces), [`arch`] (the machine).
//!
//! The API is low level: handles are raw pointers to things that live exactly as long as their [`Store`], and
//! functions that take one are `unsafe`. Safe wrappers are the engine's work. A store is used by one thread
//! at a time.
//!
//! What a user does, in this order:
//!
//! 1. once per process: [`trap::install`]; once per thread that enters guests: keep a [`trap::AltStack`];
//! 2. per loaded module: keep a [`trap::CodeRegistration`] of its [`beeline_abi::ModuleImage`];
//! 3. [`Store::new`], then functions, memories, ... of the host, then [`instance::instantiate`], then
//!    [`func::call`].
#![cfg_attr(not(test), no_std)]

extern crate alloc;

pub mod arch;
pub mod const_expr;
pub mod func;
pub mod global;
pub mod instance;
pub mod libcalls;
pub mod link;
pub mod memory;
mod segments;
mod sigs;
pub mod store;
pub mod sys;
pub mod table;
pub mod trap;

pub use func::{HostFn, HostFunc, call, caller_memory};
pub use global::Global;
pub use instance::{Backing, Instance, InstantiateError, instantiate};
pub use link::{Extern, LinkError};
pub use memory::Memory;
pub use store::{Store, StoreConfig, StoreCtx};
pub use table::Table;
pub use trap::Trap;
