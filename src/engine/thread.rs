//! What a thread needs before it enters guests: a stack for signal handlers, and where its own stack ends.
//!
//! Guests that call the host that calls guests again use up the thread's stack, and a thread that reaches its
//! guard page ends the process. So the runtime compares the stack pointer at each entry with a limit; here is
//! where that comes from. It holds for the stack that the thread was made with: on another one (of a coroutine)
//! nothing is known, and the runtime counts entries instead.

use beeline_runtime::trap::{AltStack, AltStackError};
use std::cell::OnceCell;
use std::mem::MaybeUninit;
use std::ops::Range;

/// Bytes of its stack that a thread keeps for a host function and what it calls, unless the store's options say
/// otherwise: std's own needs for a panic with a backtrace, several times over.
pub(crate) const DEFAULT_RESERVE: usize = 128 << 10;

/// What is known and kept per thread.
struct Thread {
    _alt_stack: AltStack,
    stack: Range<usize>,
}

/// Prepares the thread, once; the lowest address at which it may enter a guest so that `reserve` bytes are left,
/// but no more than a quarter of the stack; 0 if that is not known.
///
/// # Errors
///
/// There is no stack for signal handlers to be had. The thread is prepared anew when it is asked for again.
pub(crate) fn prepare_thread(reserve: usize) -> Result<usize, AltStackError> {
    thread_local! {
        static THREAD: OnceCell<Thread> = const { OnceCell::new() };
    }
    // While the thread's own variables are dropped there is nothing to keep the stack in, and no guest can be run.
    THREAD
        .try_with(|thread| {
            if thread.get().is_none() {
                let new = Thread { _alt_stack: AltStack::new()?, stack: stack().unwrap_or(0..0) };
                // It was empty.
                let _ = thread.set(new);
            }
            Ok(thread.get().map_or(0, |thread| limit(&thread.stack, reserve)))
        })
        .unwrap_or(Err(AltStackError::Refused))
}

fn limit(stack: &Range<usize>, reserve: usize) -> usize {
    let here = 0u8;
    if !stack.contains(&(&raw const here).addr()) {
        return 0;
    }
    stack.start + reserve.min(stack.len() / 4)
}

/// The usable part of the current thread's stack.
fn stack() -> Option<Range<usize>> {
    let mut attr = MaybeUninit::uninit();
    let (mut low, mut size, mut guard) = (std::ptr::null_mut(), 0, 0);
    // SAFETY: the first call fills in the attributes if it succeeds; they are read and then destroyed, once.
    let known = unsafe {
        if libc::pthread_getattr_np(libc::pthread_self(), attr.as_mut_ptr()) != 0 {
            return None;
        }
        let known = libc::pthread_attr_getstack(attr.as_ptr(), &mut low, &mut size) == 0
            && libc::pthread_attr_getguardsize(attr.as_ptr(), &mut guard) == 0;
        libc::pthread_attr_destroy(attr.as_mut_ptr());
        known
    };
    // C libraries differ in whether the guard counts as a part of the stack.
    let (low, high) = (low.addr().checked_add(guard)?, low.addr().checked_add(size)?);
    (known && low < high).then_some(low..high)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_stack_of_a_thread_is_known_and_others_are_not() {
        let run = || {
            let stack = stack().unwrap();
            let here = 0u8;
            assert!(stack.contains(&(&raw const here).addr()));
            assert!((192 << 10..=512 << 10).contains(&stack.len()), "{}", stack.len());
            assert_eq!(limit(&stack, 4096), stack.start + 4096);
            assert_eq!(limit(&stack, usize::MAX), stack.start + stack.len() / 4);
            assert_eq!(limit(&(0..16), 0), 0);
        };
        std::thread::Builder::new().stack_size(256 << 10).spawn(run).unwrap().join().unwrap();
    }
}
