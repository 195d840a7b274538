//! x86-64 Linux: `_start` and the two system calls that rustix leaves to libc.

use crate::{elf, program};
use core::arch::{asm, naked_asm};

/// Relocation that adds the load address to its addend: `R_X86_64_RELATIVE`.
pub(crate) const RELATIVE: u32 = 8;

/// Where the kernel jumps to. The stack pointer is at argc; before relocation nothing may be reached by an
/// address that is stored anywhere.
#[unsafe(no_mangle)]
#[unsafe(naked)]
unsafe extern "C" fn _start() -> ! {
    naked_asm!(
        "xor ebp, ebp",
        "mov r12, rsp",
        "and rsp, -16",
        "lea rdi, [rip + __ehdr_start]",
        "mov rsi, r12",
        "call {relocate}",
        "mov rdi, rax",
        "mov rsi, r12",
        "call {main}",
        "ud2",
        relocate = sym elf::relocate,
        main = sym program::main,
    )
}

/// Ends the process.
pub(crate) fn exit(status: u32) -> ! {
    // SAFETY: `exit_group` (231) does not return and touches no memory.
    unsafe { asm!("syscall", in("rax") 231, in("rdi") status, options(noreturn, nostack)) }
}

/// Ignores SIGPIPE: writing to a closed pipe is an error of the call, not the end of the process.
pub(crate) fn ignore_sigpipe() {
    let action = [1usize, 0, 0, 0];
    // SAFETY: `rt_sigaction` (13) reads the action (handler, flags, restorer, mask) and nothing else.
    unsafe {
        asm!(
            "syscall",
            inlateout("rax") 13usize => _,
            in("rdi") 13,
            in("rsi") action.as_ptr(),
            in("rdx") 0,
            in("r10") 8,
            lateout("rcx") _,
            lateout("r11") _,
            options(nostack, readonly),
        );
    }
}
