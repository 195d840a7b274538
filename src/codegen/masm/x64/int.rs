//! Integer arithmetic: three-operand operations out of two-address instructions.
//!
//! Each shape first looks for a form that is three-operand by nature (`lea`, `imul` with immediate, extensions), then for one that overwrites an
//! operand which is the destination anyway, and copies last. `inc` and `dec` are not used (they leave the carry flag
//! and thereby depend on whoever wrote it), nor `push imm; pop`. Immediates are compared in their sign-extended form, so that an `i32`
//! gets the short encodings however the emitter holds it.

use super::super::{Alu, Constraint, Div, Extend, Mem, Reg, RegSet, Shift, Slot, Src, Unary, Width};
use super::X64;
use super::encode::{
    Cc, Op, R11, RAX, RCX, RDX, REX_W, alu, imm8, imm32, op, rex_byte, rex_w, sign_extended,
};
use super::slow::Slow;
use beeline_abi::TrapCode;
use beeline_abi::sites::Kind;

const fn number(op: Alu) -> u8 {
    match op {
        Alu::Add => alu::ADD,
        Alu::Sub => alu::SUB,
        Alu::And => alu::AND,
        Alu::Or => alu::OR,
        Alu::Xor => alu::XOR,
    }
}

impl X64 {
    /// The way to the most frequent shapes is in line, so that it saves no registers for the others.
    #[inline(always)]
    pub(super) fn alu(&mut self, op: Alu, width: Width, dst: Reg, lhs: Reg, rhs: Src) {
        match rhs {
            Src::Imm(imm) => match op {
                Alu::Add => self.add_imm(width, dst, lhs, sign_extended(width, imm)),
                Alu::Sub => self.add_imm(width, dst, lhs, sign_extended(width, imm.wrapping_neg())),
                _ => self.alu_imm(op, width, dst, lhs, sign_extended(width, imm)),
            },
            Src::Reg(rhs) if dst == lhs => self.alu_two(op, width, dst, rhs),
            Src::Reg(rhs) => self.alu_three(op, width, dst, lhs, rhs),
            Src::Slot(rhs) => self.alu_slot(op, width, dst, lhs, rhs),
        }
    }

    fn alu_two(&mut self, op: Alu, width: Width, dst: Reg, rhs: Reg) {
        self.alu_rr(number(op), rex_w(width), dst, rhs);
        self.note_flags(width, dst);
    }

    fn alu_slot(&mut self, op: Alu, width: Width, dst: Reg, lhs: Reg, rhs: Slot) {
        self.copy(width, dst, lhs);
        self.rs(Op::one(number(op) << 3 | 3), rex_w(width), dst, rhs);
        self.note_flags(width, dst);
    }

    fn alu_three(&mut self, op: Alu, width: Width, dst: Reg, lhs: Reg, rhs: Reg) {
        let rex = rex_w(width);
        if dst == rhs {
            if op == Alu::Sub {
                self.ext_r(op::GROUP3, rex, 3, dst);
                self.alu_rr(alu::ADD, rex, dst, lhs);
            } else {
                self.alu_rr(number(op), rex, dst, lhs);
            }
        } else if op == Alu::Add {
            return self.rm(op::LEA, rex, dst, Mem { base: lhs, index: Some(rhs), scale: 0, disp: 0 });
        } else {
            self.copy(width, dst, lhs);
            self.alu_rr(number(op), rex, dst, rhs);
        }
        self.note_flags(width, dst);
    }

    /// `and`, `or` or `xor` with an immediate.
    fn alu_imm(&mut self, op: Alu, width: Width, dst: Reg, lhs: Reg, imm: i64) {
        let rex = rex_w(width);
        match (op, imm) {
            (Alu::Or | Alu::Xor, 0) | (Alu::And, -1) => self.copy(width, dst, lhs),
            (Alu::And, 0) => self.move_imm(Width::W32, dst, 0),
            (Alu::Or, -1) => self.move_imm(width, dst, -1),
            (Alu::Xor, -1) => {
                self.copy(width, dst, lhs);
                self.ext_r(op::GROUP3, rex, 2, dst);
            }
            (Alu::And, 0xff) => self.extend(Extend::U8, dst, lhs),
            (Alu::And, 0xffff) => self.extend(Extend::U16, dst, lhs),
            (Alu::And, 0xffff_ffff) => self.move_reg(Width::W32, dst, lhs),
            (Alu::And, 0..=0xffff_ffff) => {
                self.logic_imm(alu::AND, Width::W32, dst, lhs, i64::from(imm as u32 as i32))
            }
            _ => self.logic_imm(number(op), width, dst, lhs, imm),
        }
    }

