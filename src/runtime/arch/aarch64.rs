//! AArch64 Linux: the thunks between host and guest, signal contexts, and the system calls for signals.
//!
//! Registers of the guest's convention are in [`beeline_abi::callconv`]. What it keeps is what C keeps, so
//! exits save nothing but the frame record. P (x28) alone is the caller's to restore, so that exits may use it.
//!
//! The frame that [`enter`] leaves on the host stack, from `StoreCtx::host_sp` up: x29, x30, x19 to x28, d8 to
//! d15, ctx, the outer `guest_fp`, `guest_sp`, `host_sp`. Exits call C functions there at once.
//!
//! The frame of an exit thunk on the guest stack: a [`RegSave`] (for host functions), then x29 and x30. The
//! chain of frame pointers thus runs through exits and nested entries.

use super::{
    FLOATS, GUEST_FP, GUEST_SP, HOST_SP, INTS, REG_SAVE, RESULTS_FLOAT, RESULTS_INT, ROOT, Registers, STACK,
    UNWIND_CODE,
};
use crate::func::host_dispatch;
use crate::store::StoreCtx;
use beeline_abi::callconv::RegSave;
use beeline_abi::{MAX_HOST_PAGE, vm};
use core::arch::{asm, naked_asm};
use core::ffi::c_void;

/// The granularity of mappings: see [`crate::sys`]. Kernels have pages of 4, 16 or 64 KiB.
pub(crate) const PAGE: usize = MAX_HOST_PAGE;

/// Calls generated code: loads the parameter registers from `regs` and `slots` stack slots, calls `code` with
/// `p`, and stores the results back. Returns 0, or the trap code with which the guest was left.
///
/// # Safety
///
/// `ctx` is a live store's record, `code` a function of it and `p` its vmctx; the registers fit its type, and
/// the guest stack has room for the stack slots.
#[unsafe(naked)]
pub(crate) unsafe extern "C" fn enter(
    ctx: *mut StoreCtx,
    code: *const u8,
    p: *mut u8,
    regs: *mut RegSave,
    slots: usize,
) -> u64 {
    naked_asm!(
        "stp x29, x30, [sp, #-192]!",
        "mov x29, sp",
        "stp x19, x20, [sp, #16]",
        "stp x21, x22, [sp, #32]",
        "stp x23, x24, [sp, #48]",
        "stp x25, x26, [sp, #64]",
        "stp x27, x28, [sp, #80]",
        "stp d8, d9, [sp, #96]",
        "stp d10, d11, [sp, #112]",
        "stp d12, d13, [sp, #128]",
        "stp d14, d15, [sp, #144]",
        "ldr x9, [x0, {guest_fp}]",
        "ldr x10, [x0, {guest_sp}]",
        "ldr x11, [x0, {host_sp}]",
        "stp x0, x9, [sp, #160]",
        "stp x10, x11, [sp, #176]",
        "mov x12, sp",
        "str x12, [x0, {host_sp}]",
        // What survives the call: x19 regs, x20 ctx, x21 slots.
        "mov x19, x3",
        "mov x20, x0",
        "mov x21, x4",
        "mov x16, x1",
        "mov x28, x2",
        // Onto the guest stack, with the stack slots.
        "mov x29, x9",
        "sub x10, x10, x4, lsl #3",
        "and sp, x10, #-16",
        "cbz x4, 3f",
        "ldr x9, [x3, {stack}]",
        "mov x10, sp",
        "2:",
        "ldr x11, [x9], #8",
        "str x11, [x10], #8",
        "subs x4, x4, #1",
        "b.ne 2b",
        "3:",
        "ldr x15, [x20, {root}]",
        "ldp x0, x1, [x19, {ints}]",
        "ldp x2, x3, [x19, {ints} + 16]",
        "ldp x4, x5, [x19, {ints} + 32]",
        "ldp d0, d1, [x19, {floats}]",
        "ldp d2, d3, [x19, {floats} + 16]",
        "ldp d4, d5, [x19, {floats} + 32]",
        "ldp d6, d7, [x19, {floats} + 48]",
        "blr x16",
        "stp x0, x1, [x19, {results_int}]",
        "stp d0, d1, [x19, {results_float}]",
        "cbz x21, 5f",
        "ldr x9, [x19, {stack}]",
        "mov x10, sp",
        "4:",
        "ldr x11, [x10], #8",
        "str x11, [x9], #8",
        "subs x21, x21, #1",
        "b.ne 4b",
        "5:",
        "ldr x9, [x20, {host_sp}]",
        "mov sp, x9",
        "mov x0, #0",
        "b {leave}",
        host_sp = const HOST_SP,
        guest_sp = const GUEST_SP,
        guest_fp = const GUEST_FP,
        root = const ROOT,
        ints = const INTS,
        floats = const FLOATS,
        results_int = const RESULTS_INT,
        results_float = const RESULTS_FLOAT,
        stack = const STACK,
        leave = sym leave,
    )
}

