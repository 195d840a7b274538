//! Memory mappings: the only system calls of the runtime apart from signals. Everything is anonymous and
//! private but for [`map_file_over`]. Nothing here decides anything; [`crate::memory`], [`crate::store`] and
//! [`crate::instance`] do.

use core::ffi::c_void;
use core::ptr;
use rustix::fd::BorrowedFd;
use rustix::mm::{MapFlags, MprotectFlags, ProtFlags};

/// The granularity of mappings: sizes, places within a mapping and places in files are multiples of it, and so of
/// the kernel's page. On x86-64 that is the only page size, on AArch64 the largest of the three that kernels have.
///
/// Asking the kernel instead (AT_PAGESZ) would save nothing that counts: untouched pages of a larger granule cost no
/// memory, WebAssembly's own pages are as large, and of a data segment that is mapped from a file at most 128 KiB
/// more are copied, 0.01 ms. It would cost a way to the auxiliary vector without libc, and layouts that
/// differ from machine to machine. Where a mapping as a whole lies is a multiple of the kernel's page only.
pub const PAGE: usize = crate::arch::PAGE;

/// The operating system did not give what was asked for.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct OutOfMemory;

/// Rounds up to a multiple of [`PAGE`]; `None` if that overflows.
#[must_use]
pub fn page_up(bytes: usize) -> Option<usize> {
    Some(bytes.checked_add(PAGE - 1)? & !(PAGE - 1))
}

/// An address range owned by this process, inaccessible at first and unmapped on drop.
#[derive(Debug)]
pub struct Mapping {
    base: *mut u8,
    len: usize,
}

impl Mapping {
    /// Reserves `len` bytes of address space; they count for nothing until [`Mapping::commit`].
    ///
    /// # Errors
    ///
    /// The address space is used up or limited.
    pub fn reserve(len: usize) -> Result<Self, OutOfMemory> {
        Self::map(len, MapFlags::NORESERVE)
    }

    /// Reserves address space whose committed pages count for what the system has promised: more than it could ever keep is
    /// refused at once. For what a guest can fill without asking, a stack, where memory that has run out would be the end of
    /// some process.
    ///
    /// # Errors
    ///
    /// The address space is used up or limited.
    pub fn reserve_accounted(len: usize) -> Result<Self, OutOfMemory> {
        Self::map(len, MapFlags::empty())
    }

    fn map(len: usize, flags: MapFlags) -> Result<Self, OutOfMemory> {
        if len == 0 {
            return Ok(Self { base: ptr::without_provenance_mut(PAGE), len: 0 });
        }
        // A hint that is taken is none to the kernel, which then fills gaps. qemu's user mode uses no address
        // twice if there is no hint, and keeps 50 MB of records for each memory that there ever was. Nothing of at
        // least a granule's length fits in at this place.
        static TAKEN: u8 = 0;
        let hint = (&raw const TAKEN).map_addr(|address| address & !(PAGE - 1)).cast_mut();
        // SAFETY: a new anonymous mapping at an address of the kernel's choice touches nothing that exists.
        let base = unsafe {
            rustix::mm::mmap_anonymous(
                hint.cast::<c_void>(),
                len,
                ProtFlags::empty(),
                MapFlags::PRIVATE | flags,
            )
        };
        Ok(Self { base: base.map_err(|_| OutOfMemory)?.cast(), len })
    }

    /// Makes bytes `start..start + len` readable and writable; new ones are zero. Both are multiples of
    /// [`PAGE`].
    ///
    /// # Errors
    ///
    /// The range does not lie in the mapping, or the operating system refuses.
    pub fn commit(&self, start: usize, len: usize) -> Result<(), OutOfMemory> {
        if len == 0 {
            return Ok(());
        }
        if start.checked_add(len).is_none_or(|end| end > self.len) {
            return Err(OutOfMemory);
        }
        // SAFETY: the range was checked to lie in this mapping, whose pages only ever become more accessible.
        let done = unsafe {
            rustix::mm::mprotect(
                self.base.add(start).cast::<c_void>(),
                len,
                MprotectFlags::READ | MprotectFlags::WRITE,
            )
        };
        done.map_err(|_| OutOfMemory)
    }

    /// The first byte.
    #[must_use]
    pub fn base(&self) -> *mut u8 {
        self.base
    }

    /// Bytes.
    #[must_use]
    pub fn len(&self) -> usize {
        self.len
    }

    /// Whether it has no bytes.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len == 0
    }
}

impl Drop for Mapping {
    fn drop(&mut self) {
        if self.len != 0 {
            // SAFETY: this value owns the range, and its owner lets go of it when nothing points into it any
            // more.
            let _ = unsafe { rustix::mm::munmap(self.base.cast::<c_void>(), self.len) };
        }
    }
}

/// Replaces `len` bytes at `at` by a copy-on-write view of a file, readable and writable. `at`, `len` and
/// `offset` are multiples of [`PAGE`].
///
/// # Safety
///
/// The range belongs to a [`Mapping`] of the caller's and nothing holds references into it.
///
/// # Errors
///
/// The kernel refuses; the range is then zero.
pub unsafe fn map_file_over(at: *mut u8, len: usize, fd: i32, offset: u64) -> Result<(), OutOfMemory> {
    // SAFETY: the caller hands in an open file descriptor that stays open during this call, and owns the
    // range.
    let done = unsafe {
        rustix::mm::mmap(
            at.cast::<c_void>(),
            len,
            ProtFlags::READ | ProtFlags::WRITE,
            MapFlags::PRIVATE | MapFlags::FIXED,
            BorrowedFd::borrow_raw(fd),
            offset,
        )
    };
    if done.is_ok() {
        return Ok(());
    }
    // A kernel that refuses late may have taken away what was there.
    // SAFETY: as above.
    let _ = unsafe {
        rustix::mm::mmap_anonymous(
            at.cast::<c_void>(),
            len,
            ProtFlags::READ | ProtFlags::WRITE,
            MapFlags::PRIVATE | MapFlags::FIXED,
        )
    };
    Err(OutOfMemory)
}
