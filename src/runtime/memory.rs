//! Linear memories: a [`MemoryDesc`] that generated code reads, and the address space behind it.
//!
//! Invariant: the base never moves; bytes up to the current size are accessible and those from there to the
//! end of the reservation are not, so that in a guarded memory (reserved to [`MEMORY_RESERVATION`]) every
//! access out of bounds faults. A memory without guard serves code compiled with explicit checks only;
//! [`crate::link`] keeps them apart.

use crate::store::{Budget, Refusal};
use crate::sys::{Mapping, OutOfMemory, PAGE};
use alloc::boxed::Box;
use beeline_abi::WASM_PAGE;
use beeline_abi::info::MEMORY_64;
use beeline_abi::vm::{MEMORY_RESERVATION, MemoryDesc};

/// Pages that a 32-bit memory can have.
pub const MAX_PAGES_32: u64 = 1 << 16;
/// Pages that are ever reserved for a memory without guard: 1 TiB.
const MAX_RESERVED_PAGES: u64 = 1 << 24;

/// A linear memory.
#[derive(Debug)]
pub struct Memory {
    desc: *mut MemoryDesc,
    /// The range that holds the memory, and before it the instance data if it lies there.
    mapping: Mapping,
    /// Where in the mapping the memory starts.
    start: usize,
    /// Bytes that it can grow to at the same base.
    capacity: u64,
    budget: *const Budget,
    /// Smallest size that was declared, in pages.
    pub min: u64,
    /// Greatest size that was declared, in pages.
    pub max: Option<u64>,
    /// [`MEMORY_64`] and the like.
    pub flags: u32,
    /// Whether code without explicit checks may use it.
    pub guarded: bool,
    owned: bool,
}

impl Memory {
    /// A memory with its descriptor in a box.
    ///
    /// # Safety
    ///
    /// `budget` is valid as long as the memory is used.
    pub(crate) unsafe fn new(
        min: u64,
        max: Option<u64>,
        flags: u32,
        guarded: bool,
        budget: *const Budget,
    ) -> Result<Self, Refusal> {
        let (mapping, capacity) = Self::reserve(0, min, max, flags, guarded)?;
        let desc = Box::into_raw(Box::new(MemoryDesc { base: mapping.base(), size: 0 }));
        let mut memory =
            Self { desc, mapping, start: 0, capacity, budget, min, max, flags, guarded, owned: true };
        memory.commit(min)?;
        Ok(memory)
    }

    /// A memory behind `before` bytes (a multiple of a page) in the mapping, with its descriptor at `desc`.
    ///
    /// # Safety
    ///
    /// `mapping` and `capacity` are from [`Memory::reserve`] with the same arguments, `desc` is valid as long as
    /// the memory, and `budget` as long as it is used.
    pub(crate) unsafe fn at(
        desc: *mut MemoryDesc,
        (mapping, capacity): (Mapping, u64),
        before: usize,
        (min, max): (u64, Option<u64>),
        flags: u32,
        guarded: bool,
        budget: *const Budget,
    ) -> Result<Self, Refusal> {
        // SAFETY: the mapping is at least `before` bytes long.
        let base = unsafe { mapping.base().add(before) };
        // SAFETY: the caller's promise.
        unsafe { *desc = MemoryDesc { base, size: 0 } };
        let mut memory =
            Self { desc, mapping, start: before, capacity, budget, min, max, flags, guarded, owned: false };
        memory.commit(min)?;
        Ok(memory)
    }

    /// Reserves address space for a memory with `before` bytes in front of it; also how many bytes it can
    /// grow to.
    pub(crate) fn reserve(
        before: usize,
        min: u64,
        max: Option<u64>,
        flags: u32,
        guarded: bool,
    ) -> Result<(Mapping, u64), OutOfMemory> {
        if guarded {
            if flags & MEMORY_64 != 0 || min > MAX_PAGES_32 {
                return Err(OutOfMemory);
            }
            let len = before.checked_add(MEMORY_RESERVATION as usize).ok_or(OutOfMemory)?;
            return Ok((Mapping::reserve(len)?, MAX_PAGES_32 * WASM_PAGE));
        }
        let limit = if flags & MEMORY_64 == 0 { MAX_PAGES_32 } else { MAX_RESERVED_PAGES };
        if min > limit {
            return Err(OutOfMemory);
        }
        // Where address space is scarce, less room to grow is better than none.
        let mut pages = max.unwrap_or(limit).clamp(min, limit);
        loop {
            let len = before.checked_add((pages * WASM_PAGE) as usize).ok_or(OutOfMemory)?;
            match Mapping::reserve(len) {
                Ok(mapping) => return Ok((mapping, pages * WASM_PAGE)),
                Err(error) if pages == min => return Err(error),
                Err(_) => pages = (pages / 2).max(min),
            }
        }
    }

    /// Makes the memory `pages` pages long; it never shrinks.
    fn commit(&mut self, pages: u64) -> Result<(), Refusal> {
        let (old, new) = (self.byte_len(), pages.checked_mul(WASM_PAGE).ok_or(OutOfMemory)?);
        // SAFETY: the budget is that of the memory's store.
        let budget = unsafe { &*self.budget };
        let more = new - old as u64;
        budget.take(more)?;
        if new > self.capacity || self.mapping.commit(self.start + old, more as usize).is_err() {
            budget.give_back(more);
            return Err(OutOfMemory.into());
        }
        // SAFETY: the descriptor is valid as long as the memory.
        unsafe { (*self.desc).size = new };
        Ok(())
    }

    /// The addresses that the memory occupies or keeps from others: its bytes, those that it can grow to, and its guard.
    pub(crate) fn reservation(&self) -> core::ops::Range<usize> {
        let start = self.mapping.base().addr();
        start + self.start..start + self.mapping.len()
    }

    /// Address of the descriptor, as memories' slots hold it.
    #[must_use]
    pub fn desc(&self) -> *mut MemoryDesc {
        self.desc
    }

    /// Address of byte 0.
    #[must_use]
    pub fn base(&self) -> *mut u8 {
        // SAFETY: as in `commit`.
        unsafe { (*self.desc).base }
    }

    /// Current size in bytes.
    #[must_use]
    pub fn byte_len(&self) -> usize {
        // SAFETY: as in `commit`.
        unsafe { (*self.desc).size as usize }
    }

    /// Current size in pages.
    #[must_use]
    pub fn pages(&self) -> u64 {
        self.byte_len() as u64 / WASM_PAGE
    }

    /// Grows by `delta` pages; the old size in pages, or `None` if that exceeds the limits or what the
    /// operating system gives.
    pub fn grow(&mut self, delta: u64) -> Option<u64> {
        let old = self.pages();
        let new = old.checked_add(delta)?;
        if self.max.is_some_and(|max| new > max) {
            return None;
        }
        self.commit(new).ok()?;
        Some(old)
    }

    /// The address of bytes `start..start + len`; `None` if they are not all in bounds.
    #[must_use]
    pub fn range(&self, start: u64, len: u64) -> Option<*mut u8> {
        let end = start.checked_add(len)?;
        // SAFETY: at most one past the end.
        (end <= self.byte_len() as u64).then(|| unsafe { self.base().add(start as usize) })
    }
}

impl Drop for Memory {
    fn drop(&mut self) {
        if self.owned {
            // SAFETY: made by `Box::into_raw` in `new`, freed only here.
            drop(unsafe { Box::from_raw(self.desc) });
        }
    }
}

const _: () = assert!((WASM_PAGE as usize).is_multiple_of(PAGE));