/// The end of [`enter`]: sp is at its frame, x0 what it returns.
#[unsafe(naked)]
unsafe extern "C" fn leave() {
    naked_asm!(
        "ldp x9, x10, [sp, #160]",
        "ldp x11, x12, [sp, #176]",
        "str x10, [x9, {guest_fp}]",
        "str x11, [x9, {guest_sp}]",
        "str x12, [x9, {host_sp}]",
        "ldp x19, x20, [sp, #16]",
        "ldp x21, x22, [sp, #32]",
        "ldp x23, x24, [sp, #48]",
        "ldp x25, x26, [sp, #64]",
        "ldp x27, x28, [sp, #80]",
        "ldp d8, d9, [sp, #96]",
        "ldp d10, d11, [sp, #112]",
        "ldp d12, d13, [sp, #128]",
        "ldp d14, d15, [sp, #144]",
        "ldp x29, x30, [sp], #192",
        "ret",
        host_sp = const HOST_SP,
        guest_sp = const GUEST_SP,
        guest_fp = const GUEST_FP,
    )
}

/// Leaves the guest from anywhere: the innermost entry into the store whose record is in x0 returns
/// `unwind_code`.
#[unsafe(naked)]
unsafe extern "C" fn unwind() {
    naked_asm!(
        "ldr x9, [x0, {host_sp}]",
        "mov sp, x9",
        "ldr x0, [x0, {unwind_code}]",
        "b {leave}",
        host_sp = const HOST_SP,
        unwind_code = const UNWIND_CODE,
        leave = sym leave,
    )
}

/// The code of every host function's reference: x28 is its [`crate::HostFunc`], x15 the caller's P.
#[unsafe(naked)]
unsafe extern "C" fn beeline_host_entry() {
    naked_asm!(
        "stp x29, x30, [sp, #-16]!",
        "mov x29, sp",
        "sub sp, sp, {frame}",
        "stp x0, x1, [sp, {ints}]",
        "stp x2, x3, [sp, {ints} + 16]",
        "stp x4, x5, [sp, {ints} + 32]",
        "stp d0, d1, [sp, {floats}]",
        "stp d2, d3, [sp, {floats} + 16]",
        "stp d4, d5, [sp, {floats} + 32]",
        "stp d6, d7, [sp, {floats} + 48]",
        "add x9, x29, #16",
        "str x9, [sp, {stack}]",
        "mov x0, x28",
        "mov x1, x15",
        "mov x2, sp",
        "ldur x28, [x15, -{store}]",
        "str x2, [x28, {guest_sp}]",
        "str x29, [x28, {guest_fp}]",
        "ldr x9, [x28, {host_sp}]",
        "mov sp, x9",
        "bl {dispatch}",
        "cbnz x0, 2f",
        "ldr x9, [x28, {guest_sp}]",
        "ldp x0, x1, [x9, {results_int}]",
        "ldp d0, d1, [x9, {results_float}]",
        "mov sp, x29",
        "ldp x29, x30, [sp], #16",
        "ret",
        "2:",
        "mov x0, x28",
        "b {unwind}",
        frame = const REG_SAVE,
        ints = const INTS,
        floats = const FLOATS,
        stack = const STACK,
        results_int = const RESULTS_INT,
        results_float = const RESULTS_FLOAT,
        store = const vm::STORE,
        guest_sp = const GUEST_SP,
        guest_fp = const GUEST_FP,
        host_sp = const HOST_SP,
        dispatch = sym host_dispatch,
        unwind = sym unwind,
    )
}

