//! What depends on the machine: thunks between host and guest, and the layout of signal contexts. What
//! machines have in common is here and in `linux` (signals as the kernel knows them).
//!
//! Each machine's file provides: `enter` and `unwind` (into the guest and out of it from anywhere),
//! `host_entry` and the thunks of libcalls (from the guest to the host), `registers` and `resume_at_unwind`
//! (an interrupted guest), [`publish_code`], system calls, and `PAGE`.

use crate::store::StoreCtx;
use beeline_abi::callconv::RegSave;
use core::mem::offset_of;

/// Makes the thunks of all libcalls, by a macro of the machine's file that is given a symbol and a function,
/// and `libcall_thunk`, which finds them.
macro_rules! libcall_thunks {
    ($thunk:ident) => {
        libcall_thunks! { $thunk
            MemoryGrow => beeline_memory_grow -> memory_grow;
            MemoryCopy => beeline_memory_copy -> memory_copy;
            MemoryFill => beeline_memory_fill -> memory_fill;
            MemoryInit => beeline_memory_init -> memory_init;
            DataDrop => beeline_data_drop -> data_drop;
            TableGrow => beeline_table_grow -> table_grow;
            TableCopy => beeline_table_copy -> table_copy;
            TableFill => beeline_table_fill -> table_fill;
            TableInit => beeline_table_init -> table_init;
            ElemDrop => beeline_elem_drop -> elem_drop;
        }
    };
    ($thunk:ident $($variant:ident => $symbol:ident -> $function:ident;)*) => {
        $($thunk!($symbol, $crate::libcalls::$function);)*

        /// The address of a libcall's thunk.
        pub(crate) fn libcall_thunk(libcall: beeline_abi::Libcall) -> *const u8 {
            match libcall {
                $(beeline_abi::Libcall::$variant => $symbol as *const () as *const u8,)*
            }
        }
    };
}

#[cfg(target_arch = "aarch64")]
mod aarch64;
mod linux;
#[cfg(target_arch = "x86_64")]
mod x86_64;

#[cfg(target_arch = "aarch64")]
use aarch64 as machine;
#[cfg(target_arch = "x86_64")]
use x86_64 as machine;

#[cfg(not(any(target_arch = "aarch64", target_arch = "x86_64")))]
compile_error!("Beeline's runtime does not know this architecture");

pub(crate) use linux::{
    Origin, SigAction, SigStack, fault_address, origin, raise_signal, sigaction, sigaltstack, unblock_signals,
};
pub(crate) use machine::{PAGE, enter, host_entry, libcall_thunk, registers, resume_at_unwind};
pub use machine::{missing_feature, publish_code};

/// The registers of an interrupted guest that traps look at.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Registers {
    /// The instruction.
    pub pc: usize,
    /// Stack pointer.
    pub sp: usize,
    /// Frame pointer.
    pub fp: usize,
    /// P, where generated code was interrupted.
    pub p: usize,
    /// Where a function returns to that has not run its first instruction, if the machine's calls leave that
    /// in a register; else it is where the stack pointer points.
    pub link: Option<usize>,
}

/// A libcall's results: its value, and the number of a trap code or 0.
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub(crate) struct Outcome {
    /// What generated code gets.
    pub value: u64,
    /// Nonzero to unwind.
    pub trap: u64,
}

// Offsets that the machines' assembly uses.
const HOST_SP: usize = offset_of!(StoreCtx, host_sp);
const GUEST_SP: usize = offset_of!(StoreCtx, guest_sp);
const GUEST_FP: usize = offset_of!(StoreCtx, guest_fp);
const UNWIND_CODE: usize = offset_of!(StoreCtx, unwind_code);
const ROOT: usize = offset_of!(StoreCtx, root);

const INTS: usize = offset_of!(RegSave, ints);
const FLOATS: usize = offset_of!(RegSave, floats);
const RESULTS_INT: usize = offset_of!(RegSave, results_int);
const RESULTS_FLOAT: usize = offset_of!(RegSave, results_float);
const STACK: usize = offset_of!(RegSave, stack);
/// Bytes of a [`RegSave`] on a stack.
const REG_SAVE: usize = size_of::<RegSave>().next_multiple_of(16);

const _: () = assert!(size_of::<Outcome>() == 16);
