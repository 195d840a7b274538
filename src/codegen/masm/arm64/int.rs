//! Integer arithmetic: three-operand instructions with immediates where the fields take them.
//!
//! Additions take 12 bits, shifted or not, logic takes bit patterns; other immediates and slots go through x17. Immediates are
//! looked at in their sign-extended form. Division never traps in hardware, so its two failures are compared for. What is known of a constant divisor saves those comparisons.

use super::super::{Alu, Div, Extend, Reg, Shift, Src, Unary, Width};
use super::Arm64;
use super::control::Jump;
use super::encode::{Cc, V31, X16, X17, ZR, bit_pattern, op, rd, rm, rn, sf};
use beeline_abi::TrapCode;

/// The number as the emitter and the fields hold it: an `i32` is sign-extended.
pub(super) const fn sign_extended(width: Width, imm: i64) -> i64 {
    match width {
        Width::W32 => imm as i32 as i64,
        Width::W64 => imm,
    }
}

/// The forms with three registers and with a bit pattern.
const fn forms(op: Alu) -> (u32, u32) {
    match op {
        Alu::Add => (op::ADD, 0),
        Alu::Sub => (op::SUB, 0),
        Alu::And => (op::AND, op::AND_I),
        Alu::Or => (op::ORR, op::ORR_I),
        Alu::Xor => (op::EOR, op::EOR_I),
    }
}

impl Arm64 {
    #[inline]
    pub(super) fn alu(&mut self, op: Alu, width: Width, dst: Reg, lhs: Reg, rhs: Src) {
        match rhs {
            Src::Reg(rhs) => self.rrr(forms(op).0 | sf(width), dst, lhs, rhs),
            Src::Imm(imm) => self.alu_imm(op, width, dst, lhs, sign_extended(width, imm)),
            Src::Slot(_) => {
                let rhs = self.in_general(width, rhs, X17);
                self.rrr(forms(op).0 | sf(width), dst, lhs, rhs);
            }
        }
    }

    fn alu_imm(&mut self, op: Alu, width: Width, dst: Reg, lhs: Reg, imm: i64) {
        let (three, pattern) = forms(op);
        match (op, imm) {
            (Alu::Add | Alu::Sub | Alu::Or | Alu::Xor, 0) | (Alu::And, -1) => self.copy(width, dst, lhs),
            (Alu::Add, _) => self.add_imm(width, dst, lhs, imm),
            (Alu::Sub, _) => self.add_imm(width, dst, lhs, sign_extended(width, imm.wrapping_neg())),
            (Alu::And, 0) => self.move_imm(Width::W32, dst, 0),
            (Alu::Or, -1) => self.move_imm(width, dst, -1),
            (Alu::Xor, -1) => self.rrr(op::ORN | sf(width), dst, ZR, lhs),
            _ => match bit_pattern(width, imm) {
                Some(field) => self.ins(pattern | sf(width) | field | rn(lhs) | rd(dst)),
                None => {
                    self.move_imm(width, X17, imm);
                    self.rrr(three | sf(width), dst, lhs, X17);
                }
            },
        }
    }

    pub(super) fn mul(&mut self, width: Width, dst: Reg, lhs: Reg, rhs: Src) {
        if let Src::Imm(imm) = rhs {
            let imm = sign_extended(width, imm);
            let unsigned = imm as u64 & (u64::MAX >> (64 - width.bits()));
            match imm {
                0 => return self.move_imm(Width::W32, dst, 0),
                -1 => return self.rrr(op::SUB | sf(width), dst, ZR, lhs),
                _ if unsigned.is_power_of_two() => {
                    return self.shift_imm(Shift::Shl, width, dst, lhs, unsigned.trailing_zeros());
                }
                // One more than a power of two.
                _ if (unsigned - 1).is_power_of_two() => {
                    return self.add_shifted(width, dst, lhs, lhs, (unsigned - 1).trailing_zeros());
                }
                _ => {}
            }
        }
        let rhs = self.in_general(width, rhs, X17);
        self.rrr(op::MUL | sf(width), dst, lhs, rhs);
    }

    /// `dst = base + (index << shift)`.
    pub(super) fn add_shifted(&mut self, width: Width, dst: Reg, base: Reg, index: Reg, shift: u32) {
        self.ins(op::ADD | sf(width) | rm(index) | shift << 10 | rn(base) | rd(dst));
    }

    /// `dst = acc + lhs * rhs`, or `-`.
    pub(super) fn multiply_add(&mut self, op: Alu, width: Width, dst: Reg, acc: Reg, lhs: Reg, rhs: Reg) {
        let op = if op == Alu::Sub { op::MSUB } else { op::MADD };
        self.rrrr(op | sf(width), dst, lhs, rhs, acc);
    }

