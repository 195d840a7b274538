//! The form in which generated code calls the functions: one `extern "C"` symbol per module name and function, WASI's made from the list below.
//!
//! `beeline_wasi_snapshot_preview1_fd_write(env, caller, args) -> u32`: `env` is a `*mut WasiCtx`, `caller` the P of the calling instance,
//! `args` the slots of parameters and results. The answer is 0, or the number of a trap: only `proc_exit` has one,
//! [`TrapCode::Exit`], and `abort`, [`TrapCode::Aborted`]. An executable refers to the symbols that its module imports; [`host_functions`] refers to them all and is for the
//! in-process engine only.

use beeline_abi::{TrapCode, ValType};
use beeline_runtime::HostFn;
use core::ffi::c_void;

use crate::calls::toolchain;
use crate::ctx::WasiCtx;
use crate::errno::{Errno, Result};
use crate::guest::Guest;
use crate::types::Abi;

/// A function that a module can import.
#[derive(Clone, Copy, Debug)]
pub struct Function {
    /// `wasi_snapshot_preview1`, `wasi_unstable`, or `env` for what toolchains import besides.
    pub module: &'static str,
    /// Name of the function.
    pub name: &'static str,
    /// Parameter types.
    pub params: &'static [ValType],
    /// Result types.
    pub results: &'static [ValType],
    /// Its code; `env` has to be a `*mut WasiCtx`.
    pub func: HostFn,
    /// The same for other engines: the context, the guest's memory, the parameters, of which there are as many as `params` says. `None` is the end of the guest:
    /// by `proc_exit` if there is a [`WasiCtx::exit_status`], or else by `abort`.
    pub call: fn(&mut WasiCtx, &mut [u8], &[u64]) -> Option<Errno>,
}

/// A Rust type that a parameter can have.
trait Param: Sized {
    const TYPE: ValType;
    fn from_slot(slot: u64) -> Self;
}

impl Param for u32 {
    const TYPE: ValType = ValType::I32;
    fn from_slot(slot: u64) -> Self {
        slot as Self
    }
}

impl Param for u64 {
    const TYPE: ValType = ValType::I64;
    fn from_slot(slot: u64) -> Self {
        slot
    }
}

impl Param for i64 {
    const TYPE: ValType = ValType::I64;
    fn from_slot(slot: u64) -> Self {
        slot as Self
    }
}

/// Takes a parameter out of its slot and goes on to the next.
///
/// # Safety
///
/// `slot` has to point to a slot.
unsafe fn take<T: Param>(slot: &mut *mut u64) -> T {
    // SAFETY: there is a slot; the new address is at most one past the last.
    unsafe {
        let value = T::from_slot(**slot);
        *slot = slot.add(1);
        value
    }
}

