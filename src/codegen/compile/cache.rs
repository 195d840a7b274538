//! Locals without a home in temporary registers: between two labels a local that was written stays where its value is.
//!
//! What is written to a local that lives in a slot is stored late ([`Emitter::cache`]): when its register is needed, before a call, and before control leaves
//! for a label, where all locals are in their homes and slots. A register with such a value is *dirty*; once it is stored, it still serves reads. At a label where
//! ways meet all is forgotten (`ways.rs` has the others). There is no merge of register states, and every step is bounded by the number of machine registers.
//!
//! Pass 1 tells which locals are *exposed*: read somewhere behind a label where ways meet without having been written since. The others are dead at
//! every such label, so they are not stored there, and when as many accesses have been seen as there are, a register is given up without a store. In code that was compiled without
//! optimisation, where most values go through a local that is written once and read once, those locals never reach memory.
//!
//! Brings, in CPU time: sha256 0.73, chacha20 0.82, unoptimised code 0.83, the mean of 23 kernels 0.96; text of python 0.984. Costs 1.3 % of the instructions of compiling, pass 1 included. Turned down: states of registers that are merged at labels, which take moves per branch; and
//! copies of locals that are only read, which a second operand in memory does as well.

use super::func::Emitter;
use super::operand::{NONE, Value};
use crate::masm::{Masm, Reg, RegSet};
use crate::techniques::Technique;
use beeline_abi::types::ValType;

