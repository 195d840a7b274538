//! What generated code, the object writer and the runtime agree on: `#[repr(C)]` layouts, the records of a
//! module image, the calling convention, trap codes and site streams. No dependency and no policy of its own;
//! whoever changes a layout here changes both sides at once.
//!
//! * [`vm`]: the memory that the pinned register P points into (instance data below P, memory 0 from P up);
//! * [`info`]: the position-independent description of a module that the runtime reads in place;
//! * [`callconv`]: where parameters and results of wasm-to-wasm calls travel;
//! * [`grants`]: what an executable may touch;
//! * [`sites`]: the map from machine code addresses to wasm offsets and trap codes;
//! * [`libcall`]: functions of the runtime that generated code calls;
//! * [`text`]: how names of modules are shown.
#![no_std]
#![forbid(unsafe_code)]

extern crate alloc;

pub mod callconv;
pub mod grants;
pub mod info;
pub mod libcall;
pub mod sites;
pub mod text;
pub mod trap;
pub mod types;
pub mod vm;

pub use callconv::{Loc, Locs, Signature};
pub use info::{InfoView, ModuleImage};
pub use libcall::Libcall;
pub use trap::TrapCode;
pub use types::{SigId, ValType};

/// Bytes in one page of linear memory (WebAssembly 3.0, 4.2.8 Memory Instances).
pub const WASM_PAGE: u64 = 65536;

/// The alignment, in bytes, to which large data segments are made congruent with their address in linear
/// memory, so that they can be mapped copy-on-write from the executable: the largest page of any target.
pub const MAX_HOST_PAGE: usize = 65536;
