//! Faults in generated code: the signal handler, and the stack it runs on.
//!
//! A fault is ours if the stack pointer lies in a guest stack or its guard, and either the faulting address
//! lies in that guard, or the instruction is generated code with a site there and the fault is what the site
//! announces: at a memory access, an address in the reservation of one of the instance's memories; at an
//! instruction that traps, the signal that it raises; at a call through a null reference, an address that null
//! leads to. Then the trap is recorded and the handler returns into [`crate::arch::unwind`], which leaves the
//! innermost entry. Any other fault goes to whoever handled it before us: it is a fault of the host's, and must
//! not pass for one of the guest's. So must SIGBUS at a memory's address not: it says that the kernel could not
//! read the file that the page was mapped from, which is [`TrapCode::HostResource`].
//!
//! A signal that a process sent is no fault. It goes to whoever handled it before us as well, and does what it
//! would have done: it ends the process, or nothing if it was ignored.
//!
//! # Signals of the host while a guest runs
//!
//! Handlers of the host's (timers, profilers) that are installed without SA_ONSTACK run on the guest's stack. Near
//! that stack's end the kernel's record of the interrupted registers (14 KiB with AVX-512 and tiles) does not fit; the kernel then
//! raises SIGSEGV in its place, without an address. That is taken for what it is, an exhausted stack: the guest
//! traps and the process goes on; the host's signal is lost. Keeping room for signals instead would need a
//! comparison in each function's prologue, since protection cannot tell the kernel's writes from the guest's. A
//! handler whose own frames do not fit behind the record is cut short by the same trap and its signal stays blocked,
//! so handlers that do more than set a flag should be installed with SA_ONSTACK, as Go's and Rust's runtimes and most
//! profilers demand anyway: they then run on the [`AltStack`].
//!
//! Nothing here allocates, locks or panics. Actions are set by system call, because executables have no libc;
//! C libraries that remember actions themselves do not mind.

use super::registry::{find_code, find_stack};
use crate::arch::{self, Origin, SigAction};
use crate::instance::Instance;
use crate::store::StoreCtx;
use crate::sys::{Mapping, OutOfMemory};
use beeline_abi::TrapCode;
use beeline_abi::sites::Kind;
use beeline_abi::vm::{FUNCREF_STRIDE, STACK_GUARD, VmHeader};
use core::cell::UnsafeCell;
use core::ffi::c_void;
use core::sync::atomic::{AtomicU32, Ordering};

const SIGILL: i32 = 4;
const SIGBUS: i32 = 7;
const SIGFPE: i32 = 8;
const SIGSEGV: i32 = 11;

const SIGNALS: [i32; 4] = [SIGILL, SIGBUS, SIGFPE, SIGSEGV];

const SA_SIGINFO: u64 = 4;
const SA_NODEFER: u64 = 0x4000_0000;
const SA_ONSTACK: u64 = 0x0800_0000;

const SIG_DFL: usize = 0;
const SIG_IGN: usize = 1;

/// Bytes of the handler's stack: room for any record, and for handlers of the host. Pages that no signal needs take no memory.
const ALT_STACK_SIZE: usize = SIGNAL_ROOM + (64 << 10);

/// How close to the end of the guest's stack the stack pointer is when the kernel's record of a signal does not
/// fit: more than the largest record that there is (64 KiB of matrix state of AArch64's SME, and all else).
const SIGNAL_ROOM: usize = 128 << 10;

/// The actions that were there before.
struct Previous(UnsafeCell<[SigAction; SIGNALS.len()]>);

// SAFETY: written once, before `STATE` becomes `INSTALLED`, and only read after it.
unsafe impl Sync for Previous {}

static PREVIOUS: Previous = Previous(UnsafeCell::new([SigAction::NONE; SIGNALS.len()]));

const ABSENT: u32 = 0;
const CHANGING: u32 = 1;
const INSTALLED: u32 = 2;
static STATE: AtomicU32 = AtomicU32::new(ABSENT);

