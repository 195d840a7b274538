//! The functions of [`Libcall`] and the stand-ins for unknown imports.
//!
//! Each libcall runs on the host stack behind a thunk of [`crate::arch`]. Indices of memories, tables and
//! segments are the compiler's and valid; addresses and lengths are the guest's. Everything is checked before
//! anything is written, and an item that was dropped has length 0 (WebAssembly 2.0, 4.4.6 and 4.4.7).
//!
//! Executables reference thunks by symbol, only those that they use; [`thunk`] is for the in-process engine.

use crate::arch::{self, Outcome};
use crate::func::HostFunc;
use crate::instance::Instance;
use crate::segments;
use crate::store::StoreCtx;
use crate::trap::raise;
use beeline_abi::vm::VmHeader;
use beeline_abi::{Libcall, TrapCode};
use core::ffi::c_void;

/// The address of a libcall's thunk, for [`beeline_abi::ModuleImage::libcalls`]. Executables must not use
/// this: it keeps every libcall.
#[must_use]
pub fn thunk(libcall: Libcall) -> *const u8 {
    arch::libcall_thunk(libcall)
}

/// The host function for an import that nobody provides: traps. Leaves its environment in
/// [`StoreCtx::unknown_import`].
///
/// # Safety
///
/// Called as a [`crate::HostFn`].
#[unsafe(no_mangle)]
pub unsafe extern "C" fn beeline_unknown_import_trap(env: *mut c_void, caller: *mut u8, _: *mut u64) -> u32 {
    // SAFETY: the caller of a host function is a live instance, or the store's root.
    unsafe { (*StoreCtx::of(caller)).unknown_import = env };
    TrapCode::UnknownImport as u32
}

/// The host function for an import that nobody provides: returns zeros. Its environment is its own
/// [`HostFunc`].
///
/// # Safety
///
/// Called as a [`crate::HostFn`], with that environment.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn beeline_unknown_import_default(env: *mut c_void, _: *mut u8, args: *mut u64) -> u32 {
    // SAFETY: `Store::new_unknown_func` gives the record as its environment, and there is a slot for each
    // result.
    unsafe {
        let results = (*env.cast::<HostFunc>()).signature().results.len();
        args.write_bytes(0, results);
    }
    0
}

/// What a libcall without result answers.
fn done(result: Result<(), TrapCode>, p: *mut u8) -> Outcome {
    match result {
        Ok(()) => Outcome { value: 0, trap: 0 },
        Err(code) => {
            // SAFETY: the guest has stopped in the thunk, which has recorded where.
            unsafe { raise(StoreCtx::of(p), code) };
            Outcome { value: 0, trap: code as u64 }
        }
    }
}

/// The instance of a P.
///
/// # Safety
///
/// `p` is that of the instance that is calling; no other reference to the instance is in use, because its
/// guest stands still.
unsafe fn instance<'a>(p: *mut u8) -> &'a mut Instance {
    // SAFETY: the header below P names the instance.
    unsafe { &mut *(*p.cast::<VmHeader>().sub(1)).instance.cast::<Instance>() }
}

/// What grew, or -1.
fn grown(old: Option<u64>) -> Outcome {
    Outcome { value: old.unwrap_or(u64::MAX), trap: 0 }
}

pub(crate) unsafe extern "C" fn memory_grow(p: *mut u8, memory: u64, delta: u64) -> Outcome {
    // SAFETY: the thunk passes the caller's P; memories live as long as the store.
    grown(unsafe { (*instance(p).memories[memory as u32 as usize]).grow(delta) })
}

pub(crate) unsafe extern "C" fn memory_copy(
    p: *mut u8,
    to: u64,
    from: u64,
    dst: u64,
    src: u64,
    len: u64,
) -> Outcome {
    // SAFETY: the thunk passes the caller's P.
    let instance = unsafe { instance(p) };
    done(segments::memory_copy(instance, to as u32, from as u32, dst, src, len), p)
}

pub(crate) unsafe extern "C" fn memory_fill(
    p: *mut u8,
    memory: u64,
    dst: u64,
    byte: u64,
    len: u64,
) -> Outcome {
    // SAFETY: the thunk passes the caller's P.
    let instance = unsafe { instance(p) };
    done(segments::memory_fill(instance, memory as u32, dst, byte as u8, len), p)
}

pub(crate) unsafe extern "C" fn memory_init(
    p: *mut u8,
    memory: u64,
    segment: u64,
    dst: u64,
    src: u64,
    len: u64,
) -> Outcome {
    // SAFETY: the thunk passes the caller's P.
    let instance = unsafe { instance(p) };
    done(segments::memory_init(instance, memory as u32, segment as u32, dst, src, len), p)
}

pub(crate) unsafe extern "C" fn data_drop(p: *mut u8, segment: u64) -> Outcome {
    // SAFETY: the thunk passes the caller's P.
    unsafe { instance(p) }.dropped_datas[segment as u32 as usize] = true;
    done(Ok(()), p)
}

pub(crate) unsafe extern "C" fn table_grow(p: *mut u8, table: u64, delta: u64, init: u64) -> Outcome {
    // SAFETY: the thunk passes the caller's P; tables live as long as the store.
    grown(unsafe { (*instance(p).tables[table as u32 as usize]).grow(delta, init) })
}

pub(crate) unsafe extern "C" fn table_copy(
    p: *mut u8,
    to: u64,
    from: u64,
    dst: u64,
    src: u64,
    len: u64,
) -> Outcome {
    // SAFETY: the thunk passes the caller's P.
    let instance = unsafe { instance(p) };
    done(segments::table_copy(instance, to as u32, from as u32, dst, src, len), p)
}

pub(crate) unsafe extern "C" fn table_fill(
    p: *mut u8,
    table: u64,
    dst: u64,
    value: u64,
    len: u64,
) -> Outcome {
    // SAFETY: the thunk passes the caller's P.
    let instance = unsafe { instance(p) };
    done(segments::table_fill(instance, table as u32, dst, value, len), p)
}

pub(crate) unsafe extern "C" fn table_init(
    p: *mut u8,
    table: u64,
    segment: u64,
    dst: u64,
    src: u64,
    len: u64,
) -> Outcome {
    // SAFETY: the thunk passes the caller's P.
    let instance = unsafe { instance(p) };
    done(segments::table_init(instance, table as u32, segment as u32, dst, src, len), p)
}

pub(crate) unsafe extern "C" fn elem_drop(p: *mut u8, segment: u64) -> Outcome {
    // SAFETY: the thunk passes the caller's P.
    unsafe { instance(p) }.dropped_elems[segment as u32 as usize] = true;
    done(Ok(()), p)
}
