//! The operand stack: every entry is lazy, nothing is emitted by a push.
//!
//! An entry is a constant, an alias of a local, a temporary register, or its own frame slot: entry `n` owns slot `n` of the frame's operand area and no other, so `sp`
//! never moves and a spill needs no bookkeeping. A comparison that the next operator consumes is an entry too, [`Place::Cond`]; it is always
//! the top one, with its operands in [`Emitter::pending`].
//!
//! Aliases of one local are linked from the newest to the oldest, so `local.set` detaches exactly those of its local, each entry at most once in its life: O(1)
//! amortised. A scan of the stack for them was turned down: it is quadratic for a module that keeps a thousand aliases and sets in between.

use super::func::Emitter;
use crate::masm::{Masm, Reg, Slot, Src, Width};
use crate::techniques::Technique;
use beeline_abi::types::ValType;

/// End of a list of aliases.
pub const NONE: u32 = u32::MAX;
/// A mark in place of a link; see [`Operand::link`].
pub const FLUSHED: u32 = u32::MAX - 1;

/// Where an entry's value is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Place {
    /// The bits of a number; an `i32` is sign-extended.
    Const(i64),
    /// The present value of a local, which has not been written since.
    Local(u32),
    /// A temporary register that only this entry owns.
    Reg(Reg),
    /// The entry's own slot.
    Slot,
    /// The pending comparison, as 0 or 1.
    Cond,
}

/// An entry of the operand stack.
#[derive(Clone, Copy, Debug)]
pub struct Operand {
    /// Where its value is.
    pub place: Place,
    /// Its type.
    pub ty: ValType,
    /// For [`Place::Local`], the next older alias of the same local. May lead to an entry that is no alias any more: the list ends there. [`FLUSHED`] if this
    /// entry and all below it are constants or in their slots since the last [`Emitter::flush`].
    pub link: u32,
}

/// A value taken off the stack (or looked at), with its place resolved. Valid until the operator ends.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Value {
    /// The bits of a number; an `i32` is sign-extended.
    Imm(i64),
    /// A temporary register that may be overwritten.
    Temp(WideReg),
    /// The register that a local is in, its home or not: to be read only.
    Home(WideReg),
    /// A slot, of a local or of the operand area.
    Slot(WideSlot),
}

/// A register as wide as a number: what a [`Value`] may hold all fills the same word then, so that values travel in two registers. Where they went through
/// memory, the load of the word waited for the store of the byte; compiling took 4 % more instructions.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct WideReg(u64);

impl WideReg {
    /// The register.
    #[inline(always)]
    pub const fn get(self) -> Reg {
        Reg(self.0 as u8)
    }
}

/// A slot as wide as a number; see [`WideReg`].
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct WideSlot(i64);

impl WideSlot {
    /// The slot.
    #[inline(always)]
    pub const fn get(self) -> Slot {
        Slot(self.0 as i32)
    }
}

impl Value {
    /// [`Self::Temp`].
    #[inline(always)]
    pub const fn temp(reg: Reg) -> Self {
        Self::Temp(WideReg(reg.0 as u64))
    }

    /// [`Self::Home`].
    #[inline(always)]
    pub const fn home(reg: Reg) -> Self {
        Self::Home(WideReg(reg.0 as u64))
    }

    /// [`Self::Slot`].
    #[inline(always)]
    pub const fn slot(slot: Slot) -> Self {
        Self::Slot(WideSlot(slot.0 as i64))
    }

    /// The register it is in, if it is in one.
    pub fn reg(self) -> Option<Reg> {
        match self {
            Self::Temp(reg) | Self::Home(reg) => Some(reg.get()),
            Self::Imm(_) | Self::Slot(_) => None,
        }
    }

    /// As a second operand of integer arithmetic.
    pub fn src(self) -> Src {
        match self {
            Self::Imm(imm) => Src::Imm(imm),
            Self::Temp(reg) | Self::Home(reg) => Src::Reg(reg.get()),
            Self::Slot(slot) => Src::Slot(slot.get()),
        }
    }
}

/// Width of the register operations that move a value of this type.
pub fn width(ty: ValType) -> Width {
    match ty {
        ValType::I32 | ValType::F32 => Width::W32,
        _ => Width::W64,
    }
}

