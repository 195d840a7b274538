//! Out of memory is an error like others while the command works for itself: a message and exit code 1. Without this, Rust
//! ends a process whose allocations fail as if it had a defect, with a backtrace and the exit code of a trap.
//!
//! While a guest runs, allocations fail as usual: its tables and descriptors grow by allocations that may fail, and it is told.

use crate::output;
use std::alloc::{GlobalAlloc, Layout, System};
use std::io::Write;
use std::ptr;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::time::Duration;

/// Whether a failed allocation ends the command.
static FATAL: AtomicBool = AtomicBool::new(false);

/// From here on, a failed allocation ends the command (`true`), or the one who asks is told (`false`).
pub fn set_fatal(fatal: bool) {
    FATAL.store(fatal, Ordering::Relaxed);
}

/// The system's allocator, whose failures end the command when they are [fatal](set_fatal).
pub struct Allocator;

impl Allocator {
    fn checked(pointer: *mut u8) -> *mut u8 {
        if pointer.is_null() && FATAL.load(Ordering::Relaxed) {
            out_of_memory();
        }
        pointer
    }
}

// SAFETY: every request goes to the system's allocator, and what it returns is returned.
unsafe impl GlobalAlloc for Allocator {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        // SAFETY: the caller's duties are the same.
        Self::checked(unsafe { System.alloc(layout) })
    }

    unsafe fn alloc_zeroed(&self, layout: Layout) -> *mut u8 {
        // SAFETY: the caller's duties are the same.
        Self::checked(unsafe { System.alloc_zeroed(layout) })
    }

    unsafe fn realloc(&self, pointer: *mut u8, layout: Layout, new_size: usize) -> *mut u8 {
        // SAFETY: the caller's duties are the same.
        Self::checked(unsafe { System.realloc(pointer, layout, new_size) })
    }

    unsafe fn dealloc(&self, pointer: *mut u8, layout: Layout) {
        // SAFETY: the caller's duties are the same.
        unsafe { System.dealloc(pointer, layout) }
    }
}

/// Ends the command. Several threads may come here at a time: the first one speaks, and the others wait for the end. What the first one asks for
/// on its way out may fail: only then this returns.
fn out_of_memory() {
    static SPEAKER: AtomicUsize = AtomicUsize::new(0);
    thread_local! {
        static HERE: u8 = const { 0 };
    }
    // An address of its own names a thread; asking for its number might allocate.
    let this = HERE.with(|here| ptr::from_ref(here).addr());
    match SPEAKER.compare_exchange(0, this, Ordering::SeqCst, Ordering::SeqCst) {
        Ok(_) => {}
        Err(speaker) if speaker == this => return,
        Err(_) => loop {
            std::thread::sleep(Duration::from_secs(1));
        },
    }
    let message = "error: out of memory\nhint: raise the limit on memory, or use fewer threads with -j1\n";
    let _ = std::io::stderr().write_all(message.as_bytes());
    output::clean_up_without_memory();
    std::process::exit(1)
}
