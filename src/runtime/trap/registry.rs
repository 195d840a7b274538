//! Which addresses are generated code, and which are guest stacks: read by signal handlers, written by any
//! thread.
//!
//! Two lists of slots that only ever grow at the front; a slot that is given back is used again. Each slot is
//! guarded by a sequence number (odd while it changes): a reader takes a slot for empty if it changes
//! meanwhile, which cannot happen to the slot that describes the reader's own code or stack. So reading needs
//! no lock and no allocation.
//!
//! Free slots are in a second list, so that one is taken and given back in constant time however many stores and
//! modules there are. Only writers touch it, under a lock of a few instructions; signal handlers never write.
//! Looking an address up is linear in the slots, and happens only when something traps.

use crate::store::StoreCtx;
use alloc::boxed::Box;
use beeline_abi::{InfoView, ModuleImage};
use core::ops::Range;
use core::ptr;
use core::sync::atomic::{AtomicBool, AtomicPtr, AtomicUsize, Ordering, fence};

struct Slot {
    /// Even when stable.
    sequence: AtomicUsize,
    /// The range; empty when the slot is free.
    low: AtomicUsize,
    high: AtomicUsize,
    data: AtomicPtr<u8>,
    next: *const Slot,
    /// The next free slot, while this one is free; only looked at under the list's lock.
    next_free: AtomicPtr<Slot>,
}

struct List {
    head: AtomicPtr<Slot>,
    /// The first free slot.
    free: AtomicPtr<Slot>,
    /// Whether some thread is changing the list of free slots.
    busy: AtomicBool,
}

impl List {
    const fn new() -> Self {
        Self {
            head: AtomicPtr::new(ptr::null_mut()),
            free: AtomicPtr::new(ptr::null_mut()),
            busy: AtomicBool::new(false),
        }
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
        if let Some(slot) = self.take_free() {
            slot.change(low, high, data);
            return slot;
        }
        let slot = Box::leak(Box::new(Slot {
            sequence: AtomicUsize::new(0),
            low: AtomicUsize::new(low),
            high: AtomicUsize::new(high),
            data: AtomicPtr::new(data),
            next: self.head.load(Ordering::Relaxed),
            next_free: AtomicPtr::new(ptr::null_mut()),
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

    /// Does something with the list of free slots that no other thread does at the same time.
    fn exclusively<R>(&self, change: impl FnOnce() -> R) -> R {
        while self.busy.compare_exchange_weak(false, true, Ordering::Acquire, Ordering::Relaxed).is_err() {
            core::hint::spin_loop();
        }
        let result = change();
        self.busy.store(false, Ordering::Release);
        result
    }

    /// Takes a slot off the list of free ones.
    fn take_free(&self) -> Option<&'static Slot> {
        self.exclusively(|| {
            // SAFETY: slots are never freed.
            let slot = unsafe { self.free.load(Ordering::Relaxed).as_ref() }?;
            self.free.store(slot.next_free.load(Ordering::Relaxed), Ordering::Relaxed);
            Some(slot)
        })
    }

    /// Empties a slot and puts it on the list of free ones.
    fn release(&self, slot: &'static Slot) {
        slot.change(0, 0, ptr::null_mut());
        self.exclusively(|| {
            slot.next_free.store(self.free.load(Ordering::Relaxed), Ordering::Relaxed);
            self.free.store(ptr::from_ref(slot).cast_mut(), Ordering::Relaxed);
        });
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

    fn change(&self, low: usize, high: usize, data: *mut u8) {
        // Only the holder of a slot changes it.
        let sequence = self.sequence.load(Ordering::Relaxed);
        self.sequence.store(sequence + 1, Ordering::Relaxed);
        self.fill(low, high, data);
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
        CODE.release(self.slot.0);
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
        STACKS.release(self.0.0);
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

#[cfg(test)]
mod tests {
    use super::*;

    fn pointer(number: usize) -> *mut u8 {
        ptr::without_provenance_mut(number)
    }

    #[test]
    fn a_slot_that_is_given_back_is_the_next_to_be_used() {
        let list = List::new();
        let slots: Vec<_> = (1..=100).map(|i| list.add(i * 16, i * 16 + 16, pointer(i))).collect();
        assert_eq!(list.find(0x508), Some((0x500, pointer(0x50))));
        list.release(slots[0x50 - 1]);
        assert_eq!(list.find(0x508), None);
        list.release(slots[3]);
        assert!(ptr::eq(list.add(1, 2, pointer(7)), slots[3]));
        assert!(ptr::eq(list.add(0x500, 0x510, pointer(8)), slots[0x50 - 1]));
        assert_eq!(list.find(0x508), Some((0x500, pointer(8))));
        assert_eq!(list.slots().count(), 100);
        list.add(2, 3, pointer(9));
        assert_eq!(list.slots().count(), 101);
    }

    #[test]
    fn no_slot_is_given_to_two_threads() {
        static LIST: List = List::new();
        std::thread::scope(|scope| {
            for thread in 1..=4usize {
                scope.spawn(move || {
                    for round in 0..500 {
                        let low = thread << 20 | round << 4;
                        let slots = [low, low + 8].map(|low| LIST.add(low, low + 8, pointer(low)));
                        for low in [low, low + 8] {
                            assert_eq!(LIST.find(low + 7), Some((low, pointer(low))));
                        }
                        slots.into_iter().for_each(|slot| LIST.release(slot));
                    }
                });
            }
        });
        assert!(LIST.slots().count() <= 8);
    }
}