impl<M: Masm> Emitter<'_, M> {
    /// Pushes a number.
    #[inline(always)]
    pub fn push_const(&mut self, ty: ValType, bits: i64) {
        if !self.techniques.has(Technique::Constants) {
            let reg = self.alloc(ty.is_float());
            self.load(reg, Value::Imm(bits), ty);
            return self.push_reg(ty, reg);
        }
        self.push(Place::Const(bits), ty, NONE);
    }

    /// Pushes an alias of a local, as a value of type `ty`.
    #[inline(always)]
    pub fn push_local(&mut self, index: u32, ty: ValType) {
        let height = self.stack.len() as u32;
        let link = std::mem::replace(&mut self.locals[index as usize].aliases, height);
        self.push(Place::Local(index), ty, link);
    }

    /// Pushes a temporary register that the current operator holds.
    #[inline(always)]
    pub fn push_reg(&mut self, ty: ValType, reg: Reg) {
        self.regs.own(reg, self.stack.len() as u32);
        self.push(Place::Reg(reg), ty, NONE);
    }

    /// Pushes a value that is in the new entry's own slot.
    pub fn push_slot(&mut self, ty: ValType) {
        self.push(Place::Slot, ty, NONE);
    }

    /// Pushes an entry; see [`Operand`].
    #[inline(always)]
    pub fn push(&mut self, place: Place, ty: ValType, link: u32) {
        self.stack.push(Operand { place, ty, link });
    }

    /// The slot of stack entry `index`.
    pub fn operand_slot(&self, index: usize) -> Slot {
        Slot(self.operands_top - 8 * (index as i32 + 1))
    }

    /// The value of stack entry `index`, which is no pending comparison, without taking it off.
    #[inline]
    pub fn value_at(&self, index: usize) -> Value {
        match self.stack[index].place {
            Place::Const(bits) => Value::Imm(bits),
            Place::Reg(reg) => Value::temp(reg),
            Place::Slot => Value::slot(self.operand_slot(index)),
            Place::Local(index) => {
                let local = &self.locals[index as usize];
                match local.home.or(local.reg) {
                    Some(reg) => Value::home(reg),
                    None => {
                        debug_assert!(!self.is_lost(index), "a local whose value is nowhere");
                        Value::slot(local.slot)
                    }
                }
            }
            Place::Cond => unreachable!("a pending comparison below the top of the operand stack"),
        }
    }

    /// Takes the top entry off. Its register, if it has one, is held until the operator ends.
    #[inline(always)]
    pub fn pop(&mut self) -> (Value, ValType) {
        let Operand { place, ty, link } =
            self.stack.pop().expect("validated: the operand stack is not empty");
        let value = match place {
            Place::Const(bits) => Value::Imm(bits),
            Place::Reg(reg) => {
                self.regs.hold_owned(reg);
                Value::temp(reg)
            }
            Place::Slot => Value::slot(self.operand_slot(self.stack.len())),
            Place::Local(index) => {
                self.locals[index as usize].aliases = link;
                self.value_of_local(index)
            }
            Place::Cond => Value::temp(self.set_to_cond()),
        };
        (value, ty)
    }

    /// What [`Self::pop`] gives for an alias of a local that has been taken off.
    #[inline(always)]
    pub fn value_of_local(&mut self, index: u32) -> Value {
        let local = &self.locals[index as usize];
        match (local.home, local.reg) {
            (Some(home), _) => Value::home(home),
            (None, Some(reg)) => self.take_cached(index, reg, local.aliases),
            (None, None) => {
                let slot = local.slot;
                debug_assert!(!self.is_lost(index), "a local whose value is nowhere");
                Value::slot(slot)
            }
        }
    }

    /// Takes the top entry off, which is no pending comparison, for a move that comes before anything else gets its register.
    #[inline(always)]
    pub fn take_off(&mut self) -> Value {
        let value = self.value_at(self.stack.len() - 1);
        self.drop_top();
        value
    }

    /// Removes the top entry; its register becomes free.
    pub fn drop_top(&mut self) {
        let operand = self.stack.pop().expect("validated: the operand stack is not empty");
        self.dropped(&operand);
    }

    /// An entry has been taken off for good.
    #[inline(always)]
    fn dropped(&mut self, operand: &Operand) {
        match operand.place {
            Place::Local(local) => self.locals[local as usize].aliases = operand.link,
            Place::Reg(reg) => self.regs.disown(reg),
            Place::Cond => self.pending = false,
            Place::Const(_) | Place::Slot => {}
        }
    }

    /// Removes entries down to height `height`.
    #[inline(always)]
    pub fn truncate(&mut self, height: usize) {
        if self.stack.len() > height {
            self.drop_down_to(height);
        }
    }

    #[inline(never)]
    fn drop_down_to(&mut self, height: usize) {
        self.count(self.stack.len() - height);
        while self.stack.len() > height
            && let Some(operand) = self.stack.pop()
        {
            self.dropped(&operand);
        }
    }

    /// Makes the pending comparison, which is the top entry, a number in a register.
    #[inline(never)]
    pub fn materialize_cond(&mut self) {
        if !self.pending {
            return;
        }
        self.stack.pop();
        let dst = self.set_to_cond();
        self.push_reg(ValType::I32, dst);
    }

    /// The pending comparison, which has been taken off, as a number in a register that the operator holds.
    #[inline(never)]
    fn set_to_cond(&mut self) -> Reg {
        self.pending = false;
        let dst = self.alloc(false);
        self.m.cmp_set(&self.cmp, dst);
        dst
    }

    /// The value in a register: the one it is in, or a new temporary.
    #[inline(always)]
    pub fn in_reg(&mut self, value: Value, ty: ValType) -> Reg {
        match value.reg() {
            Some(reg) => reg,
            None => self.in_new_reg(value, ty),
        }
    }

    #[inline(never)]
    fn in_new_reg(&mut self, value: Value, ty: ValType) -> Reg {
        let reg = self.alloc(ty.is_float());
        self.load(reg, value, ty);
        reg
    }

    /// The value in a temporary register that may be overwritten.
    pub fn in_temp(&mut self, value: Value, ty: ValType) -> Reg {
        if let Value::Temp(reg) = value {
            return reg.get();
        }
        let reg = self.alloc(ty.is_float());
        self.load(reg, value, ty);
        reg
    }

    /// Copies a value to a register of its class.
    pub fn load(&mut self, dst: Reg, value: Value, ty: ValType) {
        let width = width(ty);
        match (value, ty.is_float()) {
            (Value::Imm(bits), false) => self.m.mov_ri(width, dst, bits),
            (Value::Imm(bits), true) => self.m.fmov_fi(width, dst, bits as u64),
            (Value::Slot(slot), false) => self.m.mov_rs(width, dst, slot.get()),
            (Value::Slot(slot), true) => self.m.fmov_fs(width, dst, slot.get()),
            (Value::Temp(reg) | Value::Home(reg), _) if reg.get() == dst => {}
            // Registers hold `i32`s with a zero upper half, so all of it may move; 32 bits encode shorter.
            (Value::Temp(reg) | Value::Home(reg), false) => self.m.mov_rr(width, dst, reg.get()),
            (Value::Temp(reg) | Value::Home(reg), true) => self.m.fmov_ff(width, dst, reg.get()),
        }
    }

    /// Copies a value to a slot.
    pub fn store(&mut self, dst: Slot, value: Value, ty: ValType) {
        let width = width(ty);
        match value {
            Value::Imm(bits) => self.m.mov_sx(width, dst, Src::Imm(bits)),
            Value::Slot(slot) if slot.get() == dst => {}
            Value::Slot(slot) => self.m.mov_ss(width, dst, slot.get()),
            Value::Temp(reg) | Value::Home(reg) if ty.is_float() => self.m.fmov_sf(width, dst, reg.get()),
            Value::Temp(reg) | Value::Home(reg) => self.m.mov_sx(width, dst, Src::Reg(reg.get())),
        }
    }

    /// Moves entry `index`, whatever it is, to its slot. The alias list of a local loses the entry only if it is the newest one.
    pub fn spill(&mut self, index: usize) {
        let value = self.value_at(index);
        let Operand { place, ty, .. } = self.stack[index];
        let slot = self.operand_slot(index);
        self.store(slot, value, ty);
        match place {
            Place::Reg(reg) => self.regs.disown(reg),
            Place::Local(local) => {
                let head = &mut self.locals[local as usize].aliases;
                if *head == index as u32 {
                    *head = NONE;
                }
            }
            _ => {}
        }
        self.stack[index].place = Place::Slot;
    }

    /// Before a block: makes every entry below `height` a constant or its slot, so that the block may forget about registers. Entries with the
    /// mark already are, so each is looked at once.
    #[inline]
    pub fn flush(&mut self, height: usize) {
        if self.stack[..height].last().is_some_and(|top| top.link != FLUSHED) {
            self.flush_unmarked(height);
        }
    }

    #[inline(never)]
    fn flush_unmarked(&mut self, height: usize) {
        let unmarked = self.stack[..height].iter().rev().take_while(|entry| entry.link != FLUSHED).count();
        self.count(unmarked);
        for index in height - unmarked..height {
            if !matches!(self.stack[index].place, Place::Const(_) | Place::Slot) {
                self.spill(index);
            }
            self.stack[index].link = FLUSHED;
        }
    }

    /// Before a local is written: gives each of its aliases a place of its own.
    pub fn detach(&mut self, local: u32) {
        let mut index = std::mem::replace(&mut self.locals[local as usize].aliases, NONE);
        // A link may lead to an entry that is something else by now, or is gone.
        while let Some(&Operand { place, ty, link }) = self.stack.get(index as usize) {
            if place != Place::Local(local) {
                break;
            }
            self.count(1);
            let cached = self.locals[local as usize].reg;
            if let Some(reg) = cached.filter(|&reg| link == NONE && !self.regs.is_locked(reg)) {
                // The local is about to be overwritten, and this is the last alias: the register becomes the entry's.
                self.locals[local as usize].reg = None;
                self.regs.uncache(reg);
                self.regs.own(reg, index);
                self.stack[index as usize].place = Place::Reg(reg);
            } else if let Some(reg) = self.regs.take_free(ty.is_float()) {
                let value = self.value_at(index as usize);
                self.load(reg, value, ty);
                self.regs.own(reg, index);
                self.stack[index as usize].place = Place::Reg(reg);
            } else {
                self.spill(index as usize);
            }
            index = link;
        }
    }
}
