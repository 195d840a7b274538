//! Tables: 8-byte references behind a [`TableDesc`] that generated code reads.
//!
//! The descriptor of a module's own table lies in its instance data, that of a host's in a box; imports hold
//! its address. Invariant: the descriptor always describes `elems`, whose address changes when it grows.

use crate::sys::OutOfMemory;
use alloc::boxed::Box;
use alloc::vec::Vec;
use beeline_abi::ValType;
use beeline_abi::vm::TableDesc;
use core::ptr;

/// Longest table that `table.grow` or a module may ask for: an implementation limit, as in other engines, so
/// that one instruction cannot take all memory.
pub const MAX_ELEMENTS: u64 = 10_000_000;

/// A table.
#[derive(Debug)]
pub struct Table {
    desc: *mut TableDesc,
    elems: Vec<u64>,
    /// Type of the elements.
    pub ty: ValType,
    /// Greatest length that was declared.
    pub max: Option<u64>,
    owned: bool,
}

impl Table {
    pub(crate) fn new(ty: ValType, min: u64, max: Option<u64>, init: u64) -> Result<Self, OutOfMemory> {
        let desc = Box::into_raw(Box::new(TableDesc { base: ptr::null_mut(), len: 0 }));
        let mut table = Self { desc, elems: Vec::new(), ty, max, owned: true };
        table.resize(min, init)?;
        Ok(table)
    }

    /// A table whose descriptor lies in instance data at `desc`.
    ///
    /// # Safety
    ///
    /// `desc` is valid for writes as long as the table.
    pub(crate) unsafe fn at(
        desc: *mut TableDesc,
        ty: ValType,
        min: u64,
        max: Option<u64>,
    ) -> Result<Self, OutOfMemory> {
        let mut table = Self { desc, elems: Vec::new(), ty, max, owned: false };
        table.resize(min, 0)?;
        Ok(table)
    }

    fn resize(&mut self, len: u64, init: u64) -> Result<(), OutOfMemory> {
        if len > MAX_ELEMENTS {
            return Err(OutOfMemory);
        }
        let more = len as usize - self.elems.len();
        // Growing by one at a time must not copy the table each time.
        let amortised = more.max((self.elems.len() / 2).min(MAX_ELEMENTS as usize - self.elems.len()));
        if more > self.elems.capacity() - self.elems.len() {
            self.elems
                .try_reserve_exact(amortised)
                .or_else(|_| self.elems.try_reserve_exact(more))
                .map_err(|_| OutOfMemory)?;
        }
        self.elems.resize(len as usize, init);
        // SAFETY: the descriptor is valid as long as the table.
        unsafe { *self.desc = TableDesc { base: self.elems.as_mut_ptr(), len } };
        Ok(())
    }

    /// Address of the descriptor, as imported tables' slots hold it.
    #[must_use]
    pub fn desc(&self) -> *mut TableDesc {
        self.desc
    }

    /// Current length.
    #[must_use]
    pub fn len(&self) -> u64 {
        self.elems.len() as u64
    }

    /// Whether it has no elements.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.elems.is_empty()
    }

    /// Element `index`: a reference, 0 for null.
    #[must_use]
    pub fn get(&self, index: u64) -> Option<u64> {
        // Generated code writes elements behind the vector's back, so they are read through the descriptor's
        // pointer.
        if index >= self.len() {
            return None;
        }
        // SAFETY: in bounds.
        Some(unsafe { (*self.desc).base.add(index as usize).read() })
    }

    /// Sets element `index`; `None` if there is none.
    pub fn set(&mut self, index: u64, value: u64) -> Option<()> {
        if index >= self.len() {
            return None;
        }
        // SAFETY: in bounds.
        unsafe { (*self.desc).base.add(index as usize).write(value) };
        Some(())
    }

    /// Appends `delta` elements; the old length, or `None` if that exceeds the limits or memory.
    pub fn grow(&mut self, delta: u64, init: u64) -> Option<u64> {
        let old = self.len();
        let new = old.checked_add(delta)?;
        if self.max.is_some_and(|max| new > max) {
            return None;
        }
        self.resize(new, init).ok()?;
        Some(old)
    }

    /// The address of elements `start..start + len`; `None` if they are not all in bounds.
    #[must_use]
    pub fn range(&self, start: u64, len: u64) -> Option<*mut u64> {
        let end = start.checked_add(len)?;
        // SAFETY: at most one past the end.
        (end <= self.len()).then(|| unsafe { (*self.desc).base.add(start as usize) })
    }
}

impl Drop for Table {
    fn drop(&mut self) {
        if self.owned {
            // SAFETY: made by `Box::into_raw` in `new`, freed only here.
            drop(unsafe { Box::from_raw(self.desc) });
        }
    }
}
