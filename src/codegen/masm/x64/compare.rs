//! Comparisons and what consumes them: jumps, 0 or 1, selects and traps.
//!
//! A comparison sets the flags and says how they are to be read ([`Holds`]). Flags never live longer than the method that sets them, with one exception:
//! arithmetic has told already whether its result is zero, if nothing was emitted since and no label is in between. `ucomiss` and
//! `ucomisd` report an unordered result as both "below" and "equal", so less-than conditions are compared with swapped operands, as
//! "above", and equality needs the parity flag besides.

use super::super::{Cmp, CmpKind, Cond, Label, Mem, Reg, Slot, Src, Width};
use super::X64;
use super::encode::{Cc, Op, R11, RAX, RBX, REX_W, X15, alu, imm32, op, rex_byte, rex_w, sign_extended};
use crate::techniques::Technique;
use beeline_abi::TrapCode;

/// How the flags tell that a comparison holds.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Holds {
    /// This condition.
    If(Cc),
    /// Equal and ordered: ZF without PF.
    FloatEq,
    /// Not equal, or unordered: PF or no ZF.
    FloatNe,
}

/// The code of an integer condition. By a table: which one comes next is not predictable, so there is no jump for it.
const fn int_cc(cond: Cond) -> Cc {
    /// In the order of [`Cond`], where those of floats follow.
    const CODES: [Cc; 10] = [Cc::E, Cc::NE, Cc::L, Cc::B, Cc::G, Cc::A, Cc::LE, Cc::BE, Cc::GE, Cc::AE];
    CODES[cond as usize]
}

/// The same comparison with a number that is shorter to encode, where there is one: zero by `test`, or a shorter immediate.
#[inline]
const fn shorter(cond: Cond, imm: i64) -> (Cond, i64) {
    match (cond, imm) {
        (Cond::LtS, 1 | 128 | 0x8000_0000) => (Cond::LeS, imm - 1),
        (Cond::GeS, 1 | 128 | 0x8000_0000) => (Cond::GtS, imm - 1),
        (Cond::LtU, 1) => (Cond::Eq, 0),
        (Cond::GeU, 1) => (Cond::Ne, 0),
        (Cond::LtU, 128 | 0x8000_0000 | 0x1_0000_0000) => (Cond::LeU, imm - 1),
        (Cond::GeU, 128 | 0x8000_0000 | 0x1_0000_0000) => (Cond::GtU, imm - 1),
        (Cond::GtS, -1 | -129) => (Cond::GeS, imm + 1),
        (Cond::LeS, -1 | -129) => (Cond::LtS, imm + 1),
        _ => (cond, imm),
    }
}

impl X64 {
    /// Arithmetic whose last instruction was just emitted has left the flags as a comparison of `reg` with zero would leave ZF.
    #[inline]
    pub(super) fn note_flags(&mut self, width: Width, reg: Reg) {
        self.flags = (self.code.len(), reg, width);
    }

    /// Control may come to here from elsewhere, with other flags.
    #[inline]
    pub(super) fn forget_flags(&mut self) {
        self.flags.0 = u32::MAX;
    }

    /// Sets ZF if `reg` is zero. Loops that count down to zero have it set already: the last thing they did was count.
    #[inline(always)]
    fn test_zero(&mut self, cond: Cond, width: Width, reg: Reg) {
        let known = self.flags == (self.code.len(), reg, width)
            && matches!(cond, Cond::Eq | Cond::Ne)
            && self.code.techniques.has(Technique::Flags);
        if !known {
            self.rr(op::TEST_M, rex_w(width), reg, reg);
        }
    }

    /// Sets the flags.
    #[inline(always)]
    fn compare(&mut self, cmp: &Cmp) -> Holds {
        // Nine of ten; these need no registers saved for the other shapes.
        if let (CmpKind::Int, Src::Reg(lhs), Src::Imm(imm)) = (cmp.kind, cmp.lhs, cmp.rhs) {
            return Holds::If(self.compare_imm(cmp.cond, cmp.width, lhs, imm));
        }
        self.compare_others(cmp)
    }

