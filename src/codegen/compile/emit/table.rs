//! Tables and references. A reference is one word: null is 0, a funcref the address of a record in the instance data.

use super::locals::{load_kind, store_kind};
use crate::compile::func::Emitter;
use crate::compile::operand::{Value, width};
use crate::masm::{Cmp, CmpKind, Cond, Load, Masm, Mem, Reg, Src, Width};
use beeline_abi::types::ValType::{FuncRef, I32};
use beeline_abi::{Libcall, TrapCode, vm};

/// Offset of the length in a table's descriptor.
const LEN: i32 = std::mem::offset_of!(vm::TableDesc, len) as i32;

impl<M: Masm> Emitter<'_, M> {
    /// Where the descriptor of a table is. The address of an imported one is loaded.
    fn table_desc(&mut self, table: u32) -> Mem {
        let slot = Mem::new(M::REGS.pinned, self.module.table(table));
        if table >= self.module.table_imports {
            return slot;
        }
        let reg = self.alloc(false);
        self.m.load_rm(Load::U64, reg, slot, false);
        Mem::new(reg, 0)
    }

    /// Checks an index, which is in a register, against a table's length; `code` if it is out of bounds. Gives the address of the element, through
    /// `base` or a register of its own, which gets the address of the first one.
    pub(super) fn table_element(&mut self, table: u32, index: Reg, base: Option<Reg>, code: TrapCode) -> Mem {
        let desc = self.table_desc(table);
        let len = self.alloc(false);
        // Lengths are below 2^32, so 32 bits of it are compared.
        self.m.load_rm(Load::U32, len, Mem { disp: desc.disp + LEN, ..desc }, false);
        let cmp = Cmp {
            kind: CmpKind::Int,
            cond: Cond::GeU,
            width: Width::W32,
            lhs: Src::Reg(index),
            rhs: Src::Reg(len),
        };
        self.m.cmp_trap(&cmp, code);
        // The length is done with. Where four temporaries are left, every one counts: a value to be stored is in one as well.
        let base = base.unwrap_or(len);
        self.m.load_rm(Load::U64, base, desc, false);
        Mem { base, index: Some(index), scale: 3, disp: 0 }
    }

    pub(super) fn table_get(&mut self) {
        let table = self.index();
        let ty = self.module.tables[table as usize].ty;
        let (index, _) = self.pop();
        let index = self.in_reg(index, I32);
        let element = self.table_element(table, index, None, TrapCode::TableOutOfBounds);
        let dst = self.dst(ty, Some(element.base));
        self.m.load_rm(load_kind(ty), dst, element, false);
        self.finish(ty, dst);
    }

    pub(super) fn table_set(&mut self) {
        let table = self.index();
        let ((value, ty), (index, _)) = (self.pop(), self.pop());
        let value = match value {
            Value::Imm(bits) => Src::Imm(bits),
            _ => Src::Reg(self.in_reg(value, ty)),
        };
        let index = self.in_reg(index, I32);
        let element = self.table_element(table, index, None, TrapCode::TableOutOfBounds);
        self.m.store_mx(store_kind(ty), element, value, false);
    }

    pub(super) fn table_size(&mut self) {
        let table = self.index();
        let desc = self.table_desc(table);
        let dst = self.dst(I32, None);
        self.m.load_rm(Load::U32, dst, Mem { disp: desc.disp + LEN, ..desc }, false);
        self.finish(I32, dst);
    }

    pub(super) fn table_grow(&mut self) {
        let table = self.index();
        // The operands are the reference and the delta; the libcall takes them the other way round.
        let top = self.stack.len();
        self.swap_entries(top - 2, top - 1);
        self.libcall(Libcall::TableGrow, &[table], 2);
        self.wrap();
    }

    pub(super) fn table_copy(&mut self) {
        let (dst, src) = (self.index(), self.index());
        self.libcall(Libcall::TableCopy, &[dst, src], 3);
    }

    pub(super) fn table_fill(&mut self) {
        let table = self.index();
        self.libcall(Libcall::TableFill, &[table], 3);
    }

    pub(super) fn table_init(&mut self) {
        let (elem, table) = (self.index(), self.index());
        self.libcall(Libcall::TableInit, &[table, elem], 3);
    }

    pub(super) fn elem_drop(&mut self) {
        let elem = self.index();
        self.libcall(Libcall::ElemDrop, &[elem], 0);
    }

    pub(super) fn ref_func(&mut self) {
        let func = self.index();
        let mem = Mem::new(M::REGS.pinned, self.module.funcref(func));
        let dst = self.dst(FuncRef, None);
        self.m.lea_rm(dst, mem);
        self.finish(FuncRef, dst);
    }

    /// Exchanges two entries by taking both to registers.
    fn swap_entries(&mut self, low: usize, high: usize) {
        debug_assert_eq!((low + 2, high + 1), (self.stack.len(), self.stack.len()));
        let ((b, b_ty), (a, a_ty)) = (self.pop(), self.pop());
        let (b_reg, a_reg) = (self.in_temp(b, b_ty), self.in_temp(a, a_ty));
        debug_assert!(!b_ty.is_float() && width(a_ty) == Width::W64);
        self.push_reg(b_ty, b_reg);
        self.push_reg(a_ty, a_reg);
    }
}
