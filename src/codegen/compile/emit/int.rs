//! Integer arithmetic: constants are folded, then become immediates; what is left takes a register and whatever the other operand is in.

use super::int;
use crate::compile::func::Emitter;
use crate::compile::operand::{NONE, Operand, Place, Value};
use crate::masm::{Alu, Cmp, CmpKind, Cond, Extend, Masm, Reg, Shift, Src, Unary, Width};
use crate::module::decode::Decoder;
use crate::techniques::Technique;
use beeline_abi::types::ValType::{self, I32, I64};

/// `i32.const 1` `i32.and`.
const MASK_OF_ONE: [u8; 3] = [0x41, 1, 0x71];

/// `i32.const -1` `i32.xor`, and the same.
const NEGATED_MASK_OF_ONE: [u8; 6] = [0x41, 0x7f, 0x73, 0x41, 1, 0x71];

/// A number as constants of this width are kept: an `i32` is sign-extended.
pub(super) fn canonical(width: Width, value: i64) -> i64 {
    match width {
        Width::W32 => i64::from(value as i32),
        Width::W64 => value,
    }
}

/// Whether an operator takes the top entry as a condition: `br_if`, `if`, both kinds of `select`, `i32.eqz`.
pub(super) const fn takes_condition(op: u8) -> bool {
    matches!(op, 0x0d | 0x04 | 0x1b | 0x1c | 0x45)
}

/// Passes over what follows if it is these bytes. Whether it is.
fn skip(decoder: &mut Decoder<'_>, bytes: &[u8]) -> bool {
    let mut after = *decoder;
    let follow = bytes.iter().all(|&byte| after.peek() == byte && after.byte() == byte);
    if follow {
        after.look();
        *decoder = after;
    }
    follow
}

fn fold_alu(op: Alu, width: Width, a: i64, b: i64) -> i64 {
    canonical(
        width,
        match op {
            Alu::Add => a.wrapping_add(b),
            Alu::Sub => a.wrapping_sub(b),
            Alu::And => a & b,
            Alu::Or => a | b,
            Alu::Xor => a ^ b,
        },
    )
}

fn fold_shift(op: Shift, width: Width, a: i64, b: i64) -> i64 {
    let n = b as u32;
    match width {
        Width::W32 => i64::from(match op {
            Shift::Shl => (a as i32).wrapping_shl(n),
            Shift::ShrS => (a as i32).wrapping_shr(n),
            Shift::ShrU => (a as u32).wrapping_shr(n) as i32,
            Shift::Rotl => (a as i32).rotate_left(n & 31),
            Shift::Rotr => (a as i32).rotate_right(n & 31),
        }),
        Width::W64 => match op {
            Shift::Shl => a.wrapping_shl(n),
            Shift::ShrS => a.wrapping_shr(n),
            Shift::ShrU => (a as u64).wrapping_shr(n) as i64,
            Shift::Rotl => a.rotate_left(n & 63),
            Shift::Rotr => a.rotate_right(n & 63),
        },
    }
}