    pub(super) fn mul_high_shift(&mut self, width: Width, dst: Reg, lhs: Reg, rhs: u64, shift: u8) {
        self.move_imm(width, X17, rhs as i64);
        let (op, count) = match width {
            Width::W32 => (op::UMULL, 32 + u32::from(shift)),
            Width::W64 => (op::UMULH, shift.into()),
        };
        self.rrr(op, dst, lhs, X17);
        if count != 0 {
            self.shift_imm(Shift::ShrU, Width::W64, dst, dst, count);
        }
    }

    pub(super) fn shift(&mut self, op: Shift, width: Width, dst: Reg, lhs: Reg, rhs: Src) {
        let mut count = match rhs {
            Src::Imm(imm) => {
                return self.shift_imm(op, width, dst, lhs, imm as u32 & (width.bits() - 1));
            }
            Src::Reg(reg) => reg,
            Src::Slot(_) => unreachable!("shifts take their count from a register"),
        };
        let op = match op {
            Shift::Shl => op::LSLV,
            Shift::ShrS => op::ASRV,
            Shift::ShrU => op::LSRV,
            Shift::Rotr => op::RORV,
            Shift::Rotl => {
                self.rrr(op::SUB, X17, ZR, count);
                count = X17;
                op::RORV
            }
        };
        self.rrr(op | sf(width), dst, lhs, count);
    }

    pub(super) fn shift_imm(&mut self, op: Shift, width: Width, dst: Reg, lhs: Reg, count: u32) {
        let bits = width.bits();
        match (op, count) {
            (_, 0) => self.copy(width, dst, lhs),
            (Shift::Shl, _) => self.bitfield(op::UBFM, width, dst, lhs, bits - count, bits - 1 - count),
            (Shift::ShrU, _) => self.bitfield(op::UBFM, width, dst, lhs, count, bits - 1),
            (Shift::ShrS, _) => self.bitfield(op::SBFM, width, dst, lhs, count, bits - 1),
            (Shift::Rotl | Shift::Rotr, _) => {
                let right = if op == Shift::Rotr { count } else { bits - count };
                self.bitfield(op::EXTR | rm(lhs), width, dst, lhs, 0, right);
            }
        }
    }

    pub(super) fn div(&mut self, op: Div, width: Width, dst: Reg, lhs: Reg, rhs: Reg, known: Option<i64>) {
        let (may_be_zero, may_be_minus_one) = match known.map(|divisor| sign_extended(width, divisor)) {
            Some(divisor) => (divisor == 0, divisor == -1),
            None => (true, true),
        };
        if may_be_zero {
            self.trap_on(Jump::Zero { width, reg: rhs, set: false }, TrapCode::IntegerDivideByZero);
        }
        if op == Div::DivS && may_be_minus_one {
            // Overflow of `lhs - 1` if `rhs` is -1, and none otherwise.
            self.ins(op::ADDS_I | sf(width) | 1 << 10 | rn(rhs) | rd(ZR));
            self.ins(op::CCMP_I | sf(width) | 1 << 16 | Cc::EQ.0 << 12 | rn(lhs));
            self.trap_on(Jump::If(Cc::VS), TrapCode::IntegerOverflow);
        }
        let divide = if matches!(op, Div::DivS | Div::RemS) { op::SDIV } else { op::UDIV };
        if matches!(op, Div::DivS | Div::DivU) {
            return self.rrr(divide | sf(width), dst, lhs, rhs);
        }
        // The smallest number divided by -1 is itself here, and its remainder zero.
        self.rrr(divide | sf(width), X16, lhs, rhs);
        self.rrrr(op::MSUB | sf(width), dst, X16, rhs, lhs);
    }

    pub(super) fn unary(&mut self, op: Unary, width: Width, dst: Reg, src: Reg) {
        match op {
            Unary::Clz => self.rr(op::CLZ | sf(width), dst, src),
            Unary::Ctz => {
                self.rr(op::RBIT | sf(width), dst, src);
                self.rr(op::CLZ | sf(width), dst, dst);
            }
            // Bits are counted in the bytes of a vector, and the counts added up.
            Unary::Popcnt => {
                self.bits_to_float(width, V31, src);
                self.rr(op::CNT_8B, V31, V31);
                self.rr(op::ADDV_8B, V31, V31);
                self.float_to_bits(Width::W32, dst, V31);
            }
        }
    }

    pub(super) fn extend(&mut self, op: Extend, dst: Reg, src: Reg) {
        let (op, width, bits) = match op {
            Extend::S8W32 => (op::SBFM, Width::W32, 8),
            Extend::S16W32 => (op::SBFM, Width::W32, 16),
            Extend::S8W64 => (op::SBFM, Width::W64, 8),
            Extend::S16W64 => (op::SBFM, Width::W64, 16),
            Extend::S32W64 => (op::SBFM, Width::W64, 32),
            Extend::U32W64 => return self.rrr(op::ORR, dst, ZR, src),
            Extend::U8 => (op::UBFM, Width::W32, 8),
            Extend::U16 => (op::UBFM, Width::W32, 16),
        };
        self.bitfield(op, width, dst, src, 0, bits - 1);
    }
}
