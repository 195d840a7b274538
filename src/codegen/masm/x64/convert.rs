//! Conversions between integers and floats.
//!
//! The instructions convert signed integers only, and answer everything that they cannot represent with the smallest integer. So the common
//! path is a conversion and one comparison; what looks like a failure is looked at again out of line, where it turns out to be one of NaN,
//! out of range, or a number after all.

use super::super::{Label, Reg, Src, TruncMode, Width};
use super::X64;
use super::encode::{Cc, Op, R11, REX_W, X15, alu, op, rex_w};
use super::slow::Slow;
use beeline_abi::TrapCode;
use beeline_abi::sites::Kind;
use dynasmrt::{DynasmApi, dynasm};

/// A conversion from float to integer.
#[derive(Clone, Copy, Debug)]
pub(super) struct Truncation {
    pub mode: TruncMode,
    pub to: Width,
    pub from: Width,
    pub signed: bool,
    pub dst: Reg,
    pub src: Reg,
}

impl X64 {
    /// `cvtsi2ss` or `cvtsi2sd`.
    fn convert_int(&mut self, to: Width, from: Width, dst: Reg, src: Reg) {
        self.rr(Op::scalar(to, 0x2a), rex_w(from), dst, src);
    }

    /// `cvttss2si` or `cvttsd2si`.
    fn truncate(&mut self, to: Width, from: Width, dst: Reg, src: Reg) {
        self.rr(Op::scalar(from, 0x2c), rex_w(to), dst, src);
    }

    pub(super) fn int_to_float(&mut self, to: Width, from: Width, signed: bool, dst: Reg, src: Reg) {
        let back = if from == Width::W64 && !signed {
            self.rr(op::TEST_M, REX_W, src, src);
            Some(self.jump_slow(Cc::S, Slow::UnsignedToFloat { to, dst, src }))
        } else {
            None
        };
        // An unsigned 32-bit number is a signed 64-bit one.
        let from = if signed { from } else { Width::W64 };
        self.float_zero(dst);
        self.convert_int(to, from, dst, src);
        if let Some(back) = back {
            self.code.bind(back);
        }
    }

    /// Half the number, with the bit that falls out kept in the lowest one: rounding sees the same, and doubling is exact.
    pub(super) fn big_unsigned_to_float(&mut self, to: Width, dst: Reg, src: Reg) {
        self.rr(op::MOV, REX_W, R11, src);
        let even = self.code.new_label();
        dynasm!(self.code ; .arch x64 ; shr r11, 1);
        self.jump_cc(Cc::AE, even);
        dynasm!(self.code ; .arch x64 ; or r11, BYTE 1);
        self.code.bind(even);
        self.float_zero(dst);
        self.convert_int(to, Width::W64, dst, R11);
        self.rr(Op::scalar(to, 0x58), 0, dst, dst);
    }

    pub(super) fn float_to_int(&mut self, which: Truncation) {
        let Truncation { to, from, signed, dst, src, .. } = which;
        let slow = Slow::FloatToInt(which);
        let back = match (to, signed) {
            // Only the smallest integer overflows when 1 is subtracted.
            (_, true) => {
                self.truncate(to, from, dst, src);
                self.alu_ri(alu::CMP, rex_w(to), dst, 1);
                self.jump_slow(Cc::O, slow)
            }
            (Width::W32, false) => {
                self.truncate(Width::W64, from, dst, src);
                self.rr(op::MOV, 0, R11, dst);
                self.alu_rr(alu::CMP, REX_W, R11, dst);
                self.jump_slow(Cc::NE, slow)
            }
            (Width::W64, false) => {
                self.truncate(Width::W64, from, dst, src);
                self.rr(op::TEST_M, REX_W, dst, dst);
                self.jump_slow(Cc::S, slow)
            }
        };
        self.code.bind(back);
    }

    /// The out-of-line part. Returns whether it never comes back.
    pub(super) fn slow_float_to_int(&mut self, which: Truncation, back: Label) -> bool {
        let Truncation { mode, to, from, signed, dst, src } = which;
        let wrong = self.code.new_label();
        match (to, signed) {
            (_, true) if mode == TruncMode::Trap => {
                self.slow_signed(to, from, src);
                return false;
            }
            (_, true) => {
                // The smallest integer is there. It is right for what is negative, its complement for what is positive.
                let nan = self.code.new_label();
                self.float_zero(X15);
                self.ucomis(from, src, Src::Reg(X15));
                self.jump_cc(Cc::P, nan);
                self.jump_cc(Cc::B, back);
                self.ext_r(op::GROUP3, rex_w(to), 2, dst);
                self.jump(back);
                self.code.bind(nan);
                self.alu_rr(alu::XOR, 0, dst, dst);
                return false;
            }
            (Width::W32, false) => {}
            (Width::W64, false) => {
                // From 2^63 on: less 2^63 it must be in the signed range.
                let bits = if from == Width::W32 { 0xdf00_0000 } else { 0xc3e0_0000_0000_0000 };
                self.float_imm(from, X15, bits);
                self.rr(Op::scalar(from, 0x58), 0, X15, src);
                self.truncate(Width::W64, from, dst, X15);
                self.rr(op::TEST_M, REX_W, dst, dst);
                self.jump_cc(Cc::S, wrong);
                self.ext_ri8(op::BIT_I8, REX_W, 7, dst, 63);
                self.jump(back);
            }
        }
        self.code.bind(wrong);
        match mode {
            TruncMode::Trap => {
                self.ucomis(from, src, Src::Reg(src));
                self.trap_cc(Cc::P, TrapCode::BadConversionToInteger);
                self.trap_here(TrapCode::IntegerOverflow);
                true
            }
            TruncMode::Saturate => {
                // Carry for negative numbers and NaN: zero; else all ones.
                self.float_zero(X15);
                self.ucomis(from, src, Src::Reg(X15));
                self.rr(op::SBB_M, rex_w(to), dst, dst);
                self.ext_r(op::GROUP3, rex_w(to), 2, dst);
                false
            }
        }
    }

    /// The smallest integer is there: right if `src` is above the bound below which it is not.
    fn slow_signed(&mut self, to: Width, from: Width, src: Reg) {
        // (bound, whether the bound itself is out of range). The f32 next below -2^31 and the f64 next below -2^63 are integers out of range.
        let (bound, beyond) = match (to, from) {
            (Width::W32, Width::W32) => (0xcf00_0000, Cc::B),
            (Width::W32, Width::W64) => (0xc1e0_0000_0020_0000, Cc::BE),
            (Width::W64, Width::W32) => (0xdf00_0000, Cc::B),
            (Width::W64, Width::W64) => (0xc3e0_0000_0000_0000, Cc::B),
        };
        self.float_imm(from, X15, bound);
        self.ucomis(from, src, Src::Reg(X15));
        self.trap_cc(Cc::P, TrapCode::BadConversionToInteger);
        self.trap_cc(beyond, TrapCode::IntegerOverflow);
        self.float_zero(X15);
        self.ucomis(from, src, Src::Reg(X15));
        self.trap_cc(Cc::A, TrapCode::IntegerOverflow);
    }

    /// `ud2`, for the current operator.
    #[inline]
    pub(super) fn trap_here(&mut self, code: TrapCode) {
        let at = self.code.len();
        self.code.site(at, Kind::Trap(code));
        self.ud2();
    }

    #[inline]
    pub(super) fn ud2(&mut self) {
        self.plain(Op::of(0x0b), 0);
    }
}