/// Calls `f` with the context and the memory of the caller, or nothing of it if it has none.
///
/// # Safety
///
/// As for a [`HostFn`] of this crate: see [`functions`].
#[inline]
unsafe fn with_guest(
    env: *mut c_void,
    caller: *mut u8,
    abi: Abi,
    f: impl FnOnce(&mut WasiCtx, &mut Guest<'_>) -> Result<()>,
) -> Errno {
    // SAFETY: the caller promises a context that nobody else uses during the call.
    let ctx = unsafe { &mut *env.cast::<WasiCtx>() };
    // SAFETY: the caller promises the P of a live instance.
    let memory = match unsafe { caller_memory(caller) } {
        // SAFETY: this is the instance's memory, and the guest does not run while its host function does.
        Some((base, len)) => unsafe { core::slice::from_raw_parts_mut(base, len) },
        None => &mut [],
    };
    match f(ctx, &mut Guest::new(memory, abi)) {
        Ok(()) => Errno::Success,
        Err(error) => error,
    }
}

#[cfg(not(test))]
use beeline_runtime::caller_memory;

/// In tests there is no instance: the caller is the address of the memory's address and length.
#[cfg(test)]
unsafe fn caller_memory(caller: *mut u8) -> Option<(*mut u8, usize)> {
    // SAFETY: tests pass such an address, or null.
    unsafe { caller.cast::<(*mut u8, usize)>().as_ref().copied() }
}

/// Defines the symbols of one module, and the table of its functions.
macro_rules! module {
    ($mod:ident, $abi:expr, $wasm:literal, $prefix:literal;
     $($room:ident::$name:ident($($arg:ident: $ty:ty),*);)*) => {
        mod $mod {
            use super::*;

            $(
                #[unsafe(export_name = concat!($prefix, stringify!($name)))]
                unsafe extern "C" fn $name(env: *mut c_void, caller: *mut u8, args: *mut u64) -> u32 {
                    #[allow(unused_mut, unused_variables, reason = "there may be no parameters")]
                    let mut slot = args;
                    $(
                        // SAFETY: the caller provides a slot for each parameter.
                        let $arg: $ty = unsafe { take(&mut slot) };
                    )*
                    // SAFETY: the caller's promises are those that are asked for.
                    let errno = unsafe {
                        with_guest(env, caller, $abi, |ctx, mem| crate::calls::$room::$name(ctx, mem, $($arg),*))
                    };
                    // SAFETY: there is at least one slot, for the result.
                    unsafe { *args = errno as u64 };
                    0
                }
            )*

            #[unsafe(export_name = concat!($prefix, "proc_exit"))]
            unsafe extern "C" fn proc_exit(env: *mut c_void, _caller: *mut u8, args: *mut u64) -> u32 {
                // SAFETY: the caller promises a context and a slot for the parameter.
                unsafe { (*env.cast::<WasiCtx>()).exit_status = Some(*args as u32) };
                TrapCode::Exit as u32
            }

            pub(super) static FUNCTIONS: &[Function] = &[
                $(Function {
                    module: $wasm,
                    name: stringify!($name),
                    params: &[$(<$ty as Param>::TYPE),*],
                    results: &[ValType::I32],
                    func: $name,
                    call: |ctx, memory, args| {
                        #[allow(unused_mut, unused_variables, reason = "there may be no parameters")]
                        let mut args = args.iter().copied();
                        $(let $arg = <$ty as Param>::from_slot(args.next()?);)*
                        let answer = crate::calls::$room::$name(ctx, &mut Guest::new(memory, $abi), $($arg),*);
                        Some(answer.err().unwrap_or(Errno::Success))
                    },
                },)*
                Function {
                    module: $wasm,
                    name: "proc_exit",
                    params: &[ValType::I32],
                    results: &[],
                    func: proc_exit,
                    call: |ctx, _, args| {
                        ctx.exit_status = args.first().map(|&status| status as u32);
                        None
                    },
                },
            ];
        }
    };
}

/// Defines both modules: what they have in common, and what only the younger one has.
macro_rules! modules {
    (common { $($common:tt)* } preview1 { $($younger:tt)* }) => {
        module! {
            preview1, Abi::Preview1, "wasi_snapshot_preview1", "beeline_wasi_snapshot_preview1_";
            $($common)* $($younger)*
        }
        module! { unstable, Abi::Unstable, "wasi_unstable", "beeline_wasi_unstable_"; $($common)* }
    };
}

modules! {
    common {
        process::args_get(argv: u32, argv_buf: u32);
        process::args_sizes_get(count: u32, size: u32);
        process::environ_get(environ: u32, environ_buf: u32);
        process::environ_sizes_get(count: u32, size: u32);
        clock::clock_res_get(id: u32, resolution: u32);
        clock::clock_time_get(id: u32, precision: u64, time: u32);
        fd::fd_advise(fd: u32, offset: u64, len: u64, advice: u32);
        fd::fd_allocate(fd: u32, offset: u64, len: u64);
        fd::fd_close(fd: u32);
        fd::fd_datasync(fd: u32);
        fd::fd_fdstat_get(fd: u32, stat: u32);
        fd::fd_fdstat_set_flags(fd: u32, flags: u32);
        fd::fd_fdstat_set_rights(fd: u32, base: u64, inheriting: u64);
        fd::fd_filestat_get(fd: u32, stat: u32);
        fd::fd_filestat_set_size(fd: u32, size: u64);
        fd::fd_filestat_set_times(fd: u32, atim: u64, mtim: u64, flags: u32);
        io::fd_pread(fd: u32, iovs: u32, iovs_len: u32, offset: u64, nread: u32);
        dir::fd_prestat_get(fd: u32, prestat: u32);
        dir::fd_prestat_dir_name(fd: u32, path: u32, path_len: u32);
        io::fd_pwrite(fd: u32, iovs: u32, iovs_len: u32, offset: u64, nwritten: u32);
        io::fd_read(fd: u32, iovs: u32, iovs_len: u32, nread: u32);
        dir::fd_readdir(fd: u32, buf: u32, buf_len: u32, cookie: u64, used: u32);
        fd::fd_renumber(fd: u32, to: u32);
        io::fd_seek(fd: u32, offset: i64, whence: u32, position: u32);
        fd::fd_sync(fd: u32);
        io::fd_tell(fd: u32, position: u32);
        io::fd_write(fd: u32, iovs: u32, iovs_len: u32, nwritten: u32);
        path::path_create_directory(fd: u32, path: u32, path_len: u32);
        path::path_filestat_get(fd: u32, flags: u32, path: u32, path_len: u32, stat: u32);
        path::path_filestat_set_times(
            fd: u32, flags: u32, path: u32, path_len: u32, atim: u64, mtim: u64, fst_flags: u32
        );
        path::path_link(
            old_fd: u32, old_flags: u32, old_path: u32, old_path_len: u32, new_fd: u32, new_path: u32, new_path_len: u32
        );
        path::path_open(
            fd: u32, dirflags: u32, path: u32, path_len: u32, oflags: u32, base: u64, inheriting: u64, fdflags: u32,
            opened: u32
        );
        path::path_readlink(fd: u32, path: u32, path_len: u32, buf: u32, buf_len: u32, used: u32);
        path::path_remove_directory(fd: u32, path: u32, path_len: u32);
        path::path_rename(fd: u32, old_path: u32, old_path_len: u32, new_fd: u32, new_path: u32, new_path_len: u32);
        path::path_symlink(old_path: u32, old_path_len: u32, fd: u32, new_path: u32, new_path_len: u32);
        path::path_unlink_file(fd: u32, path: u32, path_len: u32);
        poll::poll_oneoff(subscriptions: u32, events: u32, count: u32, stored: u32);
        process::proc_raise(signal: u32);
        process::sched_yield();
        process::random_get(buf: u32, buf_len: u32);
        sock::sock_recv(fd: u32, iovs: u32, iovs_len: u32, flags: u32, nread: u32, out_flags: u32);
        sock::sock_send(fd: u32, iovs: u32, iovs_len: u32, flags: u32, nwritten: u32);
        sock::sock_shutdown(fd: u32, how: u32);
    }
    preview1 {
        sock::sock_accept(fd: u32, flags: u32, accepted: u32);
    }
}

/// Every function of both modules.
///
/// Calling [`Function::func`] requires: `env` points to a [`WasiCtx`] that nothing else uses during the call, `caller` is the P of a live
/// instance that is not running, `args` points to as many slots as there are parameters, and at least one.
pub fn functions() -> impl Iterator<Item = &'static Function> {
    preview1::FUNCTIONS.iter().chain(unstable::FUNCTIONS)
}

