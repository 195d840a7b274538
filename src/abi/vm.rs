//! The memory around the pinned register P.
//!
//! ```text
//!   low addresses                                                        high addresses
//!   | funcrefs | sig ids | libcalls | memories | tables | imports | globals | VmHeader |P| memory 0 ... | guard |
//! ```
//!
//! Each instance owns one mapping. P is page-aligned and constant. Below P lies the instance data: [`VmHeader`] next to P, then
//! arrays whose distances the compiler chose and wrote down in [`crate::info::Layout`]. From P upwards lies memory 0, if the module defines
//! it: the whole 32-bit reach (index + offset < 8 GiB) is reserved, so that no access of a 32-bit memory needs a check.

use core::ffi::c_void;

/// A linear memory, as generated code sees it.
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct MemoryDesc {
    /// Address of byte 0; never moves.
    pub base: *mut u8,
    /// Current size in bytes.
    pub size: u64,
}

/// A table, as generated code sees it.
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct TableDesc {
    /// Address of element 0: each element is one 8-byte reference. Moves when the table grows.
    pub base: *mut u64,
    /// Current length in elements.
    pub len: u64,
}

/// What a non-null funcref points to. The record lives as long as the store.
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct FuncRef {
    /// Where to call: the function's code, or the runtime's host-function thunk.
    pub code: *const u8,
    /// The callee's P; for a host function, its environment record.
    pub vmctx: *mut u8,
    /// The [`crate::SigId`] of its type.
    pub sig: u32,
    /// Index in its module, for messages.
    pub index: u32,
    /// Free for the runtime.
    pub owner: *mut c_void,
}

/// The fixed part of the instance data: it ends at P, so P points just behind it.
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct VmHeader {
    /// Remaining fuel, when metering is compiled in.
    pub fuel: i64,
    /// Lowest address that the guest's stack pointer may reach; looked at by functions with large frames.
    pub stack_limit: usize,
    /// The runtime's record of the instance.
    pub instance: *mut c_void,
    /// The runtime's record of the store that the instance belongs to.
    pub store: *mut c_void,
    /// Memory 0 if the module defines it; if it imports it, `base` is a copy and `size` is not used.
    pub memory0: MemoryDesc,
}

/// Bytes of [`VmHeader`]; the arrays of the instance data start at this distance below P.
pub const HEADER_SIZE: u32 = core::mem::size_of::<VmHeader>() as u32;

/// Distance below P of [`MemoryDesc::size`] of memory 0.
pub const MEMORY0_SIZE: u32 = 8;
/// Distance below P of [`MemoryDesc::base`] of memory 0.
pub const MEMORY0_BASE: u32 = 16;
/// Distance below P of [`VmHeader::store`].
pub const STORE: u32 = 24;
/// Distance below P of [`VmHeader::instance`].
pub const INSTANCE: u32 = 32;
/// Distance below P of [`VmHeader::stack_limit`].
pub const STACK_LIMIT: u32 = 40;
/// Distance below P of [`VmHeader::fuel`].
pub const FUEL: u32 = 48;

/// Bytes of a global's slot: its value, or for an imported global the address of its value.
pub const GLOBAL_STRIDE: u32 = 8;
/// Bytes of an imported function's slot: `code` at 0 and `vmctx` at 8, as in [`FuncRef`].
pub const FUNC_IMPORT_STRIDE: u32 = 16;
/// Bytes of a table's slot: a [`TableDesc`], or for an imported table the address of one.
pub const TABLE_STRIDE: u32 = 16;
/// Bytes of a memory's slot: the address of its [`MemoryDesc`].
pub const MEMORY_STRIDE: u32 = 8;
/// Bytes of a libcall's slot: the address of its thunk.
pub const LIBCALL_STRIDE: u32 = 8;
/// Bytes of the slot of a type's interned signature id.
pub const SIG_STRIDE: u32 = 8;
/// Bytes of a [`FuncRef`] in the instance data.
pub const FUNCREF_STRIDE: u32 = 32;

/// Offset of [`FuncRef::code`].
pub const FUNCREF_CODE: u32 = 0;
/// Offset of [`FuncRef::vmctx`].
pub const FUNCREF_VMCTX: u32 = 8;
/// Offset of [`FuncRef::sig`].
pub const FUNCREF_SIG: u32 = 16;

/// Bytes reserved from a 32-bit memory's base: index and constant offset reach just under 8 GiB, an access is at most 16 bytes long.
pub const MEMORY_RESERVATION: u64 = (8 << 30) + 65536;

/// Inaccessible bytes below the guest's stack. A function whose frame is larger than half of it compares with
/// [`VmHeader::stack_limit`] in its prologue; a smaller frame cannot step over the guard, for each call writes its return address.
pub const STACK_GUARD: u64 = 1 << 20;
/// Frames of at most this many bytes rely on the guard.
pub const MAX_UNCHECKED_FRAME: u32 = 512 << 10;

const _: () = {
    assert!(HEADER_SIZE == FUEL);
    assert!(core::mem::offset_of!(VmHeader, memory0) as u32 == HEADER_SIZE - MEMORY0_BASE);
    assert!(core::mem::offset_of!(VmHeader, store) as u32 == HEADER_SIZE - STORE);
    assert!(core::mem::offset_of!(VmHeader, instance) as u32 == HEADER_SIZE - INSTANCE);
    assert!(core::mem::offset_of!(VmHeader, stack_limit) as u32 == HEADER_SIZE - STACK_LIMIT);
    assert!(core::mem::size_of::<FuncRef>() as u32 == FUNCREF_STRIDE);
    assert!(core::mem::offset_of!(FuncRef, sig) as u32 == FUNCREF_SIG);
};
