//! Comparisons and what consumes them: jumps, 0 or 1, selects and traps.
//!
//! A comparison becomes a [`Jump`]: a condition of the flags, which it sets, or a register that is compared with zero, or a bit of one,
//! by the jump itself. Consumers other than jumps take a condition of the flags. After a float comparison every condition of ours,
//! the negated ones as well, is one of the machine's: unordered sets C and V.

use super::super::Shift;
use super::super::{Cmp, CmpKind, Cond, Label, Mem, Reg, Slot, Src, Width};
use super::Arm64;
use super::control::Jump;
use super::encode::{Cc, P, SF, V30, V31, X16, X17, ZR, bit_pattern, double, imm12, op, rd, rm, rn, sf};
use super::int::sign_extended;
use beeline_abi::TrapCode;

const fn cc(cond: Cond) -> Cc {
    match cond {
        Cond::Eq | Cond::FEq => Cc::EQ,
        Cond::Ne | Cond::FNe => Cc::NE,
        Cond::LtS | Cond::FNge => Cc::LT,
        Cond::LtU => Cc::LO,
        Cond::GtS | Cond::FGt => Cc::GT,
        Cond::GtU | Cond::FNle => Cc::HI,
        Cond::LeS | Cond::FNgt => Cc::LE,
        Cond::LeU | Cond::FLe => Cc::LS,
        Cond::GeS | Cond::FGe => Cc::GE,
        Cond::GeU => Cc::HS,
        Cond::FLt => Cc::MI,
        Cond::FNlt => Cc::PL,
    }
}

/// The same comparison with zero, where there is one.
const fn with_zero(cond: Cond, imm: i64) -> (Cond, i64) {
    match (cond, imm) {
        (Cond::LtS, 1) => (Cond::LeS, 0),
        (Cond::GeS, 1) => (Cond::GtS, 0),
        (Cond::GtS, -1) => (Cond::GeS, 0),
        (Cond::LeS, -1) => (Cond::LtS, 0),
        (Cond::LtU, 1) | (Cond::LeU, 0) => (Cond::Eq, 0),
        (Cond::GeU, 1) | (Cond::GtU, 0) => (Cond::Ne, 0),
        _ => (cond, imm),
    }
}

impl Arm64 {
    /// Sets the flags for a comparison with an immediate, sign-extended.
    fn compare_imm(&mut self, width: Width, lhs: Reg, imm: i64) {
        // Comparing with a negative number is adding its magnitude, flags included; zero is not negative.
        if let Some(field) = imm12(imm) {
            self.ins(op::SUBS_I | sf(width) | field | rn(lhs) | rd(ZR));
        } else if let Some(field) = imm12(imm.wrapping_neg()) {
            self.ins(op::ADDS_I | sf(width) | field | rn(lhs) | rd(ZR));
        } else {
            self.move_imm(width, X17, imm);
            self.rrr(op::SUBS | sf(width), ZR, lhs, X17);
        }
    }

    /// A register with the first operand of an integer comparison.
    fn first_operand(&mut self, cmp: &Cmp) -> Reg {
        if let (CmpKind::Pinned, Src::Slot(Slot(disp))) = (cmp.kind, cmp.lhs) {
            self.load_word(cmp.width, X16, Mem::new(P, disp));
            return X16;
        }
        self.in_general(cmp.width, cmp.lhs, X16)
    }

    /// Sets the flags.
    fn compare(&mut self, cmp: &Cmp) -> Cc {
        let &Cmp { kind, cond, width, lhs, rhs } = cmp;
        match kind {
            CmpKind::Int | CmpKind::Pinned => {
                let lhs = self.first_operand(cmp);
                if let Src::Imm(imm) = rhs {
                    let (cond, imm) = with_zero(cond, sign_extended(width, imm));
                    self.compare_imm(width, lhs, imm);
                    return cc(cond);
                }
                let rhs = self.in_general(width, rhs, X17);
                self.rrr(op::SUBS | sf(width), ZR, lhs, rhs);
            }
            CmpKind::Test => {
                let lhs = self.in_general(width, lhs, X16);
                match rhs {
                    Src::Imm(imm) if sign_extended(width, imm) == -1 => self.compare_imm(width, lhs, 0),
                    Src::Imm(imm) if let Some(field) = bit_pattern(width, imm) => {
                        self.ins(op::ANDS_I | sf(width) | field | rn(lhs) | rd(ZR));
                    }
                    _ => {
                        let rhs = self.in_general(width, rhs, X17);
                        self.rrr(op::ANDS | sf(width), ZR, lhs, rhs);
                    }
                }
            }
            CmpKind::Float => {
                let lhs = self.in_float(width, lhs, V31);
                let rhs = self.in_float(width, rhs, V30);
                self.ins(op::FCMP | double(width) | rm(rhs) | rn(lhs));
            }
        }
        cc(cond)
    }

