//! Tables: 8-byte references behind a [`TableDesc`] that generated code reads.
//!
//! The descriptor of a module's own table lies in its instance data, that of a host's in a box; imports hold
//! its address. Invariant: the descriptor always describes `elems`, whose address changes when it grows. Null
//! elements that nobody has written take no memory: large blocks that the allocator hands out zeroed are pages
//! that the system provides when they are touched.

use crate::store::{Budget, Refusal};
use crate::sys::OutOfMemory;
use alloc::alloc::{alloc_zeroed, dealloc};
use alloc::boxed::Box;
use beeline_abi::ValType;
use beeline_abi::vm::TableDesc;
use core::alloc::Layout;
use core::ptr;

/// Longest table that `table.grow` or a module may ask for: an implementation limit, as in other engines, so
/// that one instruction cannot take all memory.
pub const MAX_ELEMENTS: u64 = 10_000_000;

/// Room for elements, zeroed at first.
#[derive(Debug)]
struct Elems {
    base: *mut u64,
    capacity: usize,
}

impl Elems {
    const fn new() -> Self {
        Self { base: ptr::dangling_mut(), capacity: 0 }
    }

    /// Room for so many elements; fails if the allocator has none.
    fn with_capacity(capacity: usize) -> Result<Self, OutOfMemory> {
        let layout = Layout::array::<u64>(capacity).map_err(|_| OutOfMemory)?;
        if layout.size() == 0 {
            return Ok(Self::new());
        }
        // SAFETY: the size is not zero.
        let base = unsafe { alloc_zeroed(layout) }.cast::<u64>();
        if base.is_null() { Err(OutOfMemory) } else { Ok(Self { base, capacity }) }
    }
}

impl Drop for Elems {
    fn drop(&mut self) {
        if let Ok(layout) = Layout::array::<u64>(self.capacity)
            && layout.size() != 0
        {
            // SAFETY: the block came from `with_capacity` with this layout.
            unsafe { dealloc(self.base.cast(), layout) };
        }
    }
}

/// A table.
#[derive(Debug)]
pub struct Table {
    desc: *mut TableDesc,
    elems: Elems,
    len: usize,
    budget: *const Budget,
    /// Type of the elements.
    pub ty: ValType,
    /// Greatest length that was declared.
    pub max: Option<u64>,
    owned: bool,
}

impl Table {
    /// A table with its descriptor in a box.
    ///
    /// # Safety
    ///
    /// `budget` is valid as long as the table is used.
    pub(crate) unsafe fn new(
        ty: ValType,
        min: u64,
        max: Option<u64>,
        init: u64,
        budget: *const Budget,
    ) -> Result<Self, Refusal> {
        let desc = Box::into_raw(Box::new(TableDesc { base: ptr::null_mut(), len: 0 }));
        let mut table = Self { desc, elems: Elems::new(), len: 0, budget, ty, max, owned: true };
        table.resize(min, init)?;
        Ok(table)
    }

    /// A table whose descriptor lies in instance data at `desc`.
    ///
    /// # Safety
    ///
    /// `desc` is valid for writes as long as the table, and `budget` as long as the table is used.
    pub(crate) unsafe fn at(
        desc: *mut TableDesc,
        ty: ValType,
        min: u64,
        max: Option<u64>,
        budget: *const Budget,
    ) -> Result<Self, Refusal> {
        let mut table = Self { desc, elems: Elems::new(), len: 0, budget, ty, max, owned: false };
        table.resize(min, 0)?;
        Ok(table)
    }

    /// Makes the table `len` elements long, which is not less than it is; new ones are `init`.
    fn resize(&mut self, len: u64, init: u64) -> Result<(), Refusal> {
        if len > MAX_ELEMENTS {
            return Err(OutOfMemory.into());
        }
        let (old, new) = (self.len, len as usize);
        // SAFETY: the budget is that of the table's store.
        let budget = unsafe { &*self.budget };
        budget.take((new - old) as u64)?;
        if new > self.elems.capacity {
            // Growing by one at a time must not copy the table each time.
            let amortised = new.max(old + (old / 2).min(MAX_ELEMENTS as usize - old));
            let room = Elems::with_capacity(amortised).or_else(|_| Elems::with_capacity(new));
            let room = room.inspect_err(|_| budget.give_back((new - old) as u64))?;
            for index in 0..old {
                // SAFETY: both blocks are at least `old` elements long, and no generated code runs.
                unsafe {
                    match self.elems.base.add(index).read() {
                        // Null is there already, and writing it would take memory.
                        0 => {}
                        element => room.base.add(index).write(element),
                    }
                }
            }
            self.elems = room;
        }
        if init != 0 {
            for index in old..new {
                // SAFETY: within the capacity.
                unsafe { self.elems.base.add(index).write(init) };
            }
        }
        self.len = new;
        // SAFETY: the descriptor is valid as long as the table.
        unsafe { *self.desc = TableDesc { base: self.elems.base, len } };
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
        self.len as u64
    }

    /// Whether it has no elements.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len == 0
    }

    /// Element `index`: a reference, 0 for null.
    #[must_use]
    pub fn get(&self, index: u64) -> Option<u64> {
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