    fn add_imm(&mut self, width: Width, dst: Reg, lhs: Reg, imm: i64) {
        let rex = rex_w(width);
        match imm32(imm) {
            _ if imm == 0 => self.copy(width, dst, lhs),
            Some(imm) if dst == lhs => {
                let (op, imm) = if imm == 128 { (alu::SUB, -128) } else { (alu::ADD, imm) };
                self.alu_ri(op, rex, dst, imm);
                self.note_flags(width, dst);
            }
            Some(imm) => self.rm(op::LEA, rex, dst, Mem::new(lhs, imm)),
            None if imm == 1 << 31 => {
                self.copy(width, dst, lhs);
                self.alu_ri(alu::SUB, rex, dst, i32::MIN);
            }
            None => {
                let other = if dst == lhs { R11 } else { dst };
                self.move_imm(width, other, imm);
                self.alu_rr(alu::ADD, rex, dst, if dst == lhs { R11 } else { lhs });
            }
        }
    }

    /// `and`, `or` or `xor` with an immediate that has no shorter form.
    fn logic_imm(&mut self, op: u8, width: Width, dst: Reg, lhs: Reg, imm: i64) {
        let rex = rex_w(width);
        let fits = imm32(imm);
        if let Some(small) = fits
            && (dst == lhs || imm8(imm).is_some() || (width == Width::W64 && imm < 0))
        {
            self.copy(width, dst, lhs);
            self.alu_ri(op, rex, dst, small);
            return self.note_flags(width, dst);
        }
        // One bit that no immediate reaches.
        let bit = if op == alu::AND { !imm } else { imm };
        if fits.is_none() && bit.count_ones() == 1 {
            let ext = match op {
                alu::OR => 5,
                alu::AND => 6,
                _ => 7,
            };
            self.copy(width, dst, lhs);
            return self.ext_ri8(op::BIT_I8, REX_W, ext, dst, bit.trailing_zeros() as u8);
        }
        // A new destination takes the immediate: `mov r, imm32` is shorter than `mov` and an operation with imm32.
        if dst == lhs {
            self.move_imm(width, R11, imm);
            self.alu_rr(op, rex, dst, R11);
        } else {
            self.move_imm(width, dst, imm);
            self.alu_rr(op, rex, dst, lhs);
        }
        self.note_flags(width, dst);
    }

    pub(super) fn mul(&mut self, width: Width, dst: Reg, lhs: Reg, rhs: Src) {
        let rex = rex_w(width);
        match rhs {
            Src::Imm(imm) => self.mul_imm(width, dst, lhs, sign_extended(width, imm)),
            Src::Reg(rhs) => {
                let other = if dst == rhs { lhs } else { rhs };
                if dst != rhs {
                    self.copy(width, dst, lhs);
                }
                self.rr(op::IMUL, rex, dst, other);
            }
            Src::Slot(slot) if dst == lhs => self.rm(op::IMUL, rex, dst, self.at(slot)),
            Src::Slot(slot) => {
                self.rm(op::MOV, rex, dst, self.at(slot));
                self.rr(op::IMUL, rex, dst, lhs);
            }
        }
    }

    fn mul_imm(&mut self, width: Width, dst: Reg, lhs: Reg, imm: i64) {
        let rex = rex_w(width);
        let power = imm as u64 & (u64::MAX >> (64 - width.bits()));
        match imm {
            0 => self.move_imm(Width::W32, dst, 0),
            -1 => {
                self.copy(width, dst, lhs);
                self.ext_r(op::GROUP3, rex, 3, dst);
            }
            3 | 5 | 9 => {
                let scale = (imm - 1).trailing_zeros() as u8;
                self.rm(op::LEA, rex, dst, Mem { base: lhs, index: Some(lhs), scale, disp: 0 });
            }
            _ if power.is_power_of_two() => {
                self.shift_imm(Shift::Shl, width, dst, lhs, power.trailing_zeros() as u8);
            }
            _ => match imm32(imm) {
                Some(imm) if imm8(imm.into()).is_some() => {
                    self.rr_i(op::IMUL_I8, rex, dst, lhs, u64::from(imm as u8), 1);
                }
                Some(imm) => self.rr_i(op::IMUL_I32, rex, dst, lhs, u64::from(imm as u32), 4),
                None => {
                    let (factor, other) = if dst == lhs { (R11, R11) } else { (dst, lhs) };
                    self.move_imm(width, factor, imm);
                    self.rr(op::IMUL, rex, dst, other);
                }
            },
        }
    }

