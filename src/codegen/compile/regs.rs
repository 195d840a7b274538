//! The allocator of temporary registers.
//!
//! Each allocatable register is in exactly one of four states: free, owned by one entry of the operand stack, held by the operator being
//! emitted, or the cache of a local (`cache.rs`). An operator holds the registers of the operands it took off and of the temporaries it allocated; when it ends, what
//! it did not push is free again. A cached local that is an operand is locked until then: it may be read only.
//!
//! When no register is free, a local is taken out of its register, one that needs no store first. Then the victim is the stack entry that lies deepest, which is
//! used last. Found by looking at every register, at most 16.

use super::func::Emitter;
use crate::masm::{Masm, Reg, RegSet};

/// See the head of this file.
#[derive(Clone, Debug)]
pub struct Regs {
    /// What may be allocated in this function.
    all: RegSet,
    /// What is taken first.
    first: RegSet,
    /// Registers that nobody has when the operator is over: those that nobody has now, and those that the operator holds.
    ///
    /// Not next to `at_hand`: the two change together, and a compiler that updates neighbours by one wide access makes each of these wait for the two narrow
    /// stores before it.
    free: RegSet,
    /// Registers with a local.
    cached: RegSet,
    /// Those of them that are operands.
    locked: RegSet,
    /// Those of them with a value that the local's slot does not have.
    dirty: RegSet,
    /// Those of them whose local is exposed.
    exposed: RegSet,
    /// The stack entry that owns a register, or the local that is in it.
    owner: [u32; 64],
    /// Those of `free` that the operator does not hold.
    at_hand: RegSet,
}

impl Default for Regs {
    fn default() -> Self {
        Self {
            all: RegSet::default(),
            first: RegSet::default(),
            free: RegSet::default(),
            at_hand: RegSet::default(),
            cached: RegSet::default(),
            locked: RegSet::default(),
            dirty: RegSet::default(),
            exposed: RegSet::default(),
            owner: [0; 64],
        }
    }
}

impl Regs {
    /// Starts a function in which `all` may be allocated, `first` before the others.
    pub fn reset(&mut self, all: RegSet, first: RegSet) {
        (self.all, self.first) = (all, first);
        self.uncache_all();
        (self.free, self.at_hand) = (all, all);
    }

    /// The operator is over: what it still holds becomes free.
    pub fn release(&mut self) {
        self.at_hand = self.free;
        self.locked = RegSet::default();
    }

    /// The operator gives one register back.
    pub fn release_one(&mut self, reg: Reg) {
        debug_assert!(self.is_held(reg));
        self.at_hand.insert(reg);
    }

    /// Stack entry `owner` gets a register that is held or free.
    #[inline(always)]
    pub fn own(&mut self, reg: Reg, owner: u32) {
        debug_assert!(self.all.contains(reg) && self.free.contains(reg));
        self.at_hand.remove(reg);
        self.free.remove(reg);
        // Registers have numbers below 64: this spares a comparison.
        self.owner[usize::from(reg.0 % 64)] = owner;
    }

    /// The owner of a register has gone: it is free.
    pub fn disown(&mut self, reg: Reg) {
        debug_assert!(!self.free.contains(reg));
        self.free.insert(reg);
        self.at_hand.insert(reg);
    }

    /// The current operator holds a register that has no owner.
    pub fn hold(&mut self, reg: Reg) {
        debug_assert!(!self.cached.contains(reg), "{reg:?} has a local");
        self.at_hand.remove(reg);
        self.free.insert(reg);
    }

    /// The current operator holds a register whose owner it took off the stack.
    #[inline(always)]
    pub fn hold_owned(&mut self, reg: Reg) {
        debug_assert!(self.owned().contains(reg));
        self.free.insert(reg);
    }

    /// Whether the current operator holds the register.
    pub fn is_held(&self, reg: Reg) -> bool {
        self.held().contains(reg)
    }

    /// The registers that the current operator holds.
    #[inline(always)]
    const fn held(&self) -> RegSet {
        // What is at hand is free, so this is a difference.
        RegSet(self.free.0 ^ self.at_hand.0)
    }

    /// Whether nobody has the register.
    pub fn is_free(&self, reg: Reg) -> bool {
        self.at_hand.contains(reg)
    }

    /// The owner of a register, if a stack entry owns it.
    pub fn owner(&self, reg: Reg) -> Option<u32> {
        let owned = self.owned().contains(reg);
        owned.then(|| self.owner[reg.0 as usize])
    }

    /// The registers that stack entries own.
    pub fn owned(&self) -> RegSet {
        self.all.minus(self.free).minus(self.cached)
    }

    /// A register that is held or free becomes the place of a local, which its slot does not know yet.
    pub fn cache(&mut self, reg: Reg, local: u32, exposed: bool) {
        self.own(reg, local);
        self.cached.insert(reg);
        self.dirty.insert(reg);
        if exposed {
            self.exposed.insert(reg);
        }
    }

    /// A register no longer has a local, and is free.
    pub fn uncache(&mut self, reg: Reg) {
        debug_assert!(self.cached.contains(reg));
        self.cached.remove(reg);
        self.locked.remove(reg);
        self.dirty.remove(reg);
        self.exposed.remove(reg);
        self.free.insert(reg);
        self.at_hand.insert(reg);
    }

