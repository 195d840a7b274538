//! Calls in both directions between host and guest.
//!
//! [`call`] takes arguments as a slice of 64-bit values, spreads them over a [`RegSave`] as the calling
//! convention says, and enters. In the other direction a guest calls `arch::host_entry`, whose Rust
//! half, `host_dispatch`, gathers the parameters into a slice for a [`HostFn`]. Values in slices are
//! canonical: i32 and f32 zero-extended, references as they are.
//!
//! Nothing unwinds over Rust frames: a host function that fails returns a trap code, and everything between
//! here and the innermost entry is generated code or assembly.

use crate::instance::Instance;
use crate::store::StoreCtx;
use crate::trap::{Trap, raise, raise_or_pass_on};
use crate::{arch, link};
use alloc::boxed::Box;
use alloc::vec::Vec;
use beeline_abi::callconv::{FLOAT_PARAMS, FLOAT_RESULTS, INT_PARAMS, INT_RESULTS, RegSave};
use beeline_abi::info::NONE;
use beeline_abi::vm::{FuncRef, VmHeader};
use beeline_abi::{Loc, Locs, Signature, TrapCode, ValType};
use core::ffi::c_void;
use core::ptr;

/// A function of the host, as guests call it. `env` is what it was made with, `caller` the P of the calling
/// instance (of a fictitious one when the host calls it: [`caller_memory`] then has nothing). `args` holds
/// the parameters from slot 0 on; the function writes its results from slot 0 on; there are as many slots as
/// the larger of both numbers. It returns 0, or the number of a [`TrapCode`]. It must not unwind.
pub type HostFn = unsafe extern "C" fn(env: *mut c_void, caller: *mut u8, args: *mut u64) -> u32;

/// What the `vmctx` of a host function's reference points to.
#[repr(C)]
#[derive(Debug)]
pub struct HostFunc {
    /// The function.
    pub func: HostFn,
    /// Its environment.
    pub env: *mut c_void,
    params: Box<[ValType]>,
    results: Box<[ValType]>,
    /// All parameters are integers in registers and there is at most one result, an integer: nearly every
    /// function is like this.
    simple: bool,
}

impl HostFunc {
    pub(crate) fn new(func: HostFn, env: *mut c_void, params: &[ValType], results: &[ValType]) -> Self {
        let int = |ty: &ValType| !ty.is_float();
        let simple = params.len() <= INT_PARAMS
            && params.iter().all(int)
            && results.len() <= 1
            && results.iter().all(int);
        Self { func, env, params: params.into(), results: results.into(), simple }
    }

    /// Parameter and result types.
    #[must_use]
    pub fn signature(&self) -> Signature<'_> {
        Signature { params: &self.params, results: &self.results }
    }
}

/// A value's bits with those above the width of its type cleared.
#[must_use]
pub(crate) fn canonical(ty: ValType, value: u64) -> u64 {
    if matches!(ty, ValType::I32 | ValType::F32) { value & 0xffff_ffff } else { value }
}

/// The parameter and result types of a function.
///
/// # Safety
///
/// `func` is valid, and the result is not used beyond the life of its store.
#[must_use]
pub unsafe fn signature<'a>(func: *const FuncRef) -> Signature<'a> {
    // SAFETY: a reference without an owner is a host function's, whose vmctx is its record; else the owner is
    // an instance.
    unsafe {
        let func = &*func;
        if func.owner.is_null() {
            return (*func.vmctx.cast::<HostFunc>()).signature();
        }
        let info = (*func.owner.cast::<Instance>()).info();
        link::signature(&info, info.func_type(func.index))
    }
}

/// Calls `func` with arguments as canonical bits and puts its results into `results`.
///
/// # Safety
///
/// `ctx` is the record of the store that `func` belongs to, no other thread uses that store, the numbers of
/// arguments and results are those of the function's type (other elements of `results` are ignored, missing
/// arguments are zero), and references among the arguments are valid. [`crate::trap::install`] has been
/// called, and this thread has a [`crate::trap::AltStack`].
///
/// # Errors
///
/// The call trapped; details are in [`StoreCtx::trap`].
pub unsafe fn call(
    ctx: *mut StoreCtx,
    func: *const FuncRef,
    args: &[u64],
    results: &mut [u64],
) -> Result<(), Trap> {
    // SAFETY: the caller's promise.
    let (signature, funcref) = unsafe { (signature(func), *func) };
    // SAFETY: `ctx` is valid; the reference ends before the guest runs.
    unsafe {
        if !(*ctx).has_room_on_host_stack() {
            raise(ctx, TrapCode::StackOverflow);
            return Err(Trap { code: TrapCode::StackOverflow });
        }
    }
    let arg = |i: usize, ty: ValType| canonical(ty, args.get(i).copied().unwrap_or(0));
    let slots = signature.stack_slots() as usize;
    let mut few = [0u64; 16];
    let mut many = Vec::new();
    let stack: &mut [u64] = if slots <= few.len() {
        &mut few[..slots]
    } else {
        many.resize(slots, 0);
        &mut many
    };
    let mut regs = RegSave {
        ints: [0; INT_PARAMS],
        floats: [0; FLOAT_PARAMS],
        results_int: [0; INT_RESULTS],
        results_float: [0; FLOAT_RESULTS],
        stack: ptr::null_mut(),
    };
    let mut locs = Locs::params(signature.params);
    for (i, (ty, loc)) in locs.by_ref().enumerate() {
        match loc {
            Loc::Int(n) => regs.ints[n as usize] = arg(i, ty),
            Loc::Float(n) => regs.floats[n as usize] = arg(i, ty),
            Loc::Stack(n) => stack[n as usize] = arg(i, ty),
        }
    }
    regs.stack = stack.as_mut_ptr();
    // SAFETY: `ctx` is valid.
    let room = unsafe { (*ctx).guest_sp.saturating_sub((*ctx).stack_low) };
    if room < slots * 8 + 4096 {
        // SAFETY: `ctx` is valid.
        unsafe { raise(ctx, TrapCode::StackOverflow) };
        return Err(Trap { code: TrapCode::StackOverflow });
    }
    // SAFETY: the registers are as the function's type wants them, and there is room for the stack slots.
    let code = unsafe {
        (*ctx).depth += 1;
        let code = arch::enter(ctx, funcref.code, funcref.vmctx, &mut regs, slots);
        (*ctx).depth -= 1;
        code
    };
    if let Some(code) = TrapCode::from_byte(code as u8) {
        return Err(Trap { code });
    }
    // An earlier call's trap, which the host function that is running has dealt with, is not the one that it fails
    // with now.
    // SAFETY: `ctx` is valid.
    unsafe { (*ctx).trap.fresh = false };
    for (i, (ty, loc)) in Locs::results(signature.results, locs.stack_slots()).enumerate() {
        let value = match loc {
            Loc::Int(n) => regs.results_int[n as usize],
            Loc::Float(n) => regs.results_float[n as usize],
            // SAFETY: the slot lies in `stack`.
            Loc::Stack(n) => unsafe { regs.stack.add(n as usize).read() },
        };
        if let Some(result) = results.get_mut(i) {
            *result = canonical(ty, value);
        }
    }
    Ok(())
}