    #[inline(never)]
    fn compare_others(&mut self, cmp: &Cmp) -> Holds {
        match cmp.kind {
            CmpKind::Int => Holds::If(self.compare_int(cmp.cond, cmp.width, cmp.lhs, cmp.rhs)),
            CmpKind::Pinned => Holds::If(self.compare_pinned(cmp.cond, cmp.width, cmp.lhs, cmp.rhs)),
            CmpKind::Test => Holds::If(self.compare_test(cmp.cond, cmp.width, cmp.lhs, cmp.rhs)),
            CmpKind::Float => self.compare_float(cmp.cond, cmp.width, cmp.lhs, cmp.rhs),
        }
    }

    #[inline(never)]
    fn compare_imm(&mut self, cond: Cond, width: Width, lhs: Reg, imm: i64) -> Cc {
        // Most comparisons are with zero, which no other number is shorter than.
        if imm == 0 {
            self.test_zero(cond, width, lhs);
            return int_cc(cond);
        }
        let (cond, imm) = shorter(cond, sign_extended(width, imm));
        match imm32(imm) {
            Some(0) => self.test_zero(cond, width, lhs),
            Some(imm) => self.alu_ri(alu::CMP, rex_w(width), lhs, imm),
            None => self.compare_far(width, lhs, imm),
        }
        int_cc(cond)
    }

    /// With a number that no immediate reaches.
    #[inline(never)]
    fn compare_far(&mut self, width: Width, lhs: Reg, imm: i64) {
        self.move_imm(width, R11, imm);
        self.alu_rr(alu::CMP, rex_w(width), lhs, R11);
    }

    fn compare_int(&mut self, cond: Cond, width: Width, lhs: Src, rhs: Src) -> Cc {
        let rex = rex_w(width);
        match (lhs, rhs) {
            (Src::Reg(lhs), Src::Imm(imm)) => return self.compare_imm(cond, width, lhs, imm),
            (Src::Slot(lhs), Src::Imm(imm)) => return self.compare_mem(cond, width, self.at(lhs), imm),
            (Src::Reg(lhs), rhs) => self.alu_rx(alu::CMP, rex, lhs, rhs),
            (Src::Slot(lhs), Src::Reg(rhs)) => self.compare_slot(rex, lhs, rhs),
            (Src::Slot(lhs), Src::Slot(rhs)) => {
                self.rm(op::MOV, rex, R11, self.at(lhs));
                self.alu_rm(alu::CMP, rex, R11, self.at(rhs));
            }
            (Src::Imm(_), _) => unreachable!("an immediate is always the second operand"),
        }
        int_cc(cond)
    }

    fn compare_mem(&mut self, cond: Cond, width: Width, lhs: Mem, imm: i64) -> Cc {
        let (cond, imm) = shorter(cond, sign_extended(width, imm));
        match imm32(imm) {
            Some(imm) => self.alu_mi(alu::CMP, rex_w(width), lhs, imm),
            None => {
                self.move_imm(width, R11, imm);
                self.rm(Op::one(alu::CMP << 3 | 1), rex_w(width), R11, lhs);
            }
        }
        int_cc(cond)
    }

    fn compare_pinned(&mut self, cond: Cond, width: Width, lhs: Src, rhs: Src) -> Cc {
        let (Src::Slot(lhs), Src::Imm(imm)) = (lhs, rhs) else {
            unreachable!("a slot of the instance is compared with an immediate")
        };
        self.compare_mem(cond, width, Mem::new(RBX, lhs.0), imm)
    }

    fn compare_slot(&mut self, rex: u8, lhs: Slot, rhs: Reg) {
        self.rs(Op::one(alu::CMP << 3 | 1), rex, rhs, lhs);
    }

    fn compare_test(&mut self, cond: Cond, width: Width, lhs: Src, rhs: Src) -> Cc {
        let cc = int_cc(cond);
        let Src::Reg(lhs) = lhs else { unreachable!("the first operand of a test is a register") };
        let rex = rex_w(width);
        match rhs {
            Src::Reg(rhs) if rhs == lhs => self.test_zero(cond, width, lhs),
            Src::Reg(rhs) => self.rr(op::TEST_M, rex, rhs, lhs),
            Src::Slot(rhs) => self.rm(op::TEST_M, rex, lhs, self.at(rhs)),
            Src::Imm(imm) => {
                let imm = sign_extended(width, imm);
                match imm {
                    -1 => self.rr(op::TEST_M, rex, lhs, lhs),
                    0xffff_ffff => self.rr(op::TEST_M, 0, lhs, lhs),
                    0..=0xffff_ffff => self.test_imm(0, lhs, imm as u32),
                    -0x8000_0000..=-2 => self.test_imm(rex, lhs, imm as u32),
                    _ if imm.count_ones() == 1 => {
                        self.ext_ri8(op::BIT_I8, REX_W, 4, lhs, imm.trailing_zeros() as u8);
                        return if cond == Cond::Eq { Cc::AE } else { Cc::B };
                    }
                    _ => {
                        self.move_imm(width, R11, imm);
                        self.rr(op::TEST_M, rex, R11, lhs);
                    }
                }
            }
        }
        cc
    }

