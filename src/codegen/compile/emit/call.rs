//! Calls: operands to where the convention has them, temporaries out of the way, results from where they arrive.

use super::locals::load_kind;
use crate::compile::func::Emitter;
use crate::compile::operand::{Place, Value, width};
use crate::masm::{Load, Masm, Mem, OutSlot, RegSet, Src, Width};
use crate::module::FuncType;
use beeline_abi::TrapCode;
use beeline_abi::callconv::{Loc, Locs};
use beeline_abi::types::ValType::I32;
use beeline_abi::vm;

impl<'m, M: Masm> Emitter<'m, M> {
    pub(super) fn call(&mut self, func: u32) {
        let module = self.module;
        let ty = module.func_type(func);
        self.arguments(ty);
        if func >= module.func_imports {
            self.m.call_func(func);
        } else {
            // The callee belongs to another instance or to the host: it gets its own P, and ours to know the caller by.
            let regs = M::REGS;
            let slot = module.func_import(func);
            self.m.mov_rr(Width::W64, regs.caller_p, regs.pinned);
            let vmctx = Mem::new(regs.caller_p, slot + vm::FUNCREF_VMCTX as i32);
            self.m.load_rm(Load::U64, regs.pinned, vmctx, false);
            self.m.call_m(Mem::new(regs.caller_p, slot + vm::FUNCREF_CODE as i32));
            self.m.mov_rs(Width::W64, regs.pinned, self.saved_p);
        }
        self.call_results(ty);
    }

    pub(super) fn call_indirect(&mut self) {
        let (type_index, table) = (self.index(), self.index());
        let module = self.module;
        let ty: &'m FuncType = &module.types[type_index as usize];
        let funcref = M::REGS.caller_p;
        // The element is looked up before the arguments move: the registers are still the operands'. It waits in the register that
        // carries the caller's P into calls that leave, which no argument uses.
        let (index, _) = self.pop();
        self.stack_arguments(ty);
        if M::REGS.caller_p_is_scratch {
            self.spill_float_constants(ty.params.len());
        }
        let index = self.in_reg(index, I32);
        let element = self.table_element(table, index, Some(funcref), TrapCode::UndefinedElement);
        self.m.load_rm(load_kind(beeline_abi::ValType::FuncRef), funcref, element, false);
        match (ty.sig, module.sig(type_index)) {
            (Some(sig), _) => self.m.check_sig(funcref, Src::Imm(i64::from(sig.0))),
            (None, slot) => {
                let reg = self.alloc(false);
                let slot = slot.expect("a type without a self-describing id has a slot");
                self.m.load_rm(Load::U32, reg, Mem::new(M::REGS.pinned, slot), false);
                self.m.check_sig(funcref, Src::Reg(reg));
            }
        }
        self.regs.release();
        self.register_arguments(ty);
        self.m.call_funcref(funcref, self.saved_p);
        self.call_results(ty);
    }

    /// Float constants among the top `count` entries go to their slots: loading one to a register takes the scratch register that the funcref is in.
    fn spill_float_constants(&mut self, count: usize) {
        for index in self.stack.len() - count..self.stack.len() {
            if matches!(self.stack[index].place, Place::Const(_)) && self.stack[index].ty.is_float() {
                self.spill(index);
            }
        }
    }

    /// Puts the top entries where the convention has arguments of these types, takes them off, and clears the temporary registers.
    fn arguments(&mut self, ty: &FuncType) {
        self.stack_arguments(ty);
        self.register_arguments(ty);
    }

    /// The arguments that travel on the stack. They stay entries until the others have moved.
    fn stack_arguments(&mut self, ty: &FuncType) {
        if ty.stack_params == 0 {
            return;
        }
        let first = self.stack.len() - ty.params.len();
        for (n, (ty, loc)) in Locs::params(&ty.params).enumerate() {
            if let Loc::Stack(slot) = loc {
                let value = self.value_at(first + n);
                self.store_out(slot, value, ty);
            }
        }
    }

    /// The arguments that travel in registers.
    fn register_arguments(&mut self, ty: &FuncType) {
        let regs = M::REGS;
        self.count(ty.params.len() + ty.results.len());
        // They are taken off before anything is stored: what they have read for the last time is not.
        for (&ty, &loc) in ty.params.iter().zip(&ty.param_locs).rev() {
            let value = self.take_off();
            match loc {
                Loc::Int(i) => self.moves.push(regs.params[i as usize], value, ty),
                Loc::Float(i) => self.moves.push(regs.float_params[i as usize], value, ty),
                Loc::Stack(_) => {}
            }
        }
        self.pass_arguments();
    }

    /// Emits the moves of arguments that have been taken off, and clears the temporary registers for the call.
    #[inline(always)]
    pub(super) fn pass_arguments(&mut self) {
        self.spill_temps();
        self.write_back_dirty();
        self.emit_moves();
        self.forget_cached();
    }

    /// Before a call whose arguments have been taken off: entries leave the temporary registers, which calls overwrite.
    #[inline]
    fn spill_temps(&mut self) {
        let owned = self.regs.owned();
        if !owned.is_empty() {
            self.spill_all(owned);
        }
    }

    #[inline(never)]
    fn spill_all(&mut self, owned: RegSet) {
        for reg in owned.iter() {
            if let Some(owner) = self.regs.owner(reg) {
                self.spill(owner as usize);
            }
        }
    }

    /// Pushes the results of a call. Those that arrive on the stack move to their entries' slots: the next call needs the area.
    fn call_results(&mut self, ty: &FuncType) {
        let regs = M::REGS;
        if let [ty] = ty.results[..] {
            let reg = regs.first_result(ty);
            self.regs.hold(reg);
            return self.push_reg(ty, reg);
        }
        // Registers with results are held before anything is allocated for the others.
        for (_, loc) in Locs::results(&ty.results, ty.stack_params) {
            match loc {
                Loc::Int(i) => self.regs.hold(regs.results[i as usize]),
                Loc::Float(i) => self.regs.hold(regs.float_results[i as usize]),
                Loc::Stack(_) => {}
            }
        }
        for (ty, loc) in Locs::results(&ty.results, ty.stack_params) {
            match loc {
                Loc::Int(i) => self.push_reg(ty, regs.results[i as usize]),
                Loc::Float(i) => self.push_reg(ty, regs.float_results[i as usize]),
                Loc::Stack(slot) => {
                    let reg = self.alloc(ty.is_float());
                    self.m.mov_ro(width(ty), reg, OutSlot(slot));
                    let entry = self.operand_slot(self.stack.len());
                    self.store(entry, Value::temp(reg), ty);
                    self.regs.release_one(reg);
                    self.push_slot(ty);
                }
            }
        }
        self.gives_up();
    }
}