/// The Rust half of the host function thunk, on the host stack: 0, or the code to unwind with.
pub(crate) unsafe extern "C" fn host_dispatch(
    host: *const HostFunc,
    caller: *mut u8,
    regs: *mut RegSave,
) -> u64 {
    // SAFETY: the thunk passes the record of the function that was called, the caller's P, and registers it
    // has just saved.
    let (host, regs, ctx) = unsafe { (&*host, &mut *regs, StoreCtx::of(caller)) };
    // SAFETY: `ctx` is valid.
    unsafe { (*ctx).trap.fresh = false };
    let code = if host.simple {
        // SAFETY: `HostFn`'s contract; there is at least one slot for a result.
        let code = unsafe { (host.func)(host.env, caller, regs.ints.as_mut_ptr()) };
        regs.results_int[0] = match host.results.first() {
            Some(&ty) => canonical(ty, regs.ints[0]),
            None => 0,
        };
        code
    } else {
        // SAFETY: as above.
        unsafe { dispatch_any(host, caller, regs) }
    };
    if code == 0 {
        return 0;
    }
    let code = TrapCode::from_byte(code as u8).unwrap_or(TrapCode::Host);
    // SAFETY: the guest has stopped in the thunk, which has recorded where.
    unsafe { raise_or_pass_on(ctx, code) };
    code as u64
}

/// Gathers and scatters by the calling convention.
#[cold]
unsafe fn dispatch_any(host: &HostFunc, caller: *mut u8, regs: &mut RegSave) -> u32 {
    let slots = host.params.len().max(host.results.len());
    let mut few = [0u64; 16];
    let mut many = Vec::new();
    let args: &mut [u64] = if slots <= few.len() {
        &mut few
    } else {
        many.resize(slots, 0);
        &mut many
    };
    let mut locs = Locs::params(&host.params);
    for (arg, (ty, loc)) in args.iter_mut().zip(locs.by_ref()) {
        let value = match loc {
            Loc::Int(n) => regs.ints[n as usize],
            Loc::Float(n) => regs.floats[n as usize],
            // SAFETY: the caller has provided the slots of the type that it called.
            Loc::Stack(n) => unsafe { regs.stack.add(n as usize).read() },
        };
        *arg = canonical(ty, value);
    }
    // SAFETY: `HostFn`'s contract.
    let code = unsafe { (host.func)(host.env, caller, args.as_mut_ptr()) };
    for (arg, (ty, loc)) in args.iter().zip(Locs::results(&host.results, locs.stack_slots())) {
        let value = canonical(ty, *arg);
        match loc {
            Loc::Int(n) => regs.results_int[n as usize] = value,
            Loc::Float(n) => regs.results_float[n as usize] = value,
            // SAFETY: as above.
            Loc::Stack(n) => unsafe { regs.stack.add(n as usize).write(value) },
        }
    }
    code
}

/// The instance that a host function's caller is; `None` if the host called it.
///
/// # Safety
///
/// `caller` is what a [`HostFn`] got.
#[must_use]
pub unsafe fn caller_instance(caller: *mut u8) -> Option<*mut Instance> {
    // SAFETY: a header lies below every P.
    let instance = unsafe { (*caller.cast::<VmHeader>().sub(1)).instance }.cast::<Instance>();
    (!instance.is_null()).then_some(instance)
}

/// Address and current size of the memory that a host function works on: the one that its caller exports as
/// `memory`, else its memory 0; `None` if it has none.
///
/// # Safety
///
/// `caller` is what a [`HostFn`] got. The address stays valid, the size until the guest runs again.
#[must_use]
pub unsafe fn caller_memory(caller: *mut u8) -> Option<(*mut u8, usize)> {
    // SAFETY: the instance is alive, since it is calling.
    let memory = unsafe { (*caller_instance(caller)?).host_memory };
    if memory.is_null() {
        return None;
    }
    // SAFETY: descriptors live as long as their store.
    let desc = unsafe { *memory };
    Some((desc.base, desc.size as usize))
}

/// "No such function": what [`NONE`] means for a function index.
pub(crate) fn some_index(index: u32) -> Option<u32> {
    (index != NONE).then_some(index)
}