/// Installs the handlers, once per process; further calls do nothing.
pub fn install() {
    match STATE.compare_exchange(ABSENT, CHANGING, Ordering::Acquire, Ordering::Acquire) {
        Ok(_) => {}
        Err(INSTALLED) => return,
        Err(_) => {
            while STATE.load(Ordering::Acquire) != INSTALLED {
                core::hint::spin_loop();
            }
            return;
        }
    }
    for (i, &signal) in SIGNALS.iter().enumerate() {
        // SAFETY: only the thread that made the state `CHANGING` comes here, and nobody reads before it is
        // `INSTALLED`. What was there is kept first, so that a handler that runs at once finds it.
        unsafe {
            let previous = PREVIOUS.0.get().cast::<SigAction>().add(i);
            arch::sigaction(signal, core::ptr::null(), previous);
            let new = SigAction::new(handler as *const () as usize, SA_SIGINFO | SA_ONSTACK | SA_NODEFER);
            arch::sigaction(signal, &new, core::ptr::null_mut());
        }
    }
    STATE.store(INSTALLED, Ordering::Release);
}

/// Why a thread has no stack for signal handlers.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum AltStackError {
    /// There is no memory for one.
    OutOfMemory,
    /// The kernel refuses to set it: a filter of system calls forbids it, or the thread is in a handler just now.
    Refused,
}

/// The signal handler's stack of the current thread. Each thread that enters guests keeps one; without it a
/// guest that uses up its stack kills the process. Dropping it, on the same thread, brings back what was
/// there before.
#[derive(Debug)]
pub struct AltStack {
    mapping: Mapping,
    previous: arch::SigStack,
}

impl AltStack {
    /// Sets the current thread's alternate signal stack, and unblocks the signals that faults raise: the kernel ends
    /// a process at once by one that is blocked, and a mask is inherited from whoever started the process.
    ///
    /// # Errors
    ///
    /// There is no memory for it, or the kernel does not let it be set.
    pub fn new() -> Result<Self, AltStackError> {
        arch::unblock_signals(&SIGNALS);
        // The lowest page stays inaccessible.
        let guard = crate::sys::PAGE;
        let no_memory = |OutOfMemory| AltStackError::OutOfMemory;
        let mapping = Mapping::reserve(guard + ALT_STACK_SIZE).map_err(no_memory)?;
        mapping.commit(guard, ALT_STACK_SIZE).map_err(no_memory)?;
        let new = arch::SigStack::new(mapping.base().addr() + guard, ALT_STACK_SIZE);
        let mut previous = arch::SigStack::disabled();
        // SAFETY: the mapping lives as long as this value, which resets the stack before it goes.
        let done = unsafe { arch::sigaltstack(&new, &mut previous) };
        if done { Ok(Self { mapping, previous }) } else { Err(AltStackError::Refused) }
    }
}

impl Drop for AltStack {
    fn drop(&mut self) {
        // At a thread's end others may have taken theirs away already, in whatever order.
        let mut current = arch::SigStack::disabled();
        // SAFETY: the first call only asks. If the stack is still this one, whoever set the previous one has not
        // been here since, so it is still there.
        unsafe {
            let known = arch::sigaltstack(core::ptr::null(), &mut current);
            if known && current.base == self.mapping.base().addr() + crate::sys::PAGE {
                arch::sigaltstack(&self.previous, core::ptr::null_mut());
            }
        }
    }
}

/// What a fault means, if it is the guest's.
///
/// # Safety
///
/// The thread runs on the guest stack of `ctx`.
unsafe fn classify(signal: i32, address: usize, state: &arch::Registers, ctx: &StoreCtx) -> Option<TrapCode> {
    let guard = ctx.stack_low - STACK_GUARD as usize..ctx.stack_low;
    // Whatever runs on a guest stack is generated code or a thunk, so any pc will do.
    if signal == SIGSEGV && guard.contains(&address) {
        return Some(TrapCode::StackOverflow);
    }
    let code = find_code(state.pc)?;
    let (_, func) = code.info.func_at(code.offset)?;
    code.info.sites(func).take_while(|site| site.code <= code.offset).find_map(|site| match site.kind {
        _ if site.code != code.offset => None,
        Kind::Memory => {
            let code = match signal {
                SIGSEGV => TrapCode::MemoryOutOfBounds,
                SIGBUS => TrapCode::HostResource,
                _ => return None,
            };
            // SAFETY: where generated code accesses memory, P is the instance's.
            unsafe { in_memory(state.p, address) }.then_some(code)
        }
        Kind::Trap(code) => {
            let is_it = match (signal, code) {
                (SIGILL, _) => true,
                (SIGFPE, TrapCode::IntegerDivideByZero | TrapCode::IntegerOverflow) => true,
                (SIGSEGV, TrapCode::IndirectCallToNull) => address < FUNCREF_STRIDE as usize,
                _ => false,
            };
            is_it.then_some(code)
        }
        Kind::Call => None,
    })
}

