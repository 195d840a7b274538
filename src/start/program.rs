//! From what the kernel and the linker have provided to [`launch`], and from what became of the program to the
//! end of the process.

use crate::arch::{exit, ignore_sigpipe};
use crate::elf::Header;
use crate::file;
use crate::message::write_error;
use alloc::vec::Vec;
use beeline_abi::ModuleImage;
use beeline_abi::text::write_name;
use beeline_launch::{Program, Values, launch};
use beeline_runtime::trap::CodeRegistration;
use beeline_wasi::occupy_streams;
use core::ffi::{CStr, c_char, c_void};

unsafe extern "C" {
    /// The module, in the object that this is linked with.
    #[link_name = "beeline_module"]
    static MODULE: ModuleImage;
    /// What it was granted: a length word and that many bytes.
    #[link_name = "beeline_grants"]
    static GRANTS: u8;
    /// How values are read and printed, or null where the entry takes and returns none.
    #[link_name = "beeline_values"]
    static VALUES: *const c_void;
}

/// The strings in an array of the kernel's.
///
/// # Safety
///
/// `strings` is as the kernel has left it at the process's start.
unsafe fn strings(strings: &[*const c_char]) -> Vec<&'static [u8]> {
    // SAFETY: the kernel ends each string with a zero, and they stay where they are.
    strings.iter().map(|&string| unsafe { CStr::from_ptr(string) }.to_bytes()).collect()
}

/// The arguments and the environment of the process.
///
/// # Safety
///
/// `stack` is the stack pointer at the process's start.
unsafe fn command_line(stack: *const usize) -> (Vec<&'static [u8]>, Vec<&'static [u8]>) {
    // SAFETY: argc, then as many pointers, null, then pointers to variables up to a null.
    unsafe {
        let argc = *stack;
        let argv = stack.add(1).cast::<*const c_char>();
        let envp = argv.add(argc + 1);
        let mut count = 0;
        while !(*envp.add(count)).is_null() {
            count += 1;
        }
        (strings(core::slice::from_raw_parts(argv, argc)), strings(core::slice::from_raw_parts(envp, count)))
    }
}

/// Everything after relocation; `stack` is the stack pointer that the process started with.
pub(crate) unsafe extern "C" fn main(header: *const Header, stack: *const usize) -> ! {
    ignore_sigpipe();
    occupy_streams();
    // SAFETY: `_start` hands on what the kernel gave it.
    let (args, env) = unsafe { command_line(stack) };
    // SAFETY: the object writer has filled in the image and what belongs to it; the first word of the grants is
    // the length of the rest.
    let (image, grants, values) = unsafe {
        let grants = &raw const GRANTS;
        let len = u32::from_le_bytes(grants.cast::<[u8; 4]>().read()) as usize;
        (&MODULE, core::slice::from_raw_parts(grants, 4 + len), VALUES.cast::<Values>().as_ref())
    };
    // SAFETY: the image lies in the executable, which stays until the process ends.
    core::mem::forget(unsafe { CodeRegistration::new(image) });
    let backing = file::backing(header, image);
    let program = Program { image, grants, args: &args, env: &env, names: write_name, values, backing };
    // SAFETY: the linker has made the image of what the compiler made, and the object writer has named a host function
    // of the right type for each import.
    let ended = unsafe { launch(program) };
    if let Some(message) = &ended.message {
        write_error(b"error: ");
        write_error(message.as_str().trim_end_matches('\n').as_bytes());
        write_error(b"\n");
    }
    exit(ended.status)
}
