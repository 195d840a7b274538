//! Blocks: labels, where their values travel, merges.
//!
//! Below an open block every operand is a constant or in its slot ([`Emitter::flush`]), locals that are read behind a meeting of ways are in their homes and slots, so control that meets at a
//! label agrees about everything but the label's own values. Those have fixed places: results of a function those of the calling convention, results
//! of a block the first result registers and then their slots, parameters of a loop their slots.
//!
//! A block that nothing jumps to is no merge: its results stay as lazy as they are.

use super::func::Emitter;
use super::operand::{Place, Value};
use super::ways::{Way, Ways};
use crate::masm::{Label, Masm, Reg, Slot};
use crate::module::Module;
use crate::module::decode::BlockType;
use beeline_abi::callconv::{FLOAT_RESULTS, INT_RESULTS, Loc, Locs};
use beeline_abi::types::ValType;

/// What kind of block it is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Kind {
    /// The body of the function.
    Func,
    /// `block`.
    Block,
    /// `loop`.
    Loop,
    /// `if` before `else`; the label of what is executed if the condition does not hold.
    If(Label),
    /// `else`.
    Else,
}

/// An open block.
#[derive(Clone, Copy, Debug)]
pub struct Block {
    /// What it is.
    pub kind: Kind,
    /// Where a branch to it goes.
    pub label: Label,
    /// Its type.
    pub ty: BlockType,
    /// Height of the operand stack below its parameters.
    pub height: u32,
    /// Whether only branches go to its end, and the program does not go on from there.
    pub dead_end: bool,
    /// The ways to the label.
    pub ways: Ways,
    /// What is known on the only one.
    pub end: Way,
    /// What is known where an `if`'s condition does not hold.
    pub otherwise: Way,
}

/// Where one value of a label travels.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Target {
    /// A register.
    Reg(Reg),
    /// A slot.
    Slot(Slot),
}

/// Lists of one type, for block types that are a value type.
fn one(byte: u8) -> &'static [ValType] {
    match byte {
        0x7f => &[ValType::I32],
        0x7e => &[ValType::I64],
        0x7d => &[ValType::F32],
        0x7c => &[ValType::F64],
        0x7b => &[ValType::V128],
        0x70 => &[ValType::FuncRef],
        _ => &[ValType::ExternRef],
    }
}

/// Parameters of a block type.
pub fn params<'m>(module: &'m Module<'_>, ty: BlockType) -> &'m [ValType] {
    match ty {
        BlockType::Func(index) => &module.types[index as usize].params,
        BlockType::Empty | BlockType::Value(_) => &[],
    }
}

/// Results of a block type.
pub fn results<'m>(module: &'m Module<'_>, ty: BlockType) -> &'m [ValType] {
    match ty {
        BlockType::Empty => &[],
        BlockType::Value(byte) => one(byte),
        BlockType::Func(index) => &module.types[index as usize].results,
    }
}

impl Block {
    /// A block that nothing goes to yet.
    pub fn new(kind: Kind, label: Label, ty: BlockType, height: u32) -> Self {
        Self {
            kind,
            label,
            ty,
            height,
            dead_end: false,
            ways: Ways::None,
            end: Way::NOTHING,
            otherwise: Way::NOTHING,
        }
    }

    /// Whether a branch to it carries no values: nearly always.
    #[inline(always)]
    pub fn carries_nothing(&self, module: &Module<'_>) -> bool {
        match self.ty {
            BlockType::Empty => true,
            BlockType::Value(_) => self.kind == Kind::Loop,
            BlockType::Func(_) => self.label_types(module).is_empty(),
        }
    }

    /// The types of the values that a branch to it carries.
    pub fn label_types<'m>(&self, module: &'m Module<'_>) -> &'m [ValType] {
        match self.kind {
            Kind::Loop => params(module, self.ty),
            _ => results(module, self.ty),
        }
    }
}

impl<'m, M: Masm> Emitter<'m, M> {
    /// Opens a block whose parameters are on the stack.
    pub fn open(&mut self, kind: Kind, label: Label, ty: BlockType) -> &mut Block {
        let height = self.stack.len() - params(self.module, ty).len();
        self.blocks.push_mut(Block::new(kind, label, ty, height as u32))
    }

    /// Index of the block that a branch of this depth goes to.
    pub fn target(&self, depth: u32) -> usize {
        self.blocks.len() - 1 - depth as usize
    }