/// Whether an address lies where one of an instance's memories is or could grow to, or in the guard behind it.
///
/// # Safety
///
/// `p` is the P of a live instance whose generated code stands still.
unsafe fn in_memory(p: usize, address: usize) -> bool {
    // SAFETY: the header below P names the instance, whose memories live as long as the store. Nothing changes
    // them while its code is at a memory access.
    unsafe {
        let header = core::ptr::with_exposed_provenance::<VmHeader>(p).sub(1);
        let instance = (*header).instance.cast::<Instance>();
        (*instance).memories.iter().any(|&memory| (*memory).reservation().contains(&address))
    }
}

unsafe extern "C" fn handler(signal: i32, info: *mut c_void, context: *mut c_void) {
    // SAFETY: the kernel passes its records, which are valid during the handler.
    let (state, address, origin) =
        unsafe { (arch::registers(context), arch::fault_address(info), arch::origin(info)) };
    if origin != Origin::Sent
        && let Some(ctx) = find_stack(state.sp)
    {
        // SAFETY: this thread runs on that store's guest stack, so the store is alive and nobody else touches
        // its record.
        unsafe {
            let code = match origin {
                Origin::Kernel => {
                    let full = signal == SIGSEGV && state.sp < (*ctx).stack_low + SIGNAL_ROOM;
                    full.then_some(TrapCode::StackOverflow)
                }
                _ => classify(signal, address, &state, &*ctx),
            };
            if let Some(code) = code {
                capture(ctx, code, state);
                arch::resume_at_unwind(context, ctx);
                return;
            }
        }
    }
    // SAFETY: the arguments are the kernel's.
    unsafe { forward(signal, info, context, origin) }
}

/// Records a fault.
unsafe fn capture(ctx: *mut StoreCtx, code: TrapCode, state: arch::Registers) {
    // SAFETY: the caller's promise.
    unsafe {
        (*ctx).unwind_code = code as u64;
        let (low, high) = ((*ctx).stack_low, (*ctx).stack_high);
        let record = &mut (*ctx).trap;
        record.reset(code, true);
        if let Some(found) = find_code(state.pc) {
            record.push(state.pc);
            // In front of a function's first instruction the frame pointer is still the caller's.
            let at_start =
                found.info.func_at(found.offset).is_some_and(|(_, func)| func.text == found.offset);
            let on_stack = || {
                let in_stack = (low..high).contains(&state.sp);
                in_stack.then(|| core::ptr::with_exposed_provenance::<usize>(state.sp).read())
            };
            if at_start
                && let Some(return_address) = state.link.or_else(on_stack)
                && find_code(return_address).is_some()
            {
                record.push(return_address);
            }
        } else {
            record.fault = false;
        }
        record.walk(state.fp, low, high);
    }
}

/// Hands a signal to the handler that was there before.
unsafe fn forward(signal: i32, info: *mut c_void, context: *mut c_void, origin: Origin) {
    let index = SIGNALS.iter().position(|&known| known == signal).unwrap_or(0);
    // SAFETY: while a handler runs, its slot is filled.
    let previous = unsafe { (*PREVIOUS.0.get())[index] };
    match previous.handler {
        SIG_IGN if origin == Origin::Sent => {}
        // A fault that is ignored or has no handler kills the process: let it happen again, unhandled.
        SIG_DFL | SIG_IGN => {
            let default = SigAction::new(SIG_DFL, 0);
            // SAFETY: setting the default action touches no memory of ours.
            unsafe { arch::sigaction(signal, &default, core::ptr::null_mut()) };
            // What is no fault does not: a signal that was sent, or that the kernel raised in the place of another one.
            if origin != Origin::Fault {
                arch::raise_signal(signal);
            }
        }
        address => {
            // SAFETY: it was installed as a handler with the kernel's calling convention; the extra arguments
            // do no harm to one that takes only the signal.
            unsafe {
                let handler: unsafe extern "C" fn(i32, *mut c_void, *mut c_void) =
                    core::mem::transmute(address);
                handler(signal, info, context);
            }
            if origin != Origin::Fault {
                let mut now = SigAction::NONE;
                // SAFETY: this only asks.
                let known = unsafe { arch::sigaction(signal, core::ptr::null(), &mut now) };
                // A handler that does not know the fault (that of Rust's standard library, say) sets the default
                // action and relies on the fault's happening again, which a signal that is none does not.
                if known && now.handler == SIG_DFL {
                    arch::raise_signal(signal);
                }
            }
        }
    }
}
