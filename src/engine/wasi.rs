//! WASI for guests: the functions of [`beeline_wasi`] in a [`Linker`].
//!
//! The context lies in the host's data, and each store has its own. The functions are bound as they are, without a closure
//! in between: an entry point finds the context and passes the call on.

use crate::host::HostFuncBox;
use crate::store::StoreInner;
use crate::types::FuncType;
use crate::{Error, Linker, Result};
use beeline_abi::TrapCode;
use beeline_runtime as rt;
use beeline_wasi::Function;
use std::ffi::c_void;
use std::panic::{AssertUnwindSafe, catch_unwind};

pub use beeline_wasi::{Errno, PreopenError, WasiCtx};

/// What the entry point works with.
struct Env<F> {
    function: &'static Function,
    get: F,
}

/// Defines all functions of `wasi_snapshot_preview1` and `wasi_unstable`. `get` finds the context in the host's data. A guest that calls `proc_exit` ends with an
/// error whose [`Error::exit_status`] is the status.
///
/// # Errors
///
/// One of the names is defined already; none is then defined.
pub fn add_to_linker<T: 'static>(
    linker: &mut Linker<T>,
    get: impl Fn(&mut T) -> &mut WasiCtx + Copy + Send + Sync + 'static,
) -> Result<()> {
    beeline_wasi::functions().try_for_each(|function| linker.check_free(function.module, function.name))?;
    for function in beeline_wasi::functions() {
        // SAFETY: the entry point is made for this environment, and linkers give stores with data of type `T` only what was made for them.
        let func = unsafe { host_func::<T, _>(function, get) };
        linker.insert_host(function.module, function.name, func)?;
    }
    Ok(())
}

/// # Safety
///
/// The box is linked only into stores with data of type `T`.
unsafe fn host_func<T: 'static, F>(function: &'static Function, get: F) -> HostFuncBox
where
    F: Fn(&mut T) -> &mut WasiCtx + Send + Sync + 'static,
{
    let ty = FuncType::new(function.params.iter().copied(), function.results.iter().copied());
    // SAFETY: the entry point is made for this environment; the caller's promise.
    unsafe { HostFuncBox::from_raw(ty, enter::<T, F>, Box::new(Env { function, get })) }
}

/// # Safety
///
/// As for [`rt::HostFn`], with an [`Env`] of `F`, called from a store with data of type `T`.
unsafe extern "C" fn enter<T: 'static, F>(env: *mut c_void, caller: *mut u8, args: *mut u64) -> u32
where
    F: Fn(&mut T) -> &mut WasiCtx + Send + Sync + 'static,
{
    // SAFETY: the caller's promises. The context's data was set to the store's block when the store was made; nobody uses the block while the guest stands
    // in this call.
    let (env, data, core) = unsafe {
        let ctx = rt::StoreCtx::of(caller);
        let inner = (*ctx).data.cast::<StoreInner<T>>();
        // Only the data is lent: what the function asks of the caller may lead to the rest of the store.
        (&*env.cast::<Env<F>>(), &mut (*inner).data, &raw mut (*inner).core)
    };
    let wasi = match catch_unwind(AssertUnwindSafe(|| std::ptr::from_mut((env.get)(data)))) {
        // SAFETY: the data, and the context in it, is lent exclusively.
        Ok(wasi) => unsafe { &mut *wasi },
        // SAFETY: nobody else uses the store.
        Err(payload) => return unsafe { (*core).park_panic(payload) } as u32,
    };
    // SAFETY: nobody else uses the context, caller and slots are what the function asks for.
    let code = unsafe { (env.function.func)((&raw mut *wasi).cast(), caller, args) };
    if code == TrapCode::Exit as u32 {
        let status = wasi.exit_status().unwrap_or(0);
        // SAFETY: nobody else uses the store.
        return unsafe { (*core).park_error(Error::exit(status.cast_signed())) } as u32;
    }
    code
}
