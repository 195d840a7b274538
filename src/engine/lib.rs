//! Beeline as a library: compile WebAssembly modules and run them in process.
//!
//! ```no_run
//! use beeline::{Engine, Linker, Module, Store};
//!
//! # fn main() -> beeline::Result<()> {
//! let engine = Engine::default();
//! let module = Module::new(&engine, r#"(module
//!     (import "host" "double" (func $double (param i32) (result i32)))
//!     (func (export "run") (param i32) (result i32) (call $double (local.get 0))))"#)?;
//! let mut linker = Linker::new(&engine);
//! linker.func_wrap("host", "double", |x: i32| x * 2)?;
//! let mut store = Store::new(&engine, ());
//! let instance = linker.instantiate(&mut store, &module)?;
//! let run = instance.get_typed_func::<i32, i32>(&mut store, "run")?;
//! assert_eq!(run.call(&mut store, 21)?, 42);
//! # Ok(())
//! # }
//! ```
//!
//! The shape is that of other WebAssembly libraries: an [`Engine`] compiles [`Module`]s; a [`Store`] owns instances and the host's data; a [`Linker`] knows
//! what modules import; an [`Instance`] has exports, which are handles ([`Func`], [`Memory`], [`Table`], [`Global`]) into its store. [`wasi::add_to_linker`]
//! gives guests WASI, [`wast`] runs scripts of the specification's test suite.
//!
//! A host function ends by returning or by a panic, which goes on in the caller of the guest. C code that it calls must not leave it in another way (`longjmp`, an exception of
//! C++): the guest's frames in between cannot be unwound.
//!
//! Reading order: `config`, `module` (code in memory), `store` (who owns what, contexts), `host` (closures as functions), `func`, `typed`, `memory`, `instance`, `linker`,
//! `wasi`. The unsafe parts rest on [`beeline_runtime`], whose handles are raw pointers: here each has its store's id and is
//! checked.

mod code;
mod config;
mod error;
mod func;
mod host;
mod instance;
mod linker;
mod memory;
mod module;
mod store;
mod thread;
mod typed;
mod types;
mod val;
pub mod wasi;
pub mod wast;

pub use beeline_abi::{TrapCode, ValType};
pub use beeline_codegen::{
    Arch, Cpu, Error as CompileError, ErrorKind as CompileErrorKind, Options, Timings,
};
pub use config::{Config, Engine};
pub use error::{Error, ErrorKind, Frame, Result, Trap};
pub use func::Func;
pub use host::{IntoFunc, WasmRet};
pub use instance::{Extern, Instance};
pub use linker::{Linker, UnknownImports};
pub use memory::{Global, Memory, MemoryAccessError, Table};
pub use module::Module;
pub use store::{AsContext, AsContextMut, Caller, Store, StoreContext, StoreContextMut, StoreOptions};
pub use typed::{TypedFunc, WasmParams, WasmResults, WasmTy};
pub use types::{ExportType, ExternType, FuncType, GlobalType, ImportType, MemoryType, TableType};
pub use val::{ExternRef, Val};