/// Every function that a program may import: those of WASI, and what toolchains add to each module. Calling them requires what
/// [`functions`] says.
pub fn host_functions() -> impl Iterator<Item = &'static Function> {
    functions().chain(&TOOLCHAIN)
}

/// The functions of [`crate::calls::toolchain`].
static TOOLCHAIN: [Function; 2] = [
    Function {
        module: "env",
        name: "abort",
        params: &[ValType::I32; 4],
        results: &[],
        func: abort,
        call: |ctx, memory, args| {
            if let &[message, file, line, column] = args {
                let guest = Guest::new(memory, Abi::Preview1);
                toolchain::abort(ctx, &guest, message as u32, file as u32, line as u32, column as u32);
            }
            None
        },
    },
    Function {
        module: "env",
        name: "emscripten_notify_memory_growth",
        params: &[ValType::I32],
        results: &[],
        func: notify_memory_growth,
        call: |_, _, _| Some(Errno::Success),
    },
];

#[unsafe(export_name = "beeline_env_abort")]
unsafe extern "C" fn abort(env: *mut c_void, caller: *mut u8, args: *mut u64) -> u32 {
    // SAFETY: the caller provides a slot for each parameter.
    let [message, file, line, column] = unsafe { args.cast::<[u64; 4]>().read() }.map(|slot| slot as u32);
    // SAFETY: the caller's promises are those that are asked for.
    let _ = unsafe {
        with_guest(env, caller, Abi::Preview1, |ctx, mem| {
            toolchain::abort(ctx, mem, message, file, line, column);
            Ok(())
        })
    };
    TrapCode::Aborted as u32
}

/// Nothing is to be done: memories are looked up whenever they are used.
#[unsafe(export_name = "beeline_env_emscripten_notify_memory_growth")]
unsafe extern "C" fn notify_memory_growth(_env: *mut c_void, _caller: *mut u8, _args: *mut u64) -> u32 {
    0
}
