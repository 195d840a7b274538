//! Float arithmetic and comparisons. Nothing is folded: the machine rounds and makes NaNs, once.

use super::float;
use crate::compile::func::Emitter;
use crate::compile::operand::Value;
use crate::masm::{Cmp, CmpKind, Cond, FloatAlu, FloatUnary, Masm, Src, Width};
use crate::techniques::Technique;

impl<M: Masm> Emitter<'_, M> {
    pub(super) fn float_binary(&mut self, op: FloatAlu, width: Width) {
        let ty = float(width);
        let ((mut rhs, _), (mut lhs, _)) = (self.pop(), self.pop());
        // Which of two NaNs comes out is not specified, so both operands may be the first.
        let commutes = matches!(op, FloatAlu::Add | FloatAlu::Mul);
        if commutes && matches!(lhs, Value::Imm(_)) {
            std::mem::swap(&mut lhs, &mut rhs);
        }
        let immediate = M::FLOAT_IMMEDIATES
            && matches!(op, FloatAlu::Add | FloatAlu::Sub | FloatAlu::Mul | FloatAlu::Div)
            && self.techniques.has(Technique::FloatConstants);
        if matches!(rhs, Value::Imm(_)) && !immediate {
            rhs = Value::temp(self.in_reg(rhs, ty));
        }
        let hint = self.take_hint();
        if commutes
            && hint.is_none()
            && matches!((lhs, rhs), (Value::Home(_) | Value::Slot(_), Value::Temp(_)))
        {
            std::mem::swap(&mut lhs, &mut rhs);
        }
        let a = self.first_operand(lhs, rhs, ty, hint);
        let dst = match hint {
            Some(home) => home,
            None if self.regs.is_held(a) => a,
            None => self.alloc(true),
        };
        self.m.falu_ffx(op, width, dst, a, rhs.src());
        self.finish(ty, dst);
    }

    pub(super) fn float_unary(&mut self, op: FloatUnary, width: Width) {
        let (value, ty) = self.pop();
        let src = self.in_reg(value, ty);
        let dst = self.dst(float(width), Some(src));
        self.m.funary_ff(op, width, dst, src);
        self.finish(ty, dst);
    }

    pub(super) fn float_compare(&mut self, cond: Cond, width: Width) {
        let ty = float(width);
        let ((rhs, _), (lhs, _)) = (self.pop(), self.pop());
        let lhs = Src::Reg(self.in_reg(lhs, ty));
        let rhs = match rhs {
            Value::Slot(slot) => Src::Slot(slot.get()),
            _ => Src::Reg(self.in_reg(rhs, ty)),
        };
        self.push_cmp(Cmp { kind: CmpKind::Float, cond, width, lhs, rhs });
    }
}
