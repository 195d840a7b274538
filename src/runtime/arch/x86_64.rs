//! x86-64 Linux: the thunks between host and guest, signal contexts, and the system calls for signals.
//!
//! Registers of the guest's convention are in [`beeline_abi::callconv`]. What C keeps and wasm keeps differ:
//! rsi, rdi and the low halves of xmm8 to xmm14 are the guest's to keep but C's to destroy, so exits save
//! them; rbx, rbp and r12 to r15 are kept by both.
//!
//! The frame that [`enter`] leaves on the host stack, from `StoreCtx::host_sp` up: a word of padding, number
//! of stack slots, registers' address, ctx, the outer `guest_fp`, `guest_sp`, `host_sp`, r15, r14, r13, r12,
//! rbx, rbp, return address. Its size keeps `host_sp` a multiple of 16, so exits can call C functions there
//! at once.
//!
//! The frame of an exit thunk on the guest stack: a [`RegSave`] (for host functions), then nine words for the
//! registers above and one of padding, then rbp and the return address. The chain of frame pointers thus runs
//! through exits and nested entries.

use super::{
    FLOATS, GUEST_FP, GUEST_SP, HOST_SP, INTS, REG_SAVE, RESULTS_FLOAT, RESULTS_INT, ROOT, Registers, STACK,
    UNWIND_CODE,
};
use crate::func::host_dispatch;
use crate::store::StoreCtx;
use beeline_abi::callconv::RegSave;
use beeline_abi::info::CPU_X86_64_V3;
use beeline_abi::vm;
use core::arch::x86_64::{__cpuid, __cpuid_count, _xgetbv};
use core::arch::{asm, naked_asm};
use core::ffi::c_void;
use core::sync::atomic::{AtomicU32, Ordering};

/// The granularity of mappings: see [`crate::sys`]. The only page size that the architecture has, but for huge
/// ones.
pub(crate) const PAGE: usize = 4096;

/// Bytes for the registers that an exit keeps for the guest, with padding to 16.
const KEPT: usize = 80;

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
        "push rbp",
        "mov rbp, rsp",
        "push rbx",
        "push r12",
        "push r13",
        "push r14",
        "push r15",
        "push [rdi + {host_sp}]",
        "push [rdi + {guest_sp}]",
        "push [rdi + {guest_fp}]",
        "push rdi",
        "push rcx",
        "push r8",
        "push 0",
        "mov [rdi + {host_sp}], rsp",
        // What survives the call: r12 code, r13 regs, r14 ctx, r15 slots.
        "mov r12, rsi",
        "mov r13, rcx",
        "mov r14, rdi",
        "mov r15, r8",
        "mov rbx, rdx",
        // Onto the guest stack, with the stack slots.
        "mov rbp, [r14 + {guest_fp}]",
        "mov rax, [r14 + {guest_sp}]",
        "lea rcx, [r15 * 8]",
        "sub rax, rcx",
        "and rax, -16",
        "mov rsp, rax",
        // A string instruction for no words would cost as much as the rest.
        "test r15, r15",
        "jz 2f",
        "mov rsi, [r13 + {stack}]",
        "mov rdi, rsp",
        "mov rcx, r15",
        "rep movsq",
        "2:",
        "mov r11, [r14 + {root}]",
        "mov rcx, [r13 + {ints}]",
        "mov rdx, [r13 + {ints} + 8]",
        "mov rax, [r13 + {ints} + 16]",
        "mov r8, [r13 + {ints} + 24]",
        "mov r9, [r13 + {ints} + 32]",
        "mov r10, [r13 + {ints} + 40]",
        "movsd xmm0, [r13 + {floats}]",
        "movsd xmm1, [r13 + {floats} + 8]",
        "movsd xmm2, [r13 + {floats} + 16]",
        "movsd xmm3, [r13 + {floats} + 24]",
        "movsd xmm4, [r13 + {floats} + 32]",
        "movsd xmm5, [r13 + {floats} + 40]",
        "movsd xmm6, [r13 + {floats} + 48]",
        "movsd xmm7, [r13 + {floats} + 56]",
        "call r12",
        "mov [r13 + {results_int}], rax",
        "mov [r13 + {results_int} + 8], rdx",
        "movsd [r13 + {results_float}], xmm0",
        "movsd [r13 + {results_float} + 8], xmm1",
        "test r15, r15",
        "jz 3f",
        "mov rsi, rsp",
        "mov rdi, [r13 + {stack}]",
        "mov rcx, r15",
        "rep movsq",
        "3:",
        "mov rsp, [r14 + {host_sp}]",
        "xor eax, eax",
        "jmp {leave}",
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

