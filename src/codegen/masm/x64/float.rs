//! Float arithmetic in two-address SSE.
//!
//! Constants for signs and magnitudes are made in registers by shifts of all ones; others lie behind the function. An instruction that
//! keeps the upper part of its destination first gets it zeroed, unless destination and source are the same: otherwise it would wait for
//! whatever wrote the register last.

use super::super::{FloatAlu, FloatUnary, Reg, Src, Width};
use super::X64;
use super::encode::{Cc, Op, X15, op};

const ADD: u8 = 0x58;
const MUL: u8 = 0x59;
const SUB: u8 = 0x5c;
const MIN: u8 = 0x5d;
const DIV: u8 = 0x5e;
const MAX: u8 = 0x5f;
const SQRT: u8 = 0x51;

impl X64 {
    #[inline]
    pub(super) fn float_alu(&mut self, op: FloatAlu, width: Width, dst: Reg, lhs: Reg, rhs: Src) {
        let (opcode, commutes) = match op {
            FloatAlu::Add => (ADD, true),
            FloatAlu::Mul => (MUL, true),
            FloatAlu::Sub => (SUB, false),
            FloatAlu::Div => (DIV, false),
            FloatAlu::Min | FloatAlu::Max => return self.min_max(op == FloatAlu::Max, width, dst, lhs, rhs),
            FloatAlu::Copysign => return self.copysign(width, dst, lhs, rhs),
        };
        let op = Op::scalar(width, opcode);
        if rhs != Src::Reg(dst) || dst == lhs {
            self.float_copy(dst, lhs);
            self.fx(op, width, dst, rhs);
        } else if commutes {
            self.rr(op, 0, dst, lhs);
        } else {
            self.float_copy(X15, dst);
            self.float_copy(dst, lhs);
            self.rr(op, 0, dst, X15);
        }
    }

    /// The instructions give their second operand for equal numbers (zeros of both signs) and for NaN: both are sorted out by a comparison. Equal
    /// numbers differ in the sign at most, which `or` and `and` choose; addition makes a quiet NaN.
    fn min_max(&mut self, max: bool, width: Width, dst: Reg, lhs: Reg, rhs: Src) {
        let (lhs, rhs) = match rhs {
            Src::Reg(rhs) if rhs == dst => (dst, lhs),
            Src::Reg(rhs) => (lhs, rhs),
            other => {
                self.float_from(width, X15, other);
                (lhs, X15)
            }
        };
        self.float_copy(dst, lhs);
        let (distinct, nan, done) = (self.code.new_label(), self.code.new_label(), self.code.new_label());
        self.ucomis(width, dst, Src::Reg(rhs));
        self.jump_cc(Cc::NE, distinct);
        self.jump_cc(Cc::P, nan);
        self.rr(if max { op::ANDPS } else { op::ORPS }, 0, dst, rhs);
        self.jump(done);
        self.code.bind(nan);
        self.rr(Op::scalar(width, ADD), 0, dst, rhs);
        self.jump(done);
        self.code.bind(distinct);
        self.rr(Op::scalar(width, if max { MAX } else { MIN }), 0, dst, rhs);
        self.code.bind(done);
    }

    /// `y ^ ((x ^ y) & mask)` takes the bits of the mask from x and the others from y; the destination starts as one of them.
    fn copysign(&mut self, width: Width, dst: Reg, lhs: Reg, rhs: Src) {
        let top = width.bits() as u8 - 1;
        let sign = match rhs {
            Src::Reg(reg) if reg == lhs => return self.float_copy(dst, lhs),
            Src::Reg(reg) => reg,
            _ if dst != lhs => {
                self.float_from(width, dst, rhs);
                dst
            }
            // The scratch register holds the sign: no room for a mask.
            _ => {
                self.float_from(width, X15, rhs);
                self.lane_shift(width, false, X15, top);
                self.lane_shift(width, true, X15, top);
                self.float_abs(width, dst);
                return self.rr(op::ORPS, 0, dst, X15);
            }
        };
        self.rr(op::PCMPEQD, 0, X15, X15);
        if dst == sign {
            self.lane_shift(width, true, X15, top);
            self.rr(op::XORPS, 0, dst, lhs);
            self.rr(op::ANDPS, 0, dst, X15);
            self.rr(op::XORPS, 0, dst, lhs);
        } else {
            self.lane_shift(width, false, X15, 1);
            self.float_copy(dst, lhs);
            self.rr(op::XORPS, 0, dst, sign);
            self.rr(op::ANDPS, 0, dst, X15);
            self.rr(op::XORPS, 0, dst, sign);
        }
    }

    /// The sign shifted out.
    fn float_abs(&mut self, width: Width, dst: Reg) {
        self.lane_shift(width, true, dst, 1);
        self.lane_shift(width, false, dst, 1);
    }

    pub(super) fn float_unary(&mut self, op: FloatUnary, width: Width, dst: Reg, src: Reg) {
        // The rounding modes of `roundss` and `roundsd`.
        let mode = match op {
            FloatUnary::Abs => {
                self.float_copy(dst, src);
                return self.float_abs(width, dst);
            }
            FloatUnary::Neg => {
                self.rr(op::PCMPEQD, 0, X15, X15);
                self.lane_shift(width, true, X15, width.bits() as u8 - 1);
                self.float_copy(dst, src);
                return self.rr(op::XORPS, 0, dst, X15);
            }
            FloatUnary::Sqrt => {
                self.cut(dst, src);
                return self.rr(Op::scalar(width, SQRT), 0, dst, src);
            }
            FloatUnary::Nearest => 0,
            FloatUnary::Floor => 1,
            FloatUnary::Ceil => 2,
            FloatUnary::Trunc => 3,
        };
        self.cut(dst, src);
        self.rr_i(Op::sse_3a(if width == Width::W32 { 0x0a } else { 0x0b }), 0, dst, src, mode, 1);
    }

    /// See the head of this file.
    #[inline]
    pub(super) fn cut(&mut self, dst: Reg, src: Reg) {
        if dst != src {
            self.float_zero(dst);
        }
    }

    pub(super) fn float_convert(&mut self, to: Width, dst: Reg, src: Reg) {
        let from = if to == Width::W32 { Width::W64 } else { Width::W32 };
        self.cut(dst, src);
        self.rr(Op::scalar(from, 0x5a), 0, dst, src);
    }
}