    fn test_imm(&mut self, rex: u8, lhs: Reg, imm: u32) {
        if let Ok(imm) = u8::try_from(imm) {
            if lhs == RAX {
                self.plain_i(Op::one(0xa8), 0, imm.into(), 1);
            } else {
                self.ext_ri8(op::GROUP3_8, rex_byte(lhs), 0, lhs, imm);
            }
        } else if lhs == RAX {
            self.plain_i(Op::one(0xa9), rex, imm.into(), 4);
        } else {
            self.rr_i(op::GROUP3, rex, Reg(0), lhs, imm.into(), 4);
        }
    }

    /// `ucomiss` or `ucomisd`.
    pub(super) fn ucomis(&mut self, width: Width, lhs: Reg, rhs: Src) {
        self.fx(Op::sse(if width == Width::W32 { 0 } else { 0x66 }, 0x2e), width, lhs, rhs);
    }

    fn compare_float(&mut self, cond: Cond, width: Width, lhs: Src, rhs: Src) -> Holds {
        let Src::Reg(a) = lhs else { unreachable!("the first operand of a float comparison is a register") };
        let holds = match cond {
            Cond::FEq if lhs == rhs => Holds::If(Cc::NP),
            Cond::FNe if lhs == rhs => Holds::If(Cc::P),
            Cond::FEq => Holds::FloatEq,
            Cond::FNe => Holds::FloatNe,
            Cond::FGt | Cond::FLt => Holds::If(Cc::A),
            Cond::FGe | Cond::FLe => Holds::If(Cc::AE),
            Cond::FNgt | Cond::FNlt => Holds::If(Cc::BE),
            Cond::FNge | Cond::FNle => Holds::If(Cc::B),
            _ => unreachable!("an integer condition for floats"),
        };
        if !matches!(cond, Cond::FLt | Cond::FLe | Cond::FNlt | Cond::FNle) {
            self.ucomis(width, a, rhs);
        } else if let Src::Reg(b) = rhs {
            self.ucomis(width, b, lhs);
        } else {
            self.float_from(width, X15, rhs);
            self.ucomis(width, X15, lhs);
        }
        holds
    }

    fn jump_if(&mut self, holds: Holds, target: Label) {
        match holds {
            Holds::If(cc) => self.jump_cc(cc, target),
            _ => self.jump_if_float(holds == Holds::FloatEq, target),
        }
    }

    #[inline(never)]
    fn jump_if_float(&mut self, equal: bool, target: Label) {
        if equal {
            let skip = self.code.new_label();
            self.jump_cc(Cc::P, skip);
            self.jump_cc(Cc::E, target);
            self.code.bind(skip);
        } else {
            self.jump_cc(Cc::P, target);
            self.jump_cc(Cc::NE, target);
        }
    }

    #[inline]
    pub(super) fn branch(&mut self, cmp: &Cmp, target: Label) {
        let holds = self.compare(cmp);
        self.jump_if(holds, target);
    }

    pub(super) fn trap_if(&mut self, cmp: &Cmp, code: TrapCode) {
        let holds = self.compare(cmp);
        let stub = self.code.stub(code);
        self.jump_if(holds, stub);
    }

    /// `dst`'s lowest byte = 1 if `cc` holds, else 0.
    fn set_byte(&mut self, cc: Cc, dst: Reg) {
        self.ext_r(Op::of(0x90 | cc.0), rex_byte(dst), 0, dst);
    }

