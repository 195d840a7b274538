//! Locals and globals.

use super::INT_CONDS;
use super::int::takes_condition;
use crate::compile::func::Emitter;
use crate::compile::operand::{NONE, Place, Value, width};
use crate::masm::{Cmp, CmpKind, Cond, Load, Masm, Mem, Slot, Src, Store, Width};
use crate::techniques::Technique;
use beeline_abi::types::ValType::{self, I32};

impl<M: Masm> Emitter<'_, M> {
    #[inline(always)]
    pub(super) fn local_get(&mut self, index: u32) {
        let height = self.stack.len() as u32;
        let local = &mut self.locals[index as usize];
        local.left = local.left.wrapping_sub(1);
        let (ty, link) = (local.ty, std::mem::replace(&mut local.aliases, height));
        self.push(Place::Local(index), ty, link);
    }

    /// [`Self::local_get`] for an operator that takes the value at once: nothing is pushed.
    #[inline(always)]
    pub(super) fn take_local(&mut self, index: u32) -> Value {
        let local = &mut self.locals[index as usize];
        local.left = local.left.wrapping_sub(1);
        self.value_of_local(index)
    }

    pub(super) fn local_set(&mut self, index: u32) {
        self.write_local(index);
    }

    pub(super) fn local_tee(&mut self, index: u32) {
        let local = &mut self.locals[index as usize];
        if local.home.is_none() && local.left == 1 && !local.exposed {
            // Nothing reads it: the value stays where it is, and aliases keep the old one.
            local.left = 0;
            return;
        }
        let (value, ty) = self.write_local(index);
        match value {
            Value::Imm(bits) => self.push_const(ty, bits),
            _ => self.push_local(index, ty),
        }
    }

    /// Writes the top entry to a local and takes it off.
    fn write_local(&mut self, index: u32) -> (Value, ValType) {
        debug_assert!(!self.pending, "only its consumer follows a pending comparison");
        let (value, ty) = self.pop();
        if self.locals[index as usize].aliases != NONE {
            self.detach(index);
        }
        let local = &mut self.locals[index as usize];
        local.left = local.left.wrapping_sub(1);
        match local.home {
            Some(home) => self.load(home, value, ty),
            None => self.set_in_slot(index, value, ty),
        }
        (value, ty)
    }

    pub(super) fn global_get(&mut self, index: u32) {
        let ty = self.module.globals[index as usize].ty;
        if ty == I32 && self.compare_global(index) {
            return;
        }
        let mem = self.global_mem(index);
        let dst = self.dst(ty, None);
        self.m.load_rm(load_kind(ty), dst, mem, false);
        self.finish(ty, dst);
    }

    /// If a comparison of this global, an `i32`, with a constant is what follows, or a use as a condition: that comparison, of the global where it lies. Passes
    /// over what it consists of; whether there was one. Programs that can be suspended ask a global after each call whether they are: ruby's text shrinks to 0.97
    /// by this, the number of its instructions to 0.92.
    fn compare_global(&mut self, index: u32) -> bool {
        let mut after = self.decoder;
        let (cond, number) = match after.next() {
            // i32.eqz
            0x45 => {
                after.byte();
                (Cond::Eq, 0)
            }
            // i32.const, and a comparison
            0x41 => {
                after.byte();
                let number = after.s32();
                let cond = INT_CONDS.get(usize::from(after.byte().wrapping_sub(0x46)));
                let Some(&cond) = cond else { return false };
                (cond, i64::from(number))
            }
            next if takes_condition(next) => (Cond::Ne, 0),
            _ => return false,
        };
        if index < self.module.global_imports || !self.techniques.has(Technique::ComparedGlobals) {
            return false;
        }
        after.look();
        self.decoder = after;
        let lhs = Src::Slot(Slot(self.module.global(index)));
        self.push_cmp(Cmp { kind: CmpKind::Pinned, cond, width: Width::W32, lhs, rhs: Src::Imm(number) });
        true
    }

    pub(super) fn global_set(&mut self, index: u32) {
        let (value, ty) = self.pop();
        let mem = self.global_mem(index);
        let src = match value {
            Value::Imm(bits) if !ty.is_float() => Src::Imm(bits),
            _ => Src::Reg(self.in_reg(value, ty)),
        };
        self.m.store_mx(store_kind(ty), mem, src, false);
    }

    /// Where a global's value is. The address of an imported one is loaded.
    fn global_mem(&mut self, index: u32) -> Mem {
        let slot = Mem::new(M::REGS.pinned, self.module.global(index));
        if index >= self.module.global_imports {
            return slot;
        }
        let reg = self.alloc(false);
        self.m.load_rm(Load::U64, reg, slot, false);
        Mem::new(reg, 0)
    }
}

/// How a value of this type is loaded from a global or a table.
pub(super) fn load_kind(ty: ValType) -> Load {
    match (ty.is_float(), width(ty)) {
        (false, Width::W32) => Load::U32,
        (false, Width::W64) => Load::U64,
        (true, Width::W32) => Load::F32,
        (true, Width::W64) => Load::F64,
    }
}

/// How a value of this type is stored to a global or a table.
pub(super) fn store_kind(ty: ValType) -> Store {
    match (ty.is_float(), width(ty)) {
        (false, Width::W32) => Store::B32,
        (false, Width::W64) => Store::B64,
        (true, Width::W32) => Store::F32,
        (true, Width::W64) => Store::F64,
    }
}