impl<M: Masm> Emitter<'_, M> {
    /// The first operand of an operation with destination `dst` (if that is settled) in a register, loaded straight into the destination where the
    /// second operand does not need that.
    pub(super) fn first_operand(&mut self, lhs: Value, rhs: Value, ty: ValType, dst: Option<Reg>) -> Reg {
        match dst {
            Some(dst) if lhs.reg().is_none() && rhs.reg() != Some(dst) => {
                self.load(dst, lhs, ty);
                dst
            }
            _ => self.in_reg(lhs, ty),
        }
    }

    /// The settled destination, or a register that the operator holds, preferably the first operand's.
    pub(super) fn result_reg(&mut self, dst: Option<Reg>, lhs: Reg, rhs: Value, commutes: bool) -> Reg {
        match dst {
            Some(dst) => dst,
            None if self.regs.is_held(lhs) => lhs,
            None => match rhs {
                Value::Temp(reg) if commutes => reg.get(),
                _ => self.alloc(false),
            },
        }
    }

    pub(super) fn alu(&mut self, op: Alu, width: Width) {
        let ty = int(width);
        if op == Alu::And && self.techniques.has(Technique::Tests) && self.and_test(width) {
            return;
        }
        let ((mut rhs, _), (mut lhs, _)) = (self.pop(), self.pop());
        if let (Value::Imm(a), Value::Imm(b)) = (lhs, rhs) {
            return self.push_const(ty, fold_alu(op, width, a, b));
        }
        let commutes = op != Alu::Sub;
        if commutes && lhs.reg().is_none() && (rhs.reg().is_some() || matches!(lhs, Value::Imm(_))) {
            std::mem::swap(&mut lhs, &mut rhs);
        }
        let dst = self.take_hint();
        let a = self.first_operand(lhs, rhs, ty, dst);
        let dst = self.result_reg(dst, a, rhs, commutes);
        self.m.alu_rrx(op, width, dst, a, rhs.src());
        match (op, width, rhs) {
            (Alu::And, Width::W32, Value::Imm(mask)) => {
                self.finish_narrow(ty, dst, u32::BITS - (mask as u32).leading_zeros());
            }
            _ => self.finish(ty, dst),
        }
    }

    /// `i32.add` of the top entry and a number that follows it: nothing is pushed for that.
    pub(super) fn add_number(&mut self, number: i64) {
        let (lhs, _) = self.pop();
        if let Value::Imm(a) = lhs {
            return self.push_const(I32, fold_alu(Alu::Add, Width::W32, a, number));
        }
        let dst = self.take_hint();
        let a = self.first_operand(lhs, Value::Imm(number), I32, dst);
        let dst = self.result_reg(dst, a, Value::Imm(number), false);
        self.m.alu_rrx(Alu::Add, Width::W32, dst, a, Src::Imm(number));
        self.finish(I32, dst);
    }

    /// `and` whose result is only compared with zero becomes a test. Returns whether it did.
    fn and_test(&mut self, width: Width) -> bool {
        let next = self.decoder.next();
        let cond = match (width, next) {
            // br_if, if
            (Width::W32, 0x0d | 0x04) => Cond::Ne,
            // i32.eqz, i64.eqz
            (Width::W32, 0x45) | (Width::W64, 0x50) => Cond::Eq,
            _ => return false,
        };
        let top = self.stack.len();
        if self.pending
            || matches!(
                (self.stack[top - 1].place, self.stack[top - 2].place),
                (Place::Const(_), Place::Const(_))
            )
        {
            return false;
        }
        let ((mut rhs, _), (mut lhs, _)) = (self.pop(), self.pop());
        if lhs.reg().is_none() && (rhs.reg().is_some() || matches!(lhs, Value::Imm(_))) {
            std::mem::swap(&mut lhs, &mut rhs);
        }
        let lhs = self.in_reg(lhs, int(width));
        if cond == Cond::Eq {
            self.decoder.step();
            self.decoder.look();
        }
        self.push_cmp(Cmp { kind: CmpKind::Test, cond, width, lhs: Src::Reg(lhs), rhs: rhs.src() });
        true
    }

    pub(super) fn mul(&mut self, width: Width) {
        let ty = int(width);
        let ((mut rhs, _), (mut lhs, _)) = (self.pop(), self.pop());
        if let (Value::Imm(a), Value::Imm(b)) = (lhs, rhs) {
            return self.push_const(ty, canonical(width, a.wrapping_mul(b)));
        }
        if lhs.reg().is_none() && (rhs.reg().is_some() || matches!(lhs, Value::Imm(_))) {
            std::mem::swap(&mut lhs, &mut rhs);
        }
        if M::MUL_ADD
            && self.techniques.has(Technique::MulAdd)
            && !matches!(rhs, Value::Imm(_))
            && let Some((op, acc)) = self.next_add(width, true)
        {
            let (a, b, acc) = (self.in_reg(lhs, ty), self.in_reg(rhs, ty), self.in_reg(acc, ty));
            let reuse = [a, b, acc].into_iter().find(|&reg| self.regs.is_held(reg));
            let dst = self.dst(ty, reuse);
            self.m.mul_add_rrrr(op, width, dst, acc, a, b);
            return self.finish(ty, dst);
        }
        let dst = self.take_hint();
        let a = self.first_operand(lhs, rhs, ty, dst);
        let dst = self.result_reg(dst, a, rhs, true);
        self.m.mul_rrx(width, dst, a, rhs.src());
        self.finish(ty, dst);
    }

    pub(super) fn shift(&mut self, op: Shift, width: Width) {
        let ty = int(width);
        let ((rhs, _), (lhs, _)) = (self.pop(), self.pop());
        if let Value::Imm(n) = rhs {
            if let Value::Imm(a) = lhs {
                return self.push_const(ty, fold_shift(op, width, a, n));
            }
            if op == Shift::Shl && self.techniques.has(Technique::ShiftAdd) && self.add_shifted(width, lhs, n)
            {
                return;
            }
            let dst = self.take_hint();
            let a = self.first_operand(lhs, rhs, ty, dst);
            let dst = self.result_reg(dst, a, rhs, false);
            self.m.shift_rrx(op, width, dst, a, rhs.src());
            return self.finish(ty, dst);
        }
        let constraint = self.m.shift_constraint(op, width);
        let Some(count) = constraint.rhs else {
            let dst = self.take_hint();
            let n = self.in_reg(rhs, ty);
            let a = self.first_operand(lhs, Value::temp(n), ty, dst);
            let dst = self.result_reg(dst, a, rhs, false);
            self.m.shift_rrx(op, width, dst, a, Src::Reg(n));
            return self.finish(ty, dst);
        };
        // The value that is shifted must not be in the count's register.
        let mut lhs = lhs;
        if lhs.reg() == Some(count) {
            let other = self.alloc(false);
            self.load(other, lhs, ty);
            lhs = Value::temp(other);
        }
        // A count that is a local in the register stays that.
        if rhs.reg() != Some(count) {
            if !self.regs.is_held(count) {
                self.take(count);
            }
            self.load(count, rhs, ty);
        }
        let dst = self.take_hint();
        let a = self.first_operand(lhs, Value::temp(count), ty, dst);
        let dst = match dst {
            Some(dst) => dst,
            None if self.regs.is_held(a) => a,
            None => self.alloc(false),
        };
        self.m.shift_rrx(op, width, dst, a, Src::Reg(count));
        self.finish(ty, dst);
    }

    /// Whether the next operator is `add`, or `sub` if that will do, of this width, with the result of this one as its second operand and something
    /// in front of it that is no constant: an addition that one instruction may do along with this operator. Takes the operator and that operand.
    fn next_add(&mut self, width: Width, sub: bool) -> Option<(Alu, Value)> {
        let op = match (width, self.decoder.next()) {
            (Width::W32, 0x6a) | (Width::W64, 0x7c) => Alu::Add,
            (Width::W32, 0x6b) | (Width::W64, 0x7d) if sub => Alu::Sub,
            _ => return None,
        };
        if matches!(self.stack.last()?.place, Place::Const(_)) {
            return None;
        }
        self.decoder.step();
        self.decoder.look();
        Some((op, self.pop().0))
    }

    /// A shift to the left by `count` and the addition of its result in one step, if that is what follows and the ISA has it.
    fn add_shifted(&mut self, width: Width, index: Value, count: i64) -> bool {
        let bits = if width == Width::W32 { 31 } else { 63 };
        let count = count as u32 & bits;
        if count == 0 || count > M::MAX_ADD_SHIFT {
            return false;
        }
        let Some((_, base)) = self.next_add(width, false) else { return false };
        let ty = int(width);
        let index = self.in_reg(index, ty);
        let base = self.in_reg(base, ty);
        let reuse = if self.regs.is_held(index) { index } else { base };
        let dst = self.dst(ty, Some(reuse));
        self.m.add_shifted_rrr(width, dst, base, index, count);
        self.finish(ty, dst);
        true
    }

    pub(super) fn int_unary(&mut self, op: Unary, width: Width) {
        let (value, ty) = self.pop();
        let src = self.in_reg(value, ty);
        let dst = self.dst(ty, Some(src));
        self.m.unary_rr(op, width, dst, src);
        self.finish(ty, dst);
    }

    pub(super) fn extend(&mut self, op: Extend, to: ValType) {
        let (value, ty) = self.pop();
        if let Value::Imm(a) = value {
            let extended = match op {
                Extend::S8W32 | Extend::S8W64 => i64::from(a as i8),
                Extend::S16W32 | Extend::S16W64 => i64::from(a as i16),
                Extend::S32W64 => i64::from(a as i32),
                Extend::U32W64 => i64::from(a as u32),
                Extend::U8 => i64::from(a as u8),
                Extend::U16 => i64::from(a as u16),
            };
            return self.push_const(to, extended);
        }
        let src = self.in_reg(value, ty);
        let dst = self.dst(to, Some(src));
        self.m.extend_rr(op, dst, src);
        self.finish(to, dst);
    }

    /// `i32.wrap_i64`: 32-bit operations leave the upper half zero, so it is a move of 32 bits.
    pub(super) fn wrap(&mut self) {
        let (value, _) = self.pop();
        if let Value::Imm(a) = value {
            return self.push_const(I32, i64::from(a as i32));
        }
        let dst = match value {
            Value::Temp(reg) => self.dst(I32, Some(reg.get())),
            _ => self.dst(I32, None),
        };
        match value {
            Value::Temp(reg) | Value::Home(reg) => self.m.extend_rr(Extend::U32W64, dst, reg.get()),
            // The low half of a slot comes first.
            _ => self.load(dst, value, I32),
        }
        self.finish(I32, dst);
    }

    /// `i64.extend_i32_u`: nothing to do for a register.
    pub(super) fn extend_u(&mut self) {
        if self.pending {
            self.materialize_cond();
        }
        let top = self.stack.len() - 1;
        match self.stack[top].place {
            Place::Const(value) => {
                self.drop_top();
                self.push_const(I64, i64::from(value as u32));
            }
            Place::Reg(_) => self.stack[top].ty = I64,
            // An alias of a local in a slot is not one of 64 bits.
            Place::Local(local) if self.locals[local as usize].home.is_some() => self.stack[top].ty = I64,
            Place::Local(_) | Place::Slot | Place::Cond => {
                let (value, _) = self.pop();
                let dst = match value {
                    Value::Temp(reg) => self.dst(I64, Some(reg.get())),
                    _ => self.dst(I64, None),
                };
                self.load(dst, value, I32);
                self.finish(I64, dst);
            }
        }
    }

    pub(super) fn compare(&mut self, cond: Cond, width: Width) {
        let ty = int(width);
        let ((mut rhs, _), (mut lhs, _)) = (self.pop(), self.pop());
        let mut cond = cond;
        if matches!(lhs, Value::Imm(_)) {
            std::mem::swap(&mut lhs, &mut rhs);
            cond = cond.swap();
        }
        // At most one operand can be in memory, and none next to a second constant.
        let lhs = match (lhs, rhs) {
            (Value::Imm(_), _) | (Value::Slot(_), Value::Slot(_)) => Src::Reg(self.in_reg(lhs, ty)),
            _ => lhs.src(),
        };
        self.push_cmp(Cmp { kind: CmpKind::Int, cond, width, lhs, rhs: rhs.src() });
    }

    /// `i32.eq` of the top entry and a number that follows it: nothing is pushed for that.
    pub(super) fn equals_number(&mut self, number: i64) {
        let (lhs, _) = self.pop();
        let (lhs, rhs) = match lhs {
            Value::Imm(_) => (Src::Reg(self.in_reg(Value::Imm(number), I32)), lhs.src()),
            _ => (lhs.src(), Src::Imm(number)),
        };
        self.push_cmp(Cmp { kind: CmpKind::Int, cond: Cond::Eq, width: Width::W32, lhs, rhs });
    }

    /// `eqz` and `ref.is_null`.
    pub(super) fn eqz(&mut self, width: Width) {
        if self.pending {
            self.stack.pop();
            self.pending = false;
            self.cmp.invert();
            return self.push_compared();
        }
        let (value, _) = self.pop();
        if let Value::Imm(a) = value {
            return self.push_const(I32, i64::from(canonical(width, a) == 0));
        }
        self.push_cmp(Cmp { kind: CmpKind::Int, cond: Cond::Eq, width, lhs: value.src(), rhs: Src::Imm(0) });
    }

    /// Pushes the result of a comparison: it stays pending if the next operator consumes it as a condition, else it becomes a number.
    #[inline(always)]
    pub(super) fn push_cmp(&mut self, cmp: Cmp) {
        self.cmp = cmp;
        self.push_compared();
    }

    fn push_compared(&mut self) {
        if self.decoder.next() == 0x41 {
            self.skip_mask_of_one();
        }
        if takes_condition(self.decoder.next()) && self.techniques.has(Technique::PendingCompares) {
            self.pending = true;
            self.stack.push(Operand { place: Place::Cond, ty: I32, link: NONE });
            return;
        }
        // The result may take an operand's register: the macro assembler reads before it writes.
        let held = |src: &Src| match *src {
            Src::Reg(reg) if self.regs.is_held(reg) && !reg.is_float() => Some(reg),
            _ => None,
        };
        let reuse = held(&self.cmp.lhs).or_else(|| held(&self.cmp.rhs));
        let dst = self.dst(I32, reuse);
        self.m.cmp_set(&self.cmp, dst);
        self.finish(I32, dst);
    }

    /// Passes over `i32.const 1` `i32.and` behind a comparison, whose result it does not change: compilers that do not optimise put it there before they
    /// branch, with `i32.const -1` `i32.xor` in front of it where they branch on the contrary (text of php 0.986).
    fn skip_mask_of_one(&mut self) {
        if !skip(&mut self.decoder, &MASK_OF_ONE) && skip(&mut self.decoder, &NEGATED_MASK_OF_ONE) {
            self.cmp.invert();
        }
    }

    /// `i32.xor`. With -1, and with `i32.const 1` `i32.and` and a branch behind it, it asks whether the lowest bit is clear.
    pub(super) fn xor(&mut self) {
        if !self.inverts_lowest_bit() {
            return self.alu(Alu::Xor, Width::W32);
        }
        self.drop_top();
        let (value, _) = self.pop();
        let lhs = Src::Reg(self.in_reg(value, I32));
        self.push_cmp(Cmp { kind: CmpKind::Test, cond: Cond::Eq, width: Width::W32, lhs, rhs: Src::Imm(1) });
    }

    /// Whether `i32.xor` and what follows invert the lowest bit of an `i32` for a branch. Passes over the mask then.
    fn inverts_lowest_bit(&mut self) -> bool {
        let all_bits = matches!(self.stack.last(), Some(Operand { place: Place::Const(-1), .. }));
        if !all_bits || !self.techniques.has(Technique::Tests) {
            return false;
        }
        let mut after = self.decoder;
        // br_if, if, i32.eqz
        let inverts = skip(&mut after, &MASK_OF_ONE) && matches!(after.next(), 0x0d | 0x04 | 0x45);
        if inverts {
            self.decoder = after;
        }
        inverts
    }

    /// Takes the top entry off as a condition, which is in `cmp` then.
    #[inline(always)]
    pub(super) fn pop_cond(&mut self) {
        if self.pending {
            self.pending = false;
            self.stack.pop();
        } else {
            self.pop_number_as_cond();
        }
    }

    #[inline(never)]
    fn pop_number_as_cond(&mut self) {
        let (value, ty) = self.pop();
        let lhs = match value {
            Value::Imm(_) => Src::Reg(self.in_reg(value, ty)),
            _ => value.src(),
        };
        self.cmp = Cmp { kind: CmpKind::Int, cond: Cond::Ne, width: Width::W32, lhs, rhs: Src::Imm(0) };
    }
}
