//! Conversions between integers and floats, and reinterpretations.

use super::{float, int};
use crate::compile::func::Emitter;
use crate::compile::operand::{Value, width};
use crate::masm::{Masm, TruncMode, Width};
use beeline_abi::types::ValType;

impl<M: Masm> Emitter<'_, M> {
    pub(super) fn float_to_int(&mut self, mode: TruncMode, to: Width, from: Width, signed: bool) {
        let (value, ty) = self.pop();
        let src = self.in_reg(value, ty);
        let dst = self.dst(int(to), None);
        self.m.float_to_int_rf(mode, to, from, signed, dst, src);
        self.finish(int(to), dst);
    }

    pub(super) fn int_to_float(&mut self, to: Width, from: Width, signed: bool) {
        let (value, ty) = self.pop();
        let src = self.in_reg(value, ty);
        let dst = self.dst(float(to), None);
        self.m.int_to_float_fr(to, from, signed, dst, src);
        self.finish(float(to), dst);
    }

    pub(super) fn float_to_float(&mut self, to: Width) {
        let (value, ty) = self.pop();
        let src = self.in_reg(value, ty);
        let dst = self.dst(float(to), Some(src));
        self.m.fconvert_ff(to, dst, src);
        self.finish(float(to), dst);
    }

    /// The same bits as a value of type `to`. A slot is read as the new type; constants keep their bits.
    pub(super) fn reinterpret(&mut self, to: ValType) {
        let (value, from) = self.pop();
        match value {
            Value::Imm(bits) => {
                let bits = if to == ValType::F32 { i64::from(bits as u32) } else { bits };
                let bits = if to == ValType::I32 { i64::from(bits as i32) } else { bits };
                self.push_const(to, bits);
            }
            Value::Slot(_) => {
                let dst = self.dst(to, None);
                self.load(dst, value, to);
                self.finish(to, dst);
            }
            Value::Temp(src) | Value::Home(src) => {
                let dst = self.dst(to, None);
                if from.is_float() {
                    self.m.mov_rf(width(to), dst, src.get());
                } else {
                    self.m.mov_fr(width(to), dst, src.get());
                }
                self.finish(to, dst);
            }
        }
    }
}