impl<M: Masm> Emitter<'_, M> {
    /// Writes a value to a local without a home that has no aliases.
    pub fn set_in_slot(&mut self, index: u32, value: Value, ty: ValType) {
        let local = &self.locals[index as usize];
        let (slot, left, exposed) = (local.slot, local.left, local.exposed);
        if !self.techniques.has(Technique::CachedLocals) {
            self.find(index);
            return self.store(slot, value, ty);
        }
        if let Some(old) = local.reg {
            if value == Value::home(old) {
                return;
            }
            self.regs.uncache(old);
            self.locals[index as usize].reg = None;
        }
        if left == 0 && !exposed {
            return self.lose(index);
        }
        self.find(index);
        let reg = match value {
            Value::Temp(reg) => Some(reg.get()),
            // A copy of a register or a number is no cheaper than the store that it may replace; one of a slot goes through a register anyway.
            Value::Home(_) | Value::Imm(_) if !exposed => self.regs.take_free(ty.is_float()),
            Value::Slot(_) => self.regs.take_free(ty.is_float()),
            Value::Home(_) | Value::Imm(_) => None,
        };
        let Some(reg) = reg else { return self.store(slot, value, ty) };
        self.load(reg, value, ty);
        self.cache(reg, index);
    }

    /// From now on `reg`, which the operator holds or nobody has, is where local `index` is.
    pub fn cache(&mut self, reg: Reg, index: u32) {
        let local = &mut self.locals[index as usize];
        debug_assert!(local.home.is_none() && local.reg.is_none());
        local.reg = Some(reg);
        self.regs.cache(reg, index, local.exposed);
    }

    /// An entry that was an alias of a local in `reg` has been taken off; the next older alias is `link`.
    pub fn take_cached(&mut self, index: u32, reg: Reg, link: u32) -> Value {
        // Field by field: a copy of the record would wait for the stores to its fields that were just made.
        let local = &self.locals[index as usize];
        let (slot, left, exposed) = (local.slot, local.left, local.exposed);
        if left == 0 && link == NONE && !self.regs.is_locked(reg) && (!exposed || !self.regs.is_dirty(reg)) {
            // The last access: the operator may overwrite the register.
            self.regs.uncache(reg);
            self.regs.hold(reg);
            self.locals[index as usize].reg = None;
            if !exposed {
                self.lose(index);
            }
            return Value::temp(reg);
        }
        if self.regs.lock(reg) {
            return Value::home(reg);
        }
        self.evict_cached(reg);
        Value::slot(slot)
    }

    /// Takes a local out of `reg`, which becomes free. Its value is stored if it is needed again.
    pub fn evict_cached(&mut self, reg: Reg) {
        let index = self.regs.local(reg);
        if self.regs.is_dirty(reg) {
            self.write_back(reg, index);
        }
        self.locals[index as usize].reg = None;
        self.regs.uncache(reg);
    }

    /// The current operator needs `reg` itself, which becomes free: the local in it moves to another register, or to its slot. An operand stays in `reg` as well,
    /// until the operator writes that.
    pub fn move_cached(&mut self, reg: Reg) {
        let other = if self.regs.is_dirty(reg) { self.regs.take_free(reg.is_float()) } else { None };
        let Some(other) = other else { return self.evict_cached(reg) };
        let index = self.regs.local(reg);
        self.load(other, Value::home(reg), self.locals[index as usize].ty);
        self.regs.uncache(reg);
        self.locals[index as usize].reg = None;
        self.cache(other, index);
    }

    fn write_back(&mut self, reg: Reg, index: u32) {
        let local = &self.locals[index as usize];
        if local.exposed || local.left > 0 || local.aliases != NONE {
            let (slot, ty) = (local.slot, local.ty);
            self.store(slot, Value::home(reg), ty);
        } else {
            self.lose(index);
        }
    }

    /// Stores the local in a register, or finds that it is not needed. The register still has it.
    pub fn write_back_one(&mut self, reg: Reg) {
        self.write_back_all(self.regs.dirty().and(RegSet::of(&[reg])));
    }

    /// Before control may go to a label: stores what is read behind labels.
    #[inline]
    pub fn write_back_exposed(&mut self) {
        let dirty = self.regs.dirty_exposed();
        if !dirty.is_empty() {
            self.write_back_all(dirty);
        }
    }

    /// Before a call: stores whatever is needed again.
    #[inline]
    pub fn write_back_dirty(&mut self) {
        let dirty = self.regs.dirty();
        if !dirty.is_empty() {
            self.write_back_all(dirty);
        }
    }

    #[inline(never)]
    fn write_back_all(&mut self, dirty: RegSet) {
        for reg in dirty.iter() {
            let index = self.regs.local(reg);
            self.write_back(reg, index);
        }
        self.regs.clean(dirty);
    }

    /// Registers no longer tell anything about locals. Where control goes on to a label, what is dirty is not exposed, and dead.
    #[inline]
    pub fn forget_cached(&mut self) {
        debug_assert!(
            self.unreachable || self.blocks.is_empty() || self.regs.dirty_exposed().is_empty(),
            "a value that is read behind the label is not in its slot"
        );
        let cached = self.regs.cached();
        if !cached.is_empty() {
            self.forget_all(cached);
        }
    }

    #[inline(never)]
    fn forget_all(&mut self, cached: RegSet) {
        for reg in cached.iter() {
            let index = self.regs.local(reg);
            self.locals[index as usize].reg = None;
            if self.regs.is_dirty(reg) && !self.locals[index as usize].exposed {
                self.lose(index);
            }
        }
        self.regs.uncache_all();
    }

    /// At a label where ways meet: nothing is known of registers, and locals that are not exposed are dead.
    #[inline]
    pub fn meet(&mut self) {
        self.forget_cached();
        #[cfg(debug_assertions)]
        {
            self.lost = u64::MAX;
        }
    }

    /// Nothing has the value of a local any more: only a write may follow.
    #[inline]
    fn lose(&mut self, _index: u32) {
        #[cfg(debug_assertions)]
        {
            self.lost |= 1u64.checked_shl(_index).unwrap_or(0);
        }
    }

    /// A local is written.
    #[inline]
    fn find(&mut self, _index: u32) {
        #[cfg(debug_assertions)]
        {
            self.lost &= !1u64.checked_shl(_index).unwrap_or(0);
        }
    }

    /// Whether the slot of a local may be read.
    pub fn is_lost(&self, _index: u32) -> bool {
        #[cfg(debug_assertions)]
        {
            let lost = self.lost & 1u64.checked_shl(_index).unwrap_or(0) != 0;
            lost && !self.locals[_index as usize].exposed
        }
        #[cfg(not(debug_assertions))]
        false
    }
}