    /// No register has a local any more.
    pub fn uncache_all(&mut self) {
        self.free = self.free.or(self.cached);
        self.at_hand = self.at_hand.or(self.cached);
        (self.cached, self.locked) = (RegSet::default(), RegSet::default());
        (self.dirty, self.exposed) = (RegSet::default(), RegSet::default());
    }

    /// The current operator reads a cached local, if that leaves it two registers of the class for everything else: no operator needs more, and those that it has
    /// already are not counted.
    pub fn lock(&mut self, reg: Reg) -> bool {
        let class = if reg.is_float() { self.all.floats() } else { self.all.general() };
        let mut rest = class.minus(self.held()).minus(self.locked);
        rest.remove(reg);
        let enough = rest.0 & rest.0.wrapping_sub(1) != 0;
        if enough {
            self.locked.insert(reg);
        }
        enough
    }

    /// The local in a register.
    pub fn local(&self, reg: Reg) -> u32 {
        debug_assert!(self.cached.contains(reg));
        self.owner[reg.0 as usize]
    }

    /// Whether the current operator reads the local in a register.
    pub fn is_locked(&self, reg: Reg) -> bool {
        self.locked.contains(reg)
    }

    /// Whether the local in a register has to be stored yet.
    pub fn is_dirty(&self, reg: Reg) -> bool {
        self.dirty.contains(reg)
    }

    /// Registers with locals.
    pub fn cached(&self) -> RegSet {
        self.cached
    }

    /// Registers with locals that have to be stored yet.
    pub fn dirty(&self) -> RegSet {
        self.dirty
    }

    /// Those of them that are read behind labels.
    pub fn dirty_exposed(&self) -> RegSet {
        self.dirty.and(self.exposed)
    }

    /// These locals have been stored.
    pub fn clean(&mut self, stored: RegSet) {
        self.dirty = self.dirty.minus(stored);
    }

    /// The local to be taken out of its register when none of a class is free: one that needs no store, if there is any.
    fn cache_victim(&self, float: bool) -> Option<Reg> {
        let cached = self.cached.minus(self.locked);
        let class = if float { cached.floats() } else { cached.general() };
        class.minus(self.dirty).first().or(class.first())
    }

    /// Takes a free register of a class, to be held.
    #[inline(always)]
    pub fn take_free(&mut self, float: bool) -> Option<Reg> {
        let class = if float { self.at_hand.floats() } else { self.at_hand.general() };
        let reg = class.and(self.first).first().or(class.first())?;
        self.at_hand.remove(reg);
        Some(reg)
    }

    /// The entry to be spilled when there is no free register of a class: the deepest one that owns one.
    fn victim(&self, float: bool) -> Option<u32> {
        let owned = self.owned();
        let class = if float { owned.floats() } else { owned.general() };
        let mut rest = class;
        let mut victim: Option<u32> = None;
        while let Some(reg) = rest.first() {
            rest.remove(reg);
            let owner = self.owner[reg.0 as usize];
            victim = Some(victim.map_or(owner, |other| other.min(owner)));
        }
        victim
    }
}

impl<M: Masm> Emitter<'_, M> {
    /// A register for the current operator. No operator holds so many that none can be had.
    #[inline(always)]
    pub fn alloc(&mut self, float: bool) -> Reg {
        match self.regs.take_free(float) {
            Some(reg) => reg,
            None => self.alloc_by_spilling(float),
        }
    }

    #[cold]
    #[inline(never)]
    fn alloc_by_spilling(&mut self, float: bool) -> Reg {
        if let Some(reg) = self.regs.cache_victim(float) {
            self.evict_cached(reg);
            self.regs.hold(reg);
            return reg;
        }
        let victim = self.regs.victim(float).expect("an operator holds all registers");
        self.spill(victim as usize);
        self.regs.take_free(float).expect("a spill frees a register")
    }

    /// Like [`Self::alloc`], but not one of `avoid`, of which not all registers of the class may be.
    pub fn alloc_except(&mut self, float: bool, avoid: RegSet) -> Reg {
        // Holding the avoided registers for the moment keeps one allocator for both. A spill may free an avoided one, which is then held too and
        // the next one tried: at most as many rounds as registers.
        let mut aside = self.regs.at_hand.and(avoid);
        self.regs.at_hand = self.regs.at_hand.minus(aside);
        let found = loop {
            let reg = self.alloc(float);
            if !avoid.contains(reg) {
                break reg;
            }
            aside.insert(reg);
        };
        self.regs.at_hand = self.regs.at_hand.or(aside);
        found
    }

    /// Holds register `reg` for the current operator, moving its owner out of the way. It must not be held already.
    pub fn take(&mut self, reg: Reg) {
        debug_assert!(!self.regs.is_held(reg), "a fixed register is needed twice");
        if self.regs.cached.contains(reg) {
            self.move_cached(reg);
        }
        if let Some(owner) = self.regs.owner(reg) {
            self.evict(owner as usize, reg);
        }
        self.regs.hold(reg);
    }

    /// Moves stack entry `index` from `reg` to a free register, or to its slot.
    fn evict(&mut self, index: usize, reg: Reg) {
        let ty = self.stack[index].ty;
        if let Some(other) = self.regs.take_free(ty.is_float()) {
            let value = self.value_at(index);
            self.load(other, value, ty);
            self.regs.disown(reg);
            self.regs.own(other, index as u32);
            self.stack[index].place = super::operand::Place::Reg(other);
        } else {
            self.spill(index);
        }
    }
}
