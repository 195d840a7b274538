//! The allocator: Talc over anonymous mappings that are never given back, and mappings of their own for large
//! blocks.
//!
//! Executables have one thread, and signal handlers do not allocate, so there is no lock.

use core::alloc::{GlobalAlloc, Layout};
use core::cell::UnsafeCell;
use core::ptr::{self, NonNull};
use rustix::mm::{MapFlags, MremapFlags, ProtFlags};
use talc::base::Talc;
use talc::base::binning::{Binning, DefaultBinning};
use talc::source::Source;

/// Blocks of this many bytes get a mapping of their own.
const LARGE: usize = 128 << 10;
/// Smallest piece that the heap grows by.
const GROWTH: usize = 64 << 10;
/// What the kernel aligns mappings to at least.
const PAGE: usize = 4096;

fn map(len: usize) -> *mut u8 {
    let access = ProtFlags::READ | ProtFlags::WRITE;
    // SAFETY: a new anonymous mapping at an address of the kernel's choice touches nothing that exists.
    match unsafe { rustix::mm::mmap_anonymous(ptr::null_mut(), len, access, MapFlags::PRIVATE) } {
        Ok(base) => base.cast(),
        Err(_) => ptr::null_mut(),
    }
}

#[derive(Debug)]
struct Mappings;

// SAFETY: it does not use the allocator.
unsafe impl Source for Mappings {
    fn acquire<B: Binning>(talc: &mut Talc<Self, B>, layout: Layout) -> Result<(), ()> {
        // Room for the block, its alignment and the allocator's own records, which a first claim holds.
        let wanted = layout.size().checked_add(layout.align()).ok_or(())?;
        let len = wanted.checked_add(2 * PAGE).ok_or(())?.next_multiple_of(GROWTH);
        let base = map(len);
        // SAFETY: the mapping is new and belongs to the allocator for good.
        if base.is_null() || unsafe { talc.claim(base, len) }.is_none() { Err(()) } else { Ok(()) }
    }
}

struct Allocator(UnsafeCell<Talc<Mappings, DefaultBinning>>);

// SAFETY: there is one thread.
unsafe impl Sync for Allocator {}

#[global_allocator]
static ALLOCATOR: Allocator = Allocator(UnsafeCell::new(Talc::new(Mappings)));

fn is_large(layout: Layout) -> bool {
    layout.size() >= LARGE && layout.align() <= PAGE
}

impl Allocator {
    #[allow(clippy::mut_from_ref, reason = "the caller makes sure of it")]
    unsafe fn talc(&self) -> &mut Talc<Mappings, DefaultBinning> {
        // SAFETY: there is one thread, and no method of this type calls another while it holds the reference.
        unsafe { &mut *self.0.get() }
    }
}

// SAFETY: blocks are Talc's or mappings of their own; which, follows from the layout alone.
unsafe impl GlobalAlloc for Allocator {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        if is_large(layout) {
            return map(layout.size());
        }
        // SAFETY: the size is not zero, as the trait demands.
        unsafe { self.talc().allocate(layout) }.map_or(ptr::null_mut(), NonNull::as_ptr)
    }

    unsafe fn dealloc(&self, block: *mut u8, layout: Layout) {
        // SAFETY: the block came from `alloc` with this layout.
        unsafe {
            if is_large(layout) {
                let _ = rustix::mm::munmap(block.cast(), layout.size());
            } else {
                self.talc().deallocate(block, layout);
            }
        }
    }

    unsafe fn alloc_zeroed(&self, layout: Layout) -> *mut u8 {
        // SAFETY: as for `alloc`; new mappings are zero.
        unsafe {
            let block = self.alloc(layout);
            if !block.is_null() && !is_large(layout) {
                block.write_bytes(0, layout.size());
            }
            block
        }
    }

    unsafe fn realloc(&self, block: *mut u8, layout: Layout, new_size: usize) -> *mut u8 {
        // SAFETY: the caller's promise about sizes.
        let new = unsafe { Layout::from_size_align_unchecked(new_size, layout.align()) };
        // SAFETY: the block came from `alloc` with `layout`.
        unsafe {
            if is_large(layout) && is_large(new) {
                let moved = rustix::mm::mremap(block.cast(), layout.size(), new_size, MremapFlags::MAYMOVE);
                return moved.map_or(ptr::null_mut(), |moved| moved.cast());
            }
            let moved = self.alloc(new);
            if !moved.is_null() {
                moved.copy_from_nonoverlapping(block, layout.size().min(new_size));
                self.dealloc(block, layout);
            }
            moved
        }
    }
}