    /// What a jump on the comparison looks at; sets the flags if it is those.
    fn condition(&mut self, cmp: &Cmp) -> Jump {
        let &Cmp { kind, cond, width, lhs, rhs } = cmp;
        let Src::Imm(imm) = rhs else { return Jump::If(self.compare(cmp)) };
        let imm = sign_extended(width, imm);
        let set = cond == Cond::Ne;
        match kind {
            CmpKind::Int | CmpKind::Pinned => {
                let (cond, imm) = with_zero(cond, imm);
                match (cond, imm) {
                    (Cond::Eq | Cond::Ne, 0) => {
                        let reg = self.first_operand(cmp);
                        Jump::Zero { width, reg, set: cond == Cond::Ne }
                    }
                    (Cond::LtS | Cond::GeS, 0) if self.bit_jumps() => {
                        let reg = self.first_operand(cmp);
                        Jump::Bit { reg, bit: width.bits() - 1, set: cond == Cond::LtS }
                    }
                    _ => Jump::If(self.compare(cmp)),
                }
            }
            CmpKind::Test => {
                let bits = imm as u64 & (u64::MAX >> (64 - width.bits()));
                match lhs {
                    Src::Reg(reg) if imm == -1 => Jump::Zero { width, reg, set },
                    Src::Reg(reg) if bits.is_power_of_two() && self.bit_jumps() => {
                        Jump::Bit { reg, bit: bits.trailing_zeros(), set }
                    }
                    _ => Jump::If(self.compare(cmp)),
                }
            }
            CmpKind::Float => Jump::If(self.compare(cmp)),
        }
    }

    #[inline]
    pub(super) fn branch(&mut self, cmp: &Cmp, target: Label) {
        let condition = self.condition(cmp);
        self.jump_on(condition, target);
    }

    pub(super) fn trap_if(&mut self, cmp: &Cmp, code: TrapCode) {
        let condition = self.condition(cmp);
        self.trap_on(condition, code);
    }

    pub(super) fn set(&mut self, cmp: &Cmp, dst: Reg) {
        if cmp.kind == CmpKind::Int
            && cmp.cond == Cond::LtS
            && let (Src::Reg(lhs), Src::Imm(imm)) = (cmp.lhs, cmp.rhs)
            && sign_extended(cmp.width, imm) == 0
        {
            // The sign itself.
            return self.shift_imm(Shift::ShrU, cmp.width, dst, lhs, cmp.width.bits() - 1);
        }
        let cc = self.compare(cmp);
        self.ins(op::CSINC | rm(ZR) | cc.invert().0 << 12 | rn(ZR) | rd(dst));
    }

    pub(super) fn select(&mut self, cmp: &Cmp, width: Width, dst: Reg, yes: Reg, no: Reg) {
        let cc = self.compare(cmp);
        let op = if dst.is_float() { op::FCSEL | double(width) } else { op::CSEL | sf(width) };
        self.ins(op | rm(no) | cc.0 << 12 | rn(yes) | rd(dst));
    }

    pub(super) fn trap_beyond(&mut self, index: Reg, extent: u64, limit: Mem, code: TrapCode) {
        self.load_word(Width::W64, X17, limit);
        // The sum of a 32-bit index and an extent of at most 33 bits needs no check for a carry.
        self.add_imm(Width::W64, X16, index, extent as i64);
        self.rrr(op::SUBS | SF, ZR, X16, X17);
        self.trap_on(Jump::If(Cc::HI), code);
    }
}