/// What the `code` of a host function's reference is.
pub(crate) fn host_entry() -> *const u8 {
    beeline_host_entry as *const () as *const u8
}

/// The thunk of a libcall: arguments move up by one for P. Nothing else is on the guest stack, so the frame
/// pointer, which C keeps, is the way back.
macro_rules! thunk {
    ($symbol:ident, $function:path) => {
        /// The thunk of a libcall; only generated code may call it.
        #[unsafe(no_mangle)]
        #[unsafe(naked)]
        unsafe extern "C" fn $symbol() {
            naked_asm!(
                "stp x29, x30, [sp, #-16]!",
                "mov x29, sp",
                "ldur x9, [x28, -{store}]",
                "str x29, [x9, {guest_sp}]",
                "str x29, [x9, {guest_fp}]",
                "ldr x10, [x9, {host_sp}]",
                "mov sp, x10",
                "mov x5, x4",
                "mov x4, x3",
                "mov x3, x2",
                "mov x2, x1",
                "mov x1, x0",
                "mov x0, x28",
                "bl {function}",
                "cbnz x1, 2f",
                "mov sp, x29",
                "ldp x29, x30, [sp], #16",
                "ret",
                "2:",
                "ldur x0, [x28, -{store}]",
                "b {unwind}",
                store = const vm::STORE,
                guest_sp = const GUEST_SP,
                guest_fp = const GUEST_FP,
                host_sp = const HOST_SP,
                function = sym $function,
                unwind = sym unwind,
            )
        }
    };
}

libcall_thunks!(thunk);

/// Offset of `struct sigcontext` in the kernel's `struct ucontext`: behind flags, link, stack and 128 bytes for
/// signal masks, at a multiple of 16. Its first word is the fault address.
const SIGCONTEXT: usize = 176;
const UC_X0: usize = SIGCONTEXT + 8;
const UC_P: usize = UC_X0 + 28 * 8;
const UC_FP: usize = UC_X0 + 29 * 8;
const UC_LINK: usize = UC_X0 + 30 * 8;
const UC_SP: usize = UC_X0 + 31 * 8;
const UC_PC: usize = UC_SP + 8;
const UC_PSTATE: usize = UC_PC + 8;

/// The interrupted registers of a signal context.
///
/// # Safety
///
/// `context` is a signal handler's third argument.
pub(crate) unsafe fn registers(context: *mut c_void) -> Registers {
    // SAFETY: the offsets lie in the kernel's record.
    let word = |offset: usize| unsafe { context.byte_add(offset).cast::<usize>().read() };
    let (sp, fp, p) = (word(UC_SP), word(UC_FP), word(UC_P));
    Registers { pc: word(UC_PC), sp, fp, p, link: Some(word(UC_LINK)) }
}

/// Makes the interrupted thread go on in [`unwind`].
///
/// # Safety
///
/// `context` is a signal handler's third argument, and the thread is in a guest of `ctx`.
pub(crate) unsafe fn resume_at_unwind(context: *mut c_void, ctx: *mut StoreCtx) {
    /// How the interrupted instruction was reached: after an indirect call, and where branch targets are
    /// guarded, only a landing pad may come next.
    const BTYPE: usize = 3 << 10;
    // SAFETY: as above; the record is valid.
    unsafe {
        let word = |offset: usize| context.byte_add(offset).cast::<usize>();
        word(UC_PC).write(unwind as *const () as usize);
        word(UC_X0).write(ctx.expose_provenance());
        word(UC_SP).write((*ctx).host_sp);
        word(UC_PSTATE).write(word(UC_PSTATE).read() & !BTYPE);
    }
}

