//! AArch64 Linux: `_start` and the two system calls that rustix leaves to libc.

use crate::{elf, program};
use core::arch::{asm, naked_asm};

/// Relocation that adds the load address to its addend: `R_AARCH64_RELATIVE`. A static executable has no other:
/// all symbols that addresses are stored of (`R_AARCH64_ABS64` in objects) are its own.
pub(crate) const RELATIVE: u32 = 1027;

/// Where the kernel jumps to. The stack pointer is at argc and a multiple of 16; before relocation nothing may be
/// reached by an address that is stored anywhere.
#[unsafe(no_mangle)]
#[unsafe(naked)]
unsafe extern "C" fn _start() -> ! {
    naked_asm!(
        "mov x29, #0",
        "mov x30, #0",
        "mov x19, sp",
        "adrp x0, __ehdr_start",
        "add x0, x0, :lo12:__ehdr_start",
        "mov x1, x19",
        "bl {relocate}",
        "mov x1, x19",
        "bl {main}",
        "udf #0",
        relocate = sym elf::relocate,
        main = sym program::main,
    )
}

/// Ends the process.
pub(crate) fn exit(status: u32) -> ! {
    // SAFETY: `exit_group` (94) does not return and touches no memory.
    unsafe { asm!("svc #0", in("x8") 94, in("x0") status, options(noreturn, nostack)) }
}

/// Ignores SIGPIPE: writing to a closed pipe is an error of the call, not the end of the process.
pub(crate) fn ignore_sigpipe() {
    let action = [1usize, 0, 0, 0];
    // SAFETY: `rt_sigaction` (134) reads the action (handler, flags, restorer, mask) and nothing else.
    unsafe {
        asm!(
            "svc #0",
            in("x8") 134usize,
            inlateout("x0") 13usize => _,
            in("x1") action.as_ptr(),
            in("x2") 0,
            in("x3") 8,
            options(nostack, readonly),
        );
    }
}