    /// Calls `each` with every value of a label: its type and where it travels.
    pub fn label_targets(&self, block: &Block, mut each: impl FnMut(usize, ValType, Target)) {
        let types = block.label_types(self.module);
        let regs = M::REGS;
        match block.kind {
            Kind::Loop => {
                for (n, &ty) in types.iter().enumerate() {
                    each(n, ty, Target::Slot(self.operand_slot(block.height as usize + n)));
                }
            }
            Kind::Func => {
                let stack_params = self.func_type.stack_params;
                for (n, (ty, loc)) in Locs::results(types, stack_params).enumerate() {
                    each(
                        n,
                        ty,
                        match loc {
                            Loc::Int(i) => Target::Reg(regs.results[i as usize]),
                            Loc::Float(i) => Target::Reg(regs.float_results[i as usize]),
                            Loc::Stack(i) => Target::Slot(Slot(16 + 8 * i as i32)),
                        },
                    );
                }
            }
            Kind::Block | Kind::If(_) | Kind::Else => {
                let (mut ints, mut floats) = (0, 0);
                for (n, &ty) in types.iter().enumerate() {
                    let (used, max, regs): (_, _, &[Reg]) = if ty.is_float() {
                        (&mut floats, FLOAT_RESULTS, &regs.float_results)
                    } else {
                        (&mut ints, INT_RESULTS, &regs.results)
                    };
                    let target = if *used < max {
                        *used += 1;
                        Target::Reg(regs[*used - 1])
                    } else {
                        Target::Slot(self.operand_slot(block.height as usize + n))
                    };
                    each(n, ty, target);
                }
            }
        }
    }

    /// The only value of a label that carries one in a register, as most do that carry any: its type and the register.
    #[inline(always)]
    pub fn only_value(&self, block: &Block) -> Option<(ValType, Reg)> {
        if block.kind == Kind::Loop {
            return None;
        }
        let &[ty] = results(self.module, block.ty) else { return None };
        Some((ty, M::REGS.first_result(ty)))
    }

    /// Whether the label's values are where they travel already.
    pub fn in_place(&self, block: &Block) -> bool {
        if let Some((_, reg)) = self.only_value(block) {
            return self.stack.last().is_some_and(|top| top.place == Place::Reg(reg));
        }
        let first = self.stack.len() - block.label_types(self.module).len();
        let mut all = true;
        self.label_targets(block, |n, _, target| {
            let value = match self.stack[first + n].place {
                Place::Cond => None,
                _ => Some(self.value_at(first + n)),
            };
            all &= match target {
                Target::Reg(reg) => value == Some(Value::temp(reg)),
                Target::Slot(slot) => value == Some(Value::slot(slot)),
            };
        });
        all
    }

    /// Emits the moves of the label's values, the top entries, to where they travel. The stack's records stay as they were: what follows on this path is
    /// a jump or the label.
    #[inline(always)]
    pub fn move_to_label(&mut self, block: &Block) {
        if self.pending {
            self.materialize_cond();
        }
        if !block.carries_nothing(self.module) {
            self.move_values_to_label(block);
        }
    }

    #[inline(never)]
    fn move_values_to_label(&mut self, block: &Block) {
        if let Some((ty, reg)) = self.only_value(block) {
            let value = self.value_at(self.stack.len() - 1);
            return self.load(reg, value, ty);
        }
        let count = block.label_types(self.module).len();
        let first = self.stack.len() - count;
        self.count(count);
        if self.in_place(block) {
            return;
        }
        let mut moves = std::mem::take(&mut self.moves);
        let mut slots = false;
        self.label_targets(block, |n, ty, target| match target {
            Target::Reg(reg) => moves.push(reg, self.value_at(first + n), ty),
            Target::Slot(_) => slots = true,
        });
        self.moves = moves;
        if !slots {
            self.emit_moves();
            return;
        }
        self.moves.clear();
        // More values than registers. First each goes to the slot it owns, which no other value is in; then registers are loaded, and slots copied
        // upwards: value n comes from a slot at or above the one it goes to, so no copy overwrites the source of a later one.
        for n in 0..count {
            let (value, slot) = (self.value_at(first + n), self.operand_slot(first + n));
            let ty = self.stack[first + n].ty;
            self.store(slot, value, ty);
        }
        let mut plan = std::mem::take(&mut self.plan);
        plan.clear();
        self.label_targets(block, |n, ty, target| plan.push((n, ty, target)));
        for &(n, ty, target) in &plan {
            if let Target::Reg(reg) = target {
                let slot = self.operand_slot(first + n);
                self.load(reg, Value::slot(slot), ty);
            }
        }
        for &(n, ty, target) in &plan {
            if let Target::Slot(to) = target {
                let slot = self.operand_slot(first + n);
                self.store(to, Value::slot(slot), ty);
            }
        }
        self.plan = plan;
    }

    /// Behind a label: the stack is what the label says, its values where they travel.
    #[inline(always)]
    pub fn arrive_at_label(&mut self, block: &Block) {
        self.truncate(block.height as usize);
        if !block.carries_nothing(self.module) {
            self.push_label_values(block);
        }
    }

    #[inline(never)]
    fn push_label_values(&mut self, block: &Block) {
        if let Some((ty, reg)) = self.only_value(block) {
            self.regs.hold(reg);
            return self.push_reg(ty, reg);
        }
        let mut plan = std::mem::take(&mut self.plan);
        plan.clear();
        self.label_targets(block, |n, ty, target| plan.push((n, ty, target)));
        for &(_, ty, target) in &plan {
            match target {
                Target::Reg(reg) => {
                    self.regs.hold(reg);
                    self.push_reg(ty, reg);
                }
                Target::Slot(_) => self.push_slot(ty),
            }
        }
        self.plan = plan;
    }

    /// Pushes the parameters of a block, which are in their slots.
    pub fn push_params_in_slots(&mut self, ty: BlockType) {
        for &param in params(self.module, ty) {
            self.push_slot(param);
        }
    }
}