/// The end of [`enter`]: rsp is at its frame, rax what it returns.
#[unsafe(naked)]
unsafe extern "C" fn leave() {
    naked_asm!(
        "add rsp, 24",
        "pop rdi",
        "pop [rdi + {guest_fp}]",
        "pop [rdi + {guest_sp}]",
        "pop [rdi + {host_sp}]",
        "pop r15",
        "pop r14",
        "pop r13",
        "pop r12",
        "pop rbx",
        "pop rbp",
        "ret",
        host_sp = const HOST_SP,
        guest_sp = const GUEST_SP,
        guest_fp = const GUEST_FP,
    )
}

/// Leaves the guest from anywhere: the innermost entry into the store whose record is in rdi returns
/// `unwind_code`.
#[unsafe(naked)]
unsafe extern "C" fn unwind() {
    naked_asm!(
        "mov rsp, [rdi + {host_sp}]",
        "mov rax, [rdi + {unwind_code}]",
        "cld",
        "jmp {leave}",
        host_sp = const HOST_SP,
        unwind_code = const UNWIND_CODE,
        leave = sym leave,
    )
}

/// The code of every host function's reference: rbx is its [`HostFunc`], r11 the caller's P.
#[unsafe(naked)]
unsafe extern "C" fn beeline_host_entry() {
    naked_asm!(
        "push rbp",
        "mov rbp, rsp",
        "sub rsp, {frame}",
        "mov [rsp + {ints}], rcx",
        "mov [rsp + {ints} + 8], rdx",
        "mov [rsp + {ints} + 16], rax",
        "mov [rsp + {ints} + 24], r8",
        "mov [rsp + {ints} + 32], r9",
        "mov [rsp + {ints} + 40], r10",
        "movsd [rsp + {floats}], xmm0",
        "movsd [rsp + {floats} + 8], xmm1",
        "movsd [rsp + {floats} + 16], xmm2",
        "movsd [rsp + {floats} + 24], xmm3",
        "movsd [rsp + {floats} + 32], xmm4",
        "movsd [rsp + {floats} + 40], xmm5",
        "movsd [rsp + {floats} + 48], xmm6",
        "movsd [rsp + {floats} + 56], xmm7",
        "lea rax, [rbp + 16]",
        "mov [rsp + {stack}], rax",
        "mov [rsp + {kept}], rsi",
        "mov [rsp + {kept} + 8], rdi",
        "movsd [rsp + {kept} + 16], xmm8",
        "movsd [rsp + {kept} + 24], xmm9",
        "movsd [rsp + {kept} + 32], xmm10",
        "movsd [rsp + {kept} + 40], xmm11",
        "movsd [rsp + {kept} + 48], xmm12",
        "movsd [rsp + {kept} + 56], xmm13",
        "movsd [rsp + {kept} + 64], xmm14",
        "mov rdi, rbx",
        "mov rsi, r11",
        "mov rdx, rsp",
        "mov rbx, [r11 - {store}]",
        "mov [rbx + {guest_sp}], rsp",
        "mov [rbx + {guest_fp}], rbp",
        "mov rsp, [rbx + {host_sp}]",
        "call {dispatch}",
        "test rax, rax",
        "jnz 2f",
        "mov rsp, [rbx + {guest_sp}]",
        "mov rax, [rsp + {results_int}]",
        "mov rdx, [rsp + {results_int} + 8]",
        "movsd xmm0, [rsp + {results_float}]",
        "movsd xmm1, [rsp + {results_float} + 8]",
        "mov rsi, [rsp + {kept}]",
        "mov rdi, [rsp + {kept} + 8]",
        "movsd xmm8, [rsp + {kept} + 16]",
        "movsd xmm9, [rsp + {kept} + 24]",
        "movsd xmm10, [rsp + {kept} + 32]",
        "movsd xmm11, [rsp + {kept} + 40]",
        "movsd xmm12, [rsp + {kept} + 48]",
        "movsd xmm13, [rsp + {kept} + 56]",
        "movsd xmm14, [rsp + {kept} + 64]",
        "leave",
        "ret",
        "2:",
        "mov rdi, rbx",
        "jmp {unwind}",
        frame = const REG_SAVE + KEPT,
        kept = const REG_SAVE,
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

/// The thunk of a libcall: arguments move from the guest's registers to C's, after P.
macro_rules! thunk {
    ($symbol:ident, $function:path) => {
        /// The thunk of a libcall; only generated code may call it.
        #[unsafe(no_mangle)]
        #[unsafe(naked)]
        unsafe extern "C" fn $symbol() {
            naked_asm!(
                "push rbp",
                "mov rbp, rsp",
                "sub rsp, {frame}",
                "mov [rsp], rsi",
                "mov [rsp + 8], rdi",
                "movsd [rsp + 16], xmm8",
                "movsd [rsp + 24], xmm9",
                "movsd [rsp + 32], xmm10",
                "movsd [rsp + 40], xmm11",
                "movsd [rsp + 48], xmm12",
                "movsd [rsp + 56], xmm13",
                "movsd [rsp + 64], xmm14",
                "mov r11, [rbx - {store}]",
                "mov [r11 + {guest_sp}], rsp",
                "mov [r11 + {guest_fp}], rbp",
                "mov rsp, [r11 + {host_sp}]",
                "mov rdi, rbx",
                "mov rsi, rcx",
                "mov rcx, rax",
                "call {function}",
                "mov rdi, [rbx - {store}]",
                "test rdx, rdx",
                "jnz {unwind}",
                "mov rsp, [rdi + {guest_sp}]",
                "mov rsi, [rsp]",
                "mov rdi, [rsp + 8]",
                "movsd xmm8, [rsp + 16]",
                "movsd xmm9, [rsp + 24]",
                "movsd xmm10, [rsp + 32]",
                "movsd xmm11, [rsp + 40]",
                "movsd xmm12, [rsp + 48]",
                "movsd xmm13, [rsp + 56]",
                "movsd xmm14, [rsp + 64]",
                "leave",
                "ret",
                frame = const KEPT,
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

/// Offsets in the kernel's `struct ucontext`: general registers start behind flags, link and stack.
const GREGS: usize = 40;
const UC_RDI: usize = GREGS + 8 * 8;
const UC_RBP: usize = GREGS + 10 * 8;
const UC_RBX: usize = GREGS + 11 * 8;
const UC_RSP: usize = GREGS + 15 * 8;
const UC_RIP: usize = GREGS + 16 * 8;

/// The interrupted registers of a signal context.
///
/// # Safety
///
/// `context` is a signal handler's third argument.
pub(crate) unsafe fn registers(context: *mut c_void) -> Registers {
    // SAFETY: the offsets lie in the kernel's record.
    let word = |offset: usize| unsafe { context.byte_add(offset).cast::<usize>().read() };
    Registers { pc: word(UC_RIP), sp: word(UC_RSP), fp: word(UC_RBP), p: word(UC_RBX), link: None }
}

/// Makes the interrupted thread go on in [`unwind`].
///
/// # Safety
///
/// `context` is a signal handler's third argument, and the thread is in a guest of `ctx`.
pub(crate) unsafe fn resume_at_unwind(context: *mut c_void, ctx: *mut StoreCtx) {
    // SAFETY: as above; the record is valid.
    unsafe {
        context.byte_add(UC_RIP).cast::<usize>().write(unwind as *const () as usize);
        context.byte_add(UC_RDI).cast::<usize>().write(ctx.expose_provenance());
        context.byte_add(UC_RSP).cast::<usize>().write((*ctx).host_sp);
    }
}

pub(super) const SYS_RT_SIGACTION: usize = 13;
pub(super) const SYS_RT_SIGPROCMASK: usize = 14;
pub(super) const SYS_GETPID: usize = 39;
pub(super) const SYS_GETTID: usize = 186;
pub(super) const SYS_TGKILL: usize = 234;
pub(super) const SYS_SIGALTSTACK: usize = 131;

/// Where signal handlers return to: the kernel leaves that to the process.
pub(super) const RESTORER: Option<unsafe extern "C" fn()> = Some(restorer);

/// `rt_sigreturn`.
#[unsafe(naked)]
unsafe extern "C" fn restorer() {
    naked_asm!("mov eax, 15", "syscall")
}

/// A system call.
///
/// # Safety
///
/// The caller answers for what the call does.
pub(super) unsafe fn syscall4(number: usize, a: usize, b: usize, c: usize, d: usize) -> usize {
    let result;
    // SAFETY: the caller's promise; the kernel changes rcx and r11 and returns in rax.
    unsafe {
        asm!(
            "syscall",
            inlateout("rax") number => result,
            in("rdi") a,
            in("rsi") b,
            in("rdx") c,
            in("r10") d,
            lateout("rcx") _,
            lateout("r11") _,
            options(nostack),
        );
    }
    result
}

/// The first feature that code of a kind ([`beeline_abi::info::CPU_BASELINE`] and so on) may use and this processor
/// does not have. One that lacks some executes others in their place (`bsr` for `lzcnt`), without a word.
///
/// CPUID is slow on virtual machines, so the answer is kept: this is asked for each instance.
#[must_use]
pub fn missing_feature(cpu: u32) -> Option<&'static str> {
    /// Kinds below this one lack nothing.
    static SUPPORTED: AtomicU32 = AtomicU32::new(0);
    if cpu < SUPPORTED.load(Ordering::Relaxed) {
        return None;
    }
    let missing = find_missing_feature(cpu);
    if missing.is_none() {
        SUPPORTED.fetch_max(cpu.saturating_add(1), Ordering::Relaxed);
    }
    missing
}

/// The same, asked of the processor. No leaf of CPUID is read that is not needed.
fn find_missing_feature(cpu: u32) -> Option<&'static str> {
    let first = __cpuid(1);
    let v2 = missing(first.ecx, V2_LEAF_1);
    if cpu < CPU_X86_64_V3 || v2.is_some() {
        return v2;
    }
    missing(first.ecx, V3_LEAF_1)
        // SAFETY: OSXSAVE, which is among the features of that leaf, says that the instruction is there.
        .or_else(|| missing(unsafe { _xgetbv(0) } as u32, V3_STATE))
        .or_else(|| missing(if __cpuid(0).eax < 7 { 0 } else { __cpuid_count(7, 0).ebx }, V3_LEAF_7))
        .or_else(|| {
            missing(
                if __cpuid(EXTENDED).eax <= EXTENDED { 0 } else { __cpuid(EXTENDED + 1).ecx },
                V3_EXTENDED,
            )
        })
}

/// First of the extended leaves of CPUID; it gives the number of the last one.
const EXTENDED: u32 = 0x8000_0000;

/// Bits of a word, and the names of what they stand for, with a space between two. In one string, for each one of its own is
/// a pointer, which executables relocate.
type Features = (&'static [u8], &'static str);

// The levels of the x86-64 psABI, table 3.1, by the leaves of CPUID that tell (Intel SDM, volume 2A, CPUID; AMD APM, volume 3,
// appendix E). LAHF-SAHF, of level 2, is not asked for: it would take a leaf of its own, and generated code has no use for it.
const V2_LEAF_1: Features = (&[23, 20, 19, 13, 9, 0], "POPCNT SSE4.2 SSE4.1 CMPXCHG16B SSSE3 SSE3");
const V3_LEAF_1: Features = (&[28, 29, 22, 12, 27], "AVX F16C MOVBE FMA OSXSAVE");
/// Bits of the state that the system keeps.
const V3_STATE: Features = (&[1, 2], "SSE-state AVX-state");
const V3_LEAF_7: Features = (&[3, 5, 8], "BMI1 AVX2 BMI2");
const V3_EXTENDED: Features = (&[5], "LZCNT");

/// The first of the features whose bit is not set.
#[inline(never)]
fn missing(word: u32, (bits, mut names): Features) -> Option<&'static str> {
    for bit in bits {
        let end = names.bytes().position(|byte| byte == b' ').unwrap_or(names.len());
        let (name, rest) = names.split_at_checked(end)?;
        if word >> bit & 1 == 0 {
            return Some(name);
        }
        names = rest.get(1..).unwrap_or("");
    }
    None
}

/// Makes code that was written to memory what the processor executes there: on x86, stores are seen by
/// instruction fetch as they are.
///
/// # Safety
///
/// `len` bytes at `code` are readable.
pub unsafe fn publish_code(_code: *const u8, _len: usize) {}

const _: () = assert!((REG_SAVE + KEPT).is_multiple_of(16));

#[cfg(test)]
mod tests {
    use super::*;
    use beeline_abi::info::CPU_BASELINE;

    #[test]
    fn a_feature_is_missing_if_its_bit_is() {
        for features in [V2_LEAF_1, V3_LEAF_1, V3_STATE, V3_LEAF_7, V3_EXTENDED] {
            let (bits, names) = features;
            let all = bits.iter().fold(0, |word, bit| word | 1 << bit);
            assert_eq!(missing(all, features), None);
            assert_eq!(names.split(' ').count(), bits.len());
            for (bit, name) in bits.iter().zip(names.split(' ')) {
                assert_eq!(missing(all & !(1 << bit), features), Some(name));
            }
        }
    }

    #[test]
    fn the_levels_are_those_that_the_standard_library_sees() {
        let v2 = std::is_x86_feature_detected!("sse4.2") && std::is_x86_feature_detected!("popcnt");
        assert_eq!(missing_feature(CPU_BASELINE).is_none(), v2);
        let v3 = v2
            && std::is_x86_feature_detected!("avx2")
            && std::is_x86_feature_detected!("bmi1")
            && std::is_x86_feature_detected!("bmi2")
            && std::is_x86_feature_detected!("fma")
            && std::is_x86_feature_detected!("lzcnt")
            && std::is_x86_feature_detected!("movbe");
        assert_eq!(missing_feature(CPU_X86_64_V3).is_none(), v3);
    }
}
