//! Traps: what is recorded when a guest stops, and how it gets out.
//!
//! A trap comes from a signal (`signals`), or from a host function or libcall that fails. Either way
//! [`TrapRecord`] is filled in by walking the guest's frame pointers while its stack is intact, then the
//! innermost entry returns the code. Which addresses are code, and which are guest stacks, is known to
//! `registry`, which signal handlers can read at any time. `backtrace` turns recorded addresses into
//! text.

mod backtrace;
mod registry;
mod signals;

pub use backtrace::{Frame, NameWriter, frame, write_backtrace};
pub use registry::{CodeRegistration, StackRegistration};
pub use signals::{AltStack, AltStackError, install};

use crate::store::StoreCtx;
use beeline_abi::TrapCode;

/// Innermost frames that are recorded.
pub const INNER_FRAMES: usize = 24;
/// Outermost frames that are recorded when there are more than [`INNER_FRAMES`].
pub const OUTER_FRAMES: usize = 8;

/// Why a call did not return; where is in [`StoreCtx::trap`].
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Trap {
    /// The reason.
    pub code: TrapCode,
}

/// Where the guest was when it stopped, as code addresses.
#[derive(Clone, Copy, Debug)]
pub struct TrapRecord {
    /// Number of the [`TrapCode`]; 0 before the first trap.
    pub code: u32,
    /// Whether the trap happened during the host function that is running, or was running last.
    pub(crate) fresh: bool,
    /// Whether the first address is that of the instruction that faulted; else it is a return address like
    /// all the others.
    pub fault: bool,
    /// Frames in all.
    pub total: usize,
    inner: [usize; INNER_FRAMES],
    /// The last frames beyond the inner ones, as a ring.
    outer: [usize; OUTER_FRAMES],
}

impl TrapRecord {
    pub(crate) const fn new() -> Self {
        Self {
            code: 0,
            fresh: false,
            fault: false,
            total: 0,
            inner: [0; INNER_FRAMES],
            outer: [0; OUTER_FRAMES],
        }
    }

    /// Starts over.
    fn reset(&mut self, code: TrapCode, fault: bool) {
        (self.code, self.fresh, self.fault, self.total) = (code as u32, true, fault, 0);
    }

    /// Adds the next frame outwards.
    fn push(&mut self, pc: usize) {
        match self.total.checked_sub(INNER_FRAMES) {
            None => self.inner[self.total] = pc,
            Some(beyond) => self.outer[beyond % OUTER_FRAMES] = pc,
        }
        self.total += 1;
    }

    /// The address recorded for frame `index` from the innermost; `None` if there is none or it was left out.
    #[must_use]
    pub fn pc(&self, index: usize) -> Option<usize> {
        match index.checked_sub(INNER_FRAMES) {
            _ if index >= self.total => None,
            None => Some(self.inner[index]),
            Some(beyond) if index + OUTER_FRAMES >= self.total => Some(self.outer[beyond % OUTER_FRAMES]),
            Some(_) => None,
        }
    }

    /// Walks the chain of frame pointers from `fp`, as long as it goes up within the guest stack.
    fn walk(&mut self, mut fp: usize, low: usize, high: usize) {
        // Looking up each address in a list of all modules would take long for deep stacks.
        let mut known = 0..0;
        while fp >= low && fp.checked_add(16).is_some_and(|end| end <= high) && fp.is_multiple_of(8) {
            let frame = core::ptr::with_exposed_provenance::<usize>(fp);
            // SAFETY: both words lie within the guest stack, which is mapped; what they say is checked before
            // it is followed.
            let (next, return_address) = unsafe { (frame.read(), frame.add(1).read()) };
            if !known.contains(&return_address)
                && let Some(code) = registry::find_code(return_address)
            {
                known = code.range;
            }
            if known.contains(&return_address) {
                self.push(return_address);
            }
            if next <= fp {
                break;
            }
            fp = next;
        }
    }
}

/// Records a trap that the runtime itself raises, the guest, if any, having stopped at a call into it.
///
/// # Safety
///
/// `ctx` is valid, and its `guest_fp` is that of the thunk through which the guest called out, or 0.
pub(crate) unsafe fn raise(ctx: *mut StoreCtx, code: TrapCode) {
    // SAFETY: the caller's promise; no other reference to the record exists while the guest stands still.
    unsafe {
        (*ctx).unwind_code = code as u64;
        let (low, high, fp) = ((*ctx).stack_low, (*ctx).stack_high, (*ctx).guest_fp);
        let record = &mut (*ctx).trap;
        record.reset(code, false);
        record.walk(fp, low, high);
    }
}

/// Records a trap that a host function has answered. One that it passes on from a guest that it had entered keeps
/// its record, which reaches further in.
///
/// # Safety
///
/// As for [`raise`].
pub(crate) unsafe fn raise_or_pass_on(ctx: *mut StoreCtx, code: TrapCode) {
    // SAFETY: the caller's promise.
    unsafe {
        if (*ctx).trap.fresh && (*ctx).trap.code == code as u32 {
            (*ctx).unwind_code = code as u64;
        } else {
            raise(ctx, code);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn deep_records_keep_both_ends() {
        let mut record = TrapRecord::new();
        record.reset(TrapCode::StackOverflow, true);
        for pc in 0..100_003 {
            record.push(pc);
        }
        assert_eq!(record.total, 100_003);
        for i in 0..INNER_FRAMES {
            assert_eq!(record.pc(i), Some(i));
        }
        assert_eq!(record.pc(INNER_FRAMES), None);
        for i in 100_003 - OUTER_FRAMES..100_003 {
            assert_eq!(record.pc(i), Some(i));
        }
        assert_eq!(record.pc(100_003), None);
    }
}