    pub(super) fn set(&mut self, cmp: &Cmp, dst: Reg) {
        if let (CmpKind::Int, Cond::LtS | Cond::GeS, Src::Reg(lhs), Src::Imm(imm)) =
            (cmp.kind, cmp.cond, cmp.lhs, cmp.rhs)
            && sign_extended(cmp.width, imm) == 0
            && (cmp.cond == Cond::LtS || lhs == dst)
        {
            // The sign itself.
            self.copy(cmp.width, dst, lhs);
            if cmp.cond == Cond::GeS {
                self.ext_r(op::GROUP3, rex_w(cmp.width), 2, dst);
            }
            return self.ext_ri8(op::SHIFT_I8, rex_w(cmp.width), 5, dst, cmp.width.bits() as u8 - 1);
        }
        // Clearing first is shorter than extending afterwards, and does not wait for the old value.
        let cleared = cmp.lhs != Src::Reg(dst) && cmp.rhs != Src::Reg(dst);
        if cleared {
            self.alu_rr(alu::XOR, 0, dst, dst);
        }
        match self.compare(cmp) {
            Holds::If(cc) => self.set_byte(cc, dst),
            // Byte operations: what is above the lowest byte of r11 is not known.
            Holds::FloatEq => {
                self.set_byte(Cc::NP, R11);
                self.set_byte(Cc::E, dst);
                self.rr(Op::one(alu::AND << 3 | 2), 0, dst, R11);
            }
            Holds::FloatNe => {
                self.set_byte(Cc::P, R11);
                self.set_byte(Cc::NE, dst);
                self.rr(Op::one(alu::OR << 3 | 2), 0, dst, R11);
            }
        }
        if !cleared {
            self.rr(op::MOVZX8, rex_byte(dst), dst, dst);
        }
    }

    pub(super) fn select(&mut self, cmp: &Cmp, width: Width, dst: Reg, yes: Reg, no: Reg) {
        if dst.is_float() {
            return self.select_float(cmp, dst, yes, no);
        }
        if yes == no {
            return self.copy(width, dst, yes);
        }
        // Moves keep the flags, so the operands of the comparison may be overwritten once it is done.
        let (yes, no) = match self.compare(cmp) {
            Holds::If(cc) => {
                return if dst == yes {
                    self.cmov(cc.invert(), width, dst, no);
                } else {
                    self.copy(width, dst, no);
                    self.cmov(cc, width, dst, yes);
                };
            }
            Holds::FloatEq => (yes, no),
            Holds::FloatNe => (no, yes),
        };
        // `yes` for equal: replaced where it is not.
        let other = if dst == no { R11 } else { no };
        self.copy(width, other, no);
        self.copy(width, dst, yes);
        self.cmov(Cc::NE, width, dst, other);
        self.cmov(Cc::P, width, dst, other);
    }

    fn select_float(&mut self, cmp: &Cmp, dst: Reg, yes: Reg, no: Reg) {
        if yes == no {
            return self.float_copy(dst, yes);
        }
        let holds = self.compare(cmp);
        let done = self.code.new_label();
        // `movaps` keeps the flags.
        if dst == yes {
            self.jump_if(holds, done);
            self.float_copy(dst, no);
        } else {
            self.float_copy(dst, no);
            self.jump_if(holds_not(holds), done);
            self.float_copy(dst, yes);
        }
        self.code.bind(done);
    }

    pub(super) fn trap_beyond(&mut self, index: Reg, extent: u64, limit: Mem, code: TrapCode) {
        let stub = self.code.stub(code);
        if extent == 0 {
            self.alu_rm(alu::CMP, REX_W, index, limit);
            return self.jump_cc(Cc::A, stub);
        }
        // The sum of a 32-bit index and an extent of at most 33 bits needs no check for a carry.
        match i32::try_from(extent) {
            Ok(extent) => self.rm(op::LEA, REX_W, R11, Mem::new(index, extent)),
            Err(_) => {
                self.move_imm(Width::W64, R11, extent as i64);
                self.alu_rr(alu::ADD, REX_W, R11, index);
            }
        }
        self.alu_rm(alu::CMP, REX_W, R11, limit);
        self.jump_cc(Cc::A, stub);
    }
}

const fn holds_not(holds: Holds) -> Holds {
    match holds {
        Holds::If(cc) => Holds::If(cc.invert()),
        Holds::FloatEq => Holds::FloatNe,
        Holds::FloatNe => Holds::FloatEq,
    }
}