    /// Two instructions and a scratch register: no gain over the operators one by one.
    pub(super) fn multiply_add(&mut self, op: Alu, width: Width, dst: Reg, acc: Reg, lhs: Reg, rhs: Reg) {
        self.copy(width, R11, lhs);
        self.rr(op::IMUL, rex_w(width), R11, rhs);
        self.alu(op, width, dst, acc, Src::Reg(R11));
    }

    /// A product of 128 bits takes `rax` and `rdx`, wherever one wants it; that of two 32-bit numbers fits any register.
    pub(super) fn mul_high_needs(&self, width: Width) -> Constraint {
        match width {
            Width::W32 => Constraint::default(),
            Width::W64 => {
                Constraint { lhs: Some(RAX), rhs: None, dst: Some(RDX), clobbers: RegSet::of(&[RAX, RDX]) }
            }
        }
    }

    pub(super) fn mul_high_shift(&mut self, width: Width, dst: Reg, lhs: Reg, rhs: u64, shift: u8) {
        if width == Width::W64 {
            debug_assert!(lhs == RAX && dst == RDX);
            self.move_imm(Width::W64, RDX, rhs as i64);
            self.ext_r(op::GROUP3, REX_W, 4, RDX);
            if shift > 0 {
                self.ext_ri8(op::SHIFT_I8, REX_W, 5, RDX, shift);
            }
            return;
        }
        debug_assert!(u32::try_from(rhs).is_ok(), "the factor of a product of 32-bit numbers");
        let factor = rhs as u32;
        if let Ok(factor) = i32::try_from(factor) {
            self.rr_i(op::IMUL_I32, REX_W, dst, lhs, u64::from(factor as u32), 4);
        } else {
            let (to, other) = if dst == lhs { (R11, R11) } else { (dst, lhs) };
            self.plus_r(0xb8, 0, to, u64::from(factor), 4);
            self.rr(op::IMUL, REX_W, dst, other);
        }
        self.ext_ri8(op::SHIFT_I8, REX_W, 5, dst, 32 + shift);
    }

    /// Whether a shift by a register is one of BMI2's, which take any register and leave the flags.
    const fn free_count(&self, op: Shift) -> bool {
        self.v3 && matches!(op, Shift::Shl | Shift::ShrS | Shift::ShrU)
    }

    pub(super) fn shift_needs(&self, op: Shift) -> Constraint {
        if self.free_count(op) {
            Constraint::default()
        } else {
            Constraint { rhs: Some(RCX), ..Constraint::default() }
        }
    }

    pub(super) fn shift(&mut self, op: Shift, width: Width, dst: Reg, lhs: Reg, rhs: Src) {
        let count = match rhs {
            Src::Imm(imm) => {
                return self.shift_imm(op, width, dst, lhs, (imm as u32 & (width.bits() - 1)) as u8);
            }
            Src::Reg(reg) => reg,
            Src::Slot(_) => unreachable!("shifts take their count from a register"),
        };
        if self.free_count(op) {
            // 66, F2 and F3 in the VEX prefix's own numbers.
            let prefix = match op {
                Shift::Shl => 1,
                Shift::ShrS => 2,
                _ => 3,
            };
            self.vex_38(prefix, 0xf7, rex_w(width), dst, count, lhs);
            return;
        }
        debug_assert_eq!(count, RCX);
        let work = if dst == RCX { R11 } else { dst };
        self.copy(width, work, lhs);
        self.ext_r(op::SHIFT_CL, rex_w(width), shift_number(op), work);
        self.copy(width, dst, work);
    }

    fn shift_imm(&mut self, op: Shift, width: Width, dst: Reg, lhs: Reg, count: u8) {
        let rex = rex_w(width);
        if op == Shift::Shl && count == 1 && dst != lhs {
            return self.rm(op::LEA, rex, dst, Mem { base: lhs, index: Some(lhs), scale: 0, disp: 0 });
        }
        self.copy(width, dst, lhs);
        match count {
            0 => return,
            1 => self.ext_r(op::SHIFT_1, rex, shift_number(op), dst),
            _ => self.ext_ri8(op::SHIFT_I8, rex, shift_number(op), dst, count),
        }
        if !matches!(op, Shift::Rotl | Shift::Rotr) {
            self.note_flags(width, dst);
        }
    }