pub(super) const SYS_RT_SIGACTION: usize = 134;
pub(super) const SYS_RT_SIGPROCMASK: usize = 135;
pub(super) const SYS_GETPID: usize = 172;
pub(super) const SYS_GETTID: usize = 178;
pub(super) const SYS_TGKILL: usize = 131;
pub(super) const SYS_SIGALTSTACK: usize = 132;
const SYS_MEMBARRIER: usize = 283;

/// Where signal handlers return to: the kernel has a place for it in each process.
pub(super) const RESTORER: Option<unsafe extern "C" fn()> = None;

/// A system call.
///
/// # Safety
///
/// The caller answers for what the call does.
pub(super) unsafe fn syscall4(number: usize, a: usize, b: usize, c: usize, d: usize) -> usize {
    let result;
    // SAFETY: the caller's promise; the kernel changes x0 only.
    unsafe {
        asm!(
            "svc #0",
            in("x8") number,
            inlateout("x0") a => result,
            in("x1") b,
            in("x2") c,
            in("x3") d,
            options(nostack),
        );
    }
    result
}

/// The first feature that code of a kind ([`beeline_abi::info::CPU_BASELINE`] and so on) may use and this processor
/// does not have: none, since all code is for Armv8.0-A.
#[must_use]
pub fn missing_feature(_cpu: u32) -> Option<&'static str> {
    None
}

/// Makes code that was written to memory what processors execute there (Arm Architecture Reference Manual,
/// B2.4.4: concurrent modification and execution): cleans data caches to where instruction caches read from,
/// empties those of it, and has every thread of the process fetch anew before it goes on. To be called when the
/// code can be executed, and before anybody is told where it is.
///
/// # Safety
///
/// `len` bytes at `code` are readable.
pub unsafe fn publish_code(code: *const u8, len: usize) {
    const IDC: u64 = 1 << 28;
    const DIC: u64 = 1 << 29;
    const REGISTER: usize = 1 << 6;
    const SYNC_CORE: usize = 1 << 5;
    let (start, end) = (code.addr(), code.addr() + len);
    // SAFETY: the register may be read by programs (the kernel sees to it where processors differ), the cache
    // instructions take addresses of readable bytes and change no memory, and so do the barriers. The lines'
    // sizes are powers of two, in words, in the two fields.
    unsafe {
        let cache: u64;
        asm!("mrs {}, ctr_el0", out(reg) cache, options(nomem, nostack, preserves_flags));
        let data_line = 4usize << (cache >> 16 & 15);
        let instruction_line = 4usize << (cache & 15);
        if cache & IDC == 0 {
            for line in (start & !(data_line - 1)..end).step_by(data_line) {
                asm!("dc cvau, {}", in(reg) line, options(nostack, preserves_flags));
            }
        }
        asm!("dsb ish", options(nostack, preserves_flags));
        if cache & DIC == 0 {
            for line in (start & !(instruction_line - 1)..end).step_by(instruction_line) {
                asm!("ic ivau, {}", in(reg) line, options(nostack, preserves_flags));
            }
            asm!("dsb ish", options(nostack, preserves_flags));
        }
        asm!("isb", options(nostack, preserves_flags));
        // The barrier above is this thread's. A kernel before 4.16 knows no way to the others; it is also refused
        // where a filter forbids it.
        if syscall4(SYS_MEMBARRIER, REGISTER, 0, 0, 0) == 0 {
            syscall4(SYS_MEMBARRIER, SYNC_CORE, 0, 0, 0);
        }
    }
}

const _: () = assert!(vm::STORE < 256, "the reach of an unscaled load");
