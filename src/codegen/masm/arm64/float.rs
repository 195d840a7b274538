//! Floats: arithmetic and conversions.
//!
//! The instructions do what wasm asks for: `fmin` and `fmax` order zeros and pass NaN on, conversions to integers saturate with NaN as zero, roundings
//! quiet NaN. Only conversions that trap need more: a check that costs no constant where the integer has 32 bits, and a way out of line to find out what is wrong.

use super::super::{FloatAlu, FloatUnary, Reg, Src, TruncMode, Width};
use super::Arm64;
use super::control::Jump;
use super::encode::{Cc, V30, V31, X16, ZR, double, op, rm, rn, sf};
use super::slow::Slow;
use beeline_abi::TrapCode;

/// A conversion from float to integer that traps.
#[derive(Clone, Copy, Debug)]
pub(super) struct Truncation {
    pub to: Width,
    pub from: Width,
    pub signed: bool,
    pub src: Reg,
}

impl Arm64 {
    #[inline]
    pub(super) fn float_alu(&mut self, op: FloatAlu, width: Width, dst: Reg, lhs: Reg, rhs: Src) {
        let rhs = self.in_float(width, rhs, V30);
        let op = match op {
            FloatAlu::Add => op::FADD,
            FloatAlu::Sub => op::FSUB,
            FloatAlu::Mul => op::FMUL,
            FloatAlu::Div => op::FDIV,
            FloatAlu::Min => op::FMIN,
            FloatAlu::Max => op::FMAX,
            FloatAlu::Copysign => return self.copysign(width, dst, lhs, rhs),
        };
        self.rrr(op | double(width), dst, lhs, rhs);
    }

    /// The sign is shifted down to bit 0, and from there inserted at the top of the magnitude.
    fn copysign(&mut self, width: Width, dst: Reg, lhs: Reg, rhs: Reg) {
        let (down, insert) = match width {
            Width::W32 => (op::USHR_31, op::SLI_31),
            Width::W64 => (op::USHR_63, op::SLI_63),
        };
        self.rr(down, V31, rhs);
        self.float_copy(dst, lhs);
        self.rr(insert, dst, V31);
    }

    pub(super) fn float_unary(&mut self, op: FloatUnary, width: Width, dst: Reg, src: Reg) {
        let op = match op {
            FloatUnary::Abs => op::FABS,
            FloatUnary::Neg => op::FNEG,
            FloatUnary::Sqrt => op::FSQRT,
            FloatUnary::Ceil => op::FRINTP,
            FloatUnary::Floor => op::FRINTM,
            FloatUnary::Trunc => op::FRINTZ,
            FloatUnary::Nearest => op::FRINTN,
        };
        self.rr(op | double(width), dst, src);
    }

    pub(super) fn float_convert(&mut self, to: Width, dst: Reg, src: Reg) {
        let op = match to {
            Width::W32 => op::FCVT_TO_S,
            Width::W64 => op::FCVT_TO_D,
        };
        self.rr(op, dst, src);
    }

    pub(super) fn int_to_float(&mut self, to: Width, from: Width, signed: bool, dst: Reg, src: Reg) {
        let op = if signed { op::SCVTF } else { op::UCVTF };
        self.rr(op | double(to) | sf(from), dst, src);
    }

    fn truncate(&mut self, signed: bool, to: Width, from: Width, dst: Reg, src: Reg) {
        let op = if signed { op::FCVTZS } else { op::FCVTZU };
        self.rr(op | double(from) | sf(to), dst, src);
    }

    fn fcmp(&mut self, width: Width, lhs: Reg, rhs: Reg) {
        self.ins(op::FCMP | double(width) | rm(rhs) | rn(lhs));
    }

    /// `lhs` is compared with `rhs` if `cc` holds, and the flags are `else_flags` (NZCV) otherwise.
    fn fccmp(&mut self, width: Width, lhs: Reg, rhs: Reg, cc: Cc, else_flags: u32) {
        self.ins(op::FCCMP | double(width) | rm(rhs) | cc.0 << 12 | rn(lhs) | else_flags);
    }

    pub(super) fn float_to_int(&mut self, mode: TruncMode, which: Truncation, dst: Reg) {
        let Truncation { to, from, signed, src } = which;
        if mode == TruncMode::Saturate {
            return self.truncate(signed, to, from, dst, src);
        }
        let slow = Slow::Truncation(which);
        match (to, signed) {
            (Width::W32, _) => {
                // Of 64 bits, the value must be the extension of its own low half; and a NaN, which gives zero, is not equal to itself.
                self.truncate(true, Width::W64, from, X16, src);
                let extended = if signed { op::SUBS_SXTW } else { op::SUBS_UXTW };
                self.rrr(extended, ZR, X16, X16);
                self.fccmp(from, src, src, Cc::EQ, 0);
                let back = self.jump_slow(Cc::NE, slow);
                self.rrr(op::ORR, dst, ZR, X16);
                self.code.bind(back);
            }
            (Width::W64, true) => {
                // Magnitudes below 2^63; NaN is not below. -2^63 itself is sorted out elsewhere.
                self.truncate(true, to, from, dst, src);
                self.float_imm(from, V31, two_to_63(from));
                self.rr(op::FABS | double(from), V30, src);
                self.fcmp(from, V30, V31);
                let back = self.jump_slow(Cc::PL, slow);
                self.code.bind(back);
            }
            (Width::W64, false) => {
                // Below 2^64 and above -1.
                self.truncate(false, to, from, dst, src);
                self.float_imm(from, V31, two_to_64(from));
                self.float_imm(from, V30, minus_one(from));
                self.fcmp(from, src, V31);
                self.fccmp(from, src, V30, Cc::MI, 4);
                let back = self.jump_slow(Cc::LE, slow);
                self.code.bind(back);
            }
        }
    }

    /// The out-of-line part: traps, but for -2^63.
    pub(super) fn slow_truncation(&mut self, which: Truncation, back: super::super::Label) {
        let Truncation { to, from, signed, src } = which;
        self.fcmp(from, src, src);
        self.trap_on(Jump::If(Cc::VS), TrapCode::BadConversionToInteger);
        if to == Width::W64 && signed {
            self.rr(op::FNEG | double(from), V31, V31);
            self.fcmp(from, src, V31);
            self.jump_on(Jump::If(Cc::EQ), back);
        }
        self.trap_here(TrapCode::IntegerOverflow);
    }
}

/// Bits of 2^63.
const fn two_to_63(width: Width) -> u64 {
    match width {
        Width::W32 => 0x5f00_0000,
        Width::W64 => 0x43e0_0000_0000_0000,
    }
}

/// Bits of 2^64.
const fn two_to_64(width: Width) -> u64 {
    match width {
        Width::W32 => 0x5f80_0000,
        Width::W64 => 0x43f0_0000_0000_0000,
    }
}

/// Bits of -1.
const fn minus_one(width: Width) -> u64 {
    match width {
        Width::W32 => 0xbf80_0000,
        Width::W64 => 0xbff0_0000_0000_0000,
    }
}