    pub(super) fn div_needs(&self, op: Div) -> Constraint {
        let dst = if matches!(op, Div::DivS | Div::DivU) { RAX } else { RDX };
        Constraint { lhs: Some(RAX), rhs: None, dst: Some(dst), clobbers: RegSet::of(&[RAX, RDX]) }
    }

    /// A divisor of zero faults in hardware; the other case that does, the smallest number by -1, is taken out of line before, and with it all
    /// divisions by -1.
    pub(super) fn div(&mut self, op: Div, width: Width, dst: Reg, lhs: Reg, rhs: Reg, known: Option<i64>) {
        debug_assert!(lhs == RAX && rhs != RAX && rhs != RDX);
        let rex = rex_w(width);
        let signed = matches!(op, Div::DivS | Div::RemS);
        let may_be_minus_one = known.is_none_or(|divisor| sign_extended(width, divisor) == -1);
        let back = if signed && !may_be_minus_one {
            self.plain(Op::one(0x99), rex);
            None
        } else if signed {
            self.alu_ri(alu::CMP, rex, rhs, -1);
            let slow = if op == Div::DivS { Slow::Negate { width } } else { Slow::ZeroRemainder };
            let back = self.jump_slow(Cc::E, slow);
            self.plain(Op::one(0x99), rex);
            Some(back)
        } else {
            self.alu_rr(alu::XOR, 0, RDX, RDX);
            None
        };
        let at = self.code.len();
        self.code.site(at, Kind::Trap(TrapCode::IntegerDivideByZero));
        self.ext_r(op::GROUP3, rex, if signed { 7 } else { 6 }, rhs);
        if let Some(back) = back {
            self.code.bind(back);
        }
        self.copy(width, dst, if matches!(op, Div::DivS | Div::DivU) { RAX } else { RDX });
    }

    pub(super) fn unary(&mut self, op: Unary, width: Width, dst: Reg, src: Reg) {
        let rex = rex_w(width);
        match op {
            Unary::Popcnt => self.rr(op::POPCNT, rex, dst, src),
            Unary::Clz if self.v3 => self.rr(op::LZCNT, rex, dst, src),
            Unary::Ctz if self.v3 => self.rr(op::TZCNT, rex, dst, src),
            // `bsr` gives the number of the highest one, which the last `xor` turns around; 63 or 127 there is the width.
            Unary::Clz => {
                self.move_imm(Width::W32, R11, 2 * i64::from(width.bits()) - 1);
                self.rr(op::BSR, rex, dst, src);
                self.cmov(Cc::E, width, dst, R11);
                self.alu_ri(alu::XOR, 0, dst, width.bits() as i32 - 1);
            }
            Unary::Ctz => {
                self.move_imm(Width::W32, R11, width.bits().into());
                self.rr(op::BSF, rex, dst, src);
                self.cmov(Cc::E, width, dst, R11);
            }
        }
    }

    pub(super) fn extend(&mut self, op: Extend, dst: Reg, src: Reg) {
        let byte = rex_byte(src);
        let (op, rex) = match op {
            Extend::S16W32 if dst == RAX && src == RAX => return self.plain(Op::one(0x98), 0),
            Extend::S32W64 if dst == RAX && src == RAX => return self.plain(Op::one(0x98), REX_W),
            Extend::S8W32 => (op::MOVSX8, byte),
            Extend::S16W32 => (op::MOVSX16, 0),
            Extend::S8W64 => (op::MOVSX8, REX_W),
            Extend::S16W64 => (op::MOVSX16, REX_W),
            Extend::S32W64 => (op::MOVSXD, REX_W),
            Extend::U32W64 => (op::MOV, 0),
            Extend::U8 => (op::MOVZX8, byte),
            Extend::U16 => (op::MOVZX16, 0),
        };
        self.rr(op, rex, dst, src);
    }

    /// `dst = src` if `cc` holds; `W32` clears the upper half in any case.
    #[inline]
    pub(super) fn cmov(&mut self, cc: Cc, width: Width, dst: Reg, src: Reg) {
        self.rr(Op::of(0x40 | cc.0), rex_w(width), dst, src);
    }
}

const fn shift_number(op: Shift) -> u8 {
    match op {
        Shift::Rotl => 0,
        Shift::Rotr => 1,
        Shift::Shl => 4,
        Shift::ShrU => 5,
        Shift::ShrS => 7,
    }
}
