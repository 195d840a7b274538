//! Which addresses are generated code, and which are guest stacks: read by signal handlers, written by any
//! thread.
//!
//! Two lists of slots that only ever grow at the front; a slot that is given back is used again. Each slot is
//! guarded by a sequence number (odd while it changes): a reader takes a slot for empty if it changes
//! meanwhile, which cannot happen to the slot that describes the reader's own code or stack. So reading needs
//! no lock and no allocation.

use crate::store::StoreCtx;
use alloc::boxed::Box;
use beeline_abi::{InfoView, ModuleImage};
use core::ops::Range;
use core::ptr;
use core::sync::atomic::{AtomicPtr, AtomicUsize, Ordering, fence};

struct Slot {
    /// Even when stable; the writer that makes it odd owns the slot.
    sequence: AtomicUsize,
    /// The range; empty when the slot is free.
    low: AtomicUsize,
    high: AtomicUsize,
    data: AtomicPtr<u8>,
    next: *const Slot,
}

struct List {
    head: AtomicPtr<Slot>,
}

impl List {
    const fn new() -> Self {
        Self { head: AtomicPtr::new(ptr::null_mut()) }
    }

    fn slots(&self) -> impl Iterator<Item = &'static Slot> {
        let mut next = self.head.load(Ordering::Acquire).cast_const();
        core::iter::from_fn(move || {
            // SAFETY: slots are never freed.
            let slot = unsafe { next.as_ref()? };
            next = slot.next;
            Some(slot)
        })
    }

    fn add(&self, low: usize, high: usize, data: *mut u8) -> &'static Slot {
        // A range that ends at 0 is a free slot; an empty one at a null address must not look like that.
        let high = high.max(low + 1);
        for slot in self.slots() {
            // If the sequence number is still the same at the exchange, so is what was read in between.
            let sequence = slot.sequence.load(Ordering::Acquire);
            if sequence.is_multiple_of(2)
                && slot.high.load(Ordering::Relaxed) == 0
                && slot
                    .sequence
                    .compare_exchange(sequence, sequence + 1, Ordering::Acquire, Ordering::Relaxed)
                    .is_ok()
            {
                slot.fill(low, high, data);
                slot.sequence.store(sequence + 2, Ordering::Release);
                return slot;
            }
        }
        let slot = Box::leak(Box::new(Slot {
            sequence: AtomicUsize::new(0),
            low: AtomicUsize::new(low),
            high: AtomicUsize::new(high),
            data: AtomicPtr::new(data),
            next: self.head.load(Ordering::Relaxed),
        }));
        let new: *mut Slot = slot;
        loop {
            // SAFETY: not published yet, so nobody else looks at it.
            let next = unsafe { (*new).next }.cast_mut();
            match self.head.compare_exchange_weak(next, new, Ordering::Release, Ordering::Relaxed) {
                // SAFETY: slots are never freed.
                Ok(_) => return unsafe { &*new },
                // SAFETY: as above.
                Err(now) => unsafe { (*new).next = now },
            }
        }
    }

    fn find(&self, address: usize) -> Option<(usize, *mut u8)> {
        self.slots()
            .find_map(|slot| slot.read().filter(|&(low, high, _)| (low..high).contains(&address)))
            .map(|(low, _, data)| (low, data))
    }
}

impl Slot {
    fn fill(&self, low: usize, high: usize, data: *mut u8) {
        fence(Ordering::Release);
        self.low.store(low, Ordering::Relaxed);
        self.high.store(high, Ordering::Relaxed);
        self.data.store(data, Ordering::Relaxed);
    }

    fn read(&self) -> Option<(usize, usize, *mut u8)> {
        let before = self.sequence.load(Ordering::Acquire);
        let found = (
            self.low.load(Ordering::Relaxed),
            self.high.load(Ordering::Relaxed),
            self.data.load(Ordering::Relaxed),
        );
        fence(Ordering::Acquire);
        let stable = before.is_multiple_of(2) && self.sequence.load(Ordering::Relaxed) == before;
        stable.then_some(found)
    }

    fn release(&self) {
        // Nobody else changes a filled slot.
        let sequence = self.sequence.load(Ordering::Relaxed);
        self.sequence.store(sequence + 1, Ordering::Relaxed);
        self.fill(0, 0, ptr::null_mut());
        self.sequence.store(sequence + 2, Ordering::Release);
    }
}

static CODE: List = List::new();
static STACKS: List = List::new();

/// Makes the code of a module known to the signal handlers, until it is dropped.
#[derive(Debug)]
pub struct CodeRegistration {
    slot: SlotRef,
    _image: Box<ModuleImage>,
}

/// A slot that its holder has filled.
struct SlotRef(&'static Slot);

impl core::fmt::Debug for SlotRef {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.write_str("SlotRef")
    }
}

impl CodeRegistration {
    /// Registers the code of `image`.
    ///
    /// # Safety
    ///
    /// `image` was made by the compiler, and what it points to stays valid until this is dropped.
    #[must_use]
    pub unsafe fn new(image: &ModuleImage) -> Self {
        let mut image = Box::new(*image);
        let low = image.text.addr();
        let data: *mut ModuleImage = &mut *image;
        Self { slot: SlotRef(CODE.add(low, low + image.text_len, data.cast())), _image: image }
    }
}

// SAFETY: the image is only read, and describes things that are only read.
unsafe impl Send for CodeRegistration {}
// SAFETY: as above.
unsafe impl Sync for CodeRegistration {}

impl Drop for CodeRegistration {
    fn drop(&mut self) {
        self.slot.0.release();
    }
}

/// Makes a guest stack with its guard known to the signal handlers, until it is dropped.
#[derive(Debug)]
pub struct StackRegistration(SlotRef);

impl StackRegistration {
    pub(crate) fn new(low: usize, high: usize, ctx: *mut StoreCtx) -> Self {
        Self(SlotRef(STACKS.add(low, high, ctx.cast())))
    }
}

impl Drop for StackRegistration {
    fn drop(&mut self) {
        self.0.0.release();
    }
}

/// Generated code that an address belongs to.
#[derive(Clone)]
pub(super) struct Code {
    /// The description of its module.
    pub info: InfoView<'static>,
    /// The address's offset in the module's text.
    pub offset: u32,
    /// Where return addresses into the text can be.
    pub range: Range<usize>,
}

/// The module whose code contains `pc`, which lies behind an instruction that may be the code's last. Safe in
/// signal handlers.
pub(super) fn find_code(pc: usize) -> Option<Code> {
    let (low, data) = CODE.find(pc).or_else(|| CODE.find(pc.checked_sub(1)?))?;
    // SAFETY: the registration keeps the image where it is; whoever executes or has just executed its code
    // keeps the registration.
    let (info, range) = unsafe {
        let image = &*data.cast::<ModuleImage>();
        let info = core::slice::from_raw_parts(image.info, image.info_len);
        (InfoView::new(info)?, low + 1..low + image.text_len + 1)
    };
    Some(Code { info, offset: (pc - low) as u32, range })
}

/// The store on whose guest stack `sp` lies. Safe in signal handlers.
pub(super) fn find_stack(sp: usize) -> Option<*mut StoreCtx> {
    // The guest's stack is empty when `sp` is its end.
    STACKS.find(sp).or_else(|| STACKS.find(sp.checked_sub(1)?)).map(|(_, data)| data.cast())
}
