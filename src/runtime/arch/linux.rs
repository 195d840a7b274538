//! Signals as Linux knows them, by system call: the records that both machines lay out alike
//! (`include/uapi/asm-generic` in the kernel's source).

use super::machine::{
    RESTORER, SYS_GETPID, SYS_GETTID, SYS_RT_SIGACTION, SYS_RT_SIGPROCMASK, SYS_SIGALTSTACK, SYS_TGKILL,
    syscall4,
};
use core::ffi::c_void;

/// Offset of `si_code` in the kernel's `struct siginfo`: positive when the kernel raised the signal by
/// itself.
const SI_CODE: usize = 8;
/// Offset of `si_addr` in the kernel's `struct siginfo`.
const SI_ADDR: usize = 16;

const SA_RESTORER: u64 = 0x0400_0000;
const SS_DISABLE: i32 = 2;

/// `SI_KERNEL`: the kernel's own reason, without an address.
const SI_KERNEL: i32 = 0x80;
const SIG_UNBLOCK: usize = 1;
/// Bytes of the kernel's set of signals.
const SIGSET_SIZE: usize = 8;

/// Why a signal came.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Origin {
    /// A process sent it (this one, maybe), or something that it had asked for.
    Sent,
    /// The interrupted instruction did something at an address.
    Fault,
    /// The kernel found no other way. A SIGSEGV like that is also what becomes of a signal whose record does not fit
    /// onto the stack that its handler was to run on.
    Kernel,
}

/// Why a signal came.
///
/// # Safety
///
/// `info` is a signal handler's second argument.
pub(crate) unsafe fn origin(info: *mut c_void) -> Origin {
    // SAFETY: the offset lies in the kernel's record.
    match unsafe { info.byte_add(SI_CODE).cast::<i32>().read() } {
        SI_KERNEL => Origin::Kernel,
        1.. => Origin::Fault,
        _ => Origin::Sent,
    }
}

/// The address that a fault is about.
///
/// # Safety
///
/// `info` is a signal handler's second argument.
pub(crate) unsafe fn fault_address(info: *mut c_void) -> usize {
    // SAFETY: as above.
    unsafe { info.byte_add(SI_ADDR).cast::<usize>().read() }
}

/// The kernel's `struct sigaction`.
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub(crate) struct SigAction {
    pub handler: usize,
    flags: u64,
    restorer: usize,
    mask: u64,
}

impl SigAction {
    pub(crate) const NONE: Self = Self { handler: 0, flags: 0, restorer: 0, mask: 0 };

    pub(crate) fn new(handler: usize, flags: u64) -> Self {
        match RESTORER {
            Some(function) => {
                let restorer = function as *const () as usize;
                Self { handler, flags: flags | SA_RESTORER, restorer, mask: 0 }
            }
            None => Self { handler, flags, restorer: 0, mask: 0 },
        }
    }
}

/// The kernel's `stack_t`.
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub(crate) struct SigStack {
    pub base: usize,
    flags: i32,
    size: usize,
}

impl SigStack {
    pub(crate) fn new(base: usize, size: usize) -> Self {
        Self { base, flags: 0, size }
    }

    pub(crate) fn disabled() -> Self {
        Self { base: 0, flags: SS_DISABLE, size: 0 }
    }
}

/// Sets and reads the action of a signal; whether it worked.
///
/// # Safety
///
/// The pointers are null or valid, and the new handler is one.
pub(crate) unsafe fn sigaction(signal: i32, new: *const SigAction, old: *mut SigAction) -> bool {
    // SAFETY: the caller's promise.
    unsafe { syscall4(SYS_RT_SIGACTION, signal as usize, new.addr(), old.addr(), SIGSET_SIZE) == 0 }
}

/// Sets and reads this thread's alternate stack; whether it worked.
///
/// # Safety
///
/// The stack that is set stays mapped until it is replaced.
pub(crate) unsafe fn sigaltstack(new: *const SigStack, old: *mut SigStack) -> bool {
    // SAFETY: the caller's promise.
    unsafe { syscall4(SYS_SIGALTSTACK, new.addr(), old.addr(), 0, 0) == 0 }
}

/// Sends a signal to the calling thread.
pub(crate) fn raise_signal(signal: i32) {
    // SAFETY: these calls touch no memory; what the signal does is the process's own choice.
    unsafe {
        let process = syscall4(SYS_GETPID, 0, 0, 0, 0);
        let thread = syscall4(SYS_GETTID, 0, 0, 0, 0);
        syscall4(SYS_TGKILL, process, thread, signal as usize, 0);
    }
}

/// Lets signals through to the calling thread that were blocked.
pub(crate) fn unblock_signals(signals: &[i32]) {
    let set = signals.iter().fold(0u64, |set, signal| set | 1 << (signal - 1));
    // SAFETY: the kernel reads the set and writes nothing.
    unsafe { syscall4(SYS_RT_SIGPROCMASK, SIG_UNBLOCK, (&raw const set).addr(), 0, SIGSET_SIZE) };
}
