//! Integer division: what the ISA's own needs, and what takes its place where the divisor is a constant.
//!
//! Compilers for WebAssembly leave divisions by constants as they are. They become shifts, or a multiplication by a reciprocal (Granlund and Montgomery, "Division by
//! Invariant Integers using Multiplication", 1994; for signed numbers theorem 5.1). Left to the machine are divisors below 2 when signed, which may trap or overflow,
//! signed 64-bit divisors that are no power of two, and odd 64-bit ones whose reciprocal takes 65 bits.

use super::int;
use super::int::canonical;
use crate::compile::func::Emitter;
use crate::compile::operand::Value;
use crate::masm::{Alu, Constraint, Div, Extend, Masm, Reg, RegSet, Shift, Src, Width};
use crate::techniques::Technique;
use beeline_abi::types::ValType::I32;

/// What takes the place of a divisor d: `n / d == ((n >> before) * factor) >> (N + after)`, with N the bits of the multiplication.
#[derive(Clone, Copy, Debug)]
struct Reciprocal {
    before: u8,
    factor: u64,
    after: u8,
}

/// The reciprocal of `d`, at least 3 and no power of two, for multiplications of `bits` bits: 2^(bits + after) / d rounded up, whose error of less than d over that power
/// must be at most 2^(after + slack). `None` if no factor of so many bits is that exact.
fn reciprocal(bits: u32, d: u64, slack: u32) -> Option<(u64, u8)> {
    let of = |after: u32| {
        let power = 1u128 << (bits + after);
        let factor = power / u128::from(d) + 1;
        let error = factor * u128::from(d) - power;
        (error <= 1 << (after + slack)).then_some((factor as u64, after as u8))
    };
    let mut best = of(d.ilog2())?;
    // A smaller factor may do, and be a shorter immediate. It is at most a few steps away, or so exact that the division is rare.
    for after in (0..d.ilog2()).rev().take(4) {
        let Some(smaller) = of(after) else { break };
        best = smaller;
    }
    Some(best)
}

/// For unsigned numbers of `bits` bits. An even divisor always has one: the number loses its low bits first.
fn unsigned_reciprocal(bits: u32, d: u64) -> Option<Reciprocal> {
    let zeros = d.trailing_zeros();
    let at_once = reciprocal(bits, d, 0).map(|found| (0, found));
    let (before, (factor, after)) =
        at_once.or_else(|| Some((zeros, reciprocal(bits, d >> zeros, zeros).filter(|_| zeros > 0)?)))?;
    Some(Reciprocal { before: before as u8, factor, after })
}

impl<M: Masm> Emitter<'_, M> {
    pub(super) fn div(&mut self, op: Div, width: Width) {
        let ty = int(width);
        let ((rhs, _), (lhs, _)) = (self.pop(), self.pop());
        if let Value::Imm(by) = rhs
            && self.techniques.has(Technique::ConstantDivisors)
            && self.div_by_constant(op, width, lhs, by)
        {
            return;
        }
        let known = if let Value::Imm(divisor) = rhs { Some(divisor) } else { None };
        let Constraint { lhs: lhs_reg, dst, clobbers, .. } = self.m.div_constraint(op, width);
        let mut rhs_reg = match rhs {
            Value::Temp(reg) | Value::Home(reg) if !clobbers.contains(reg.get()) => Some(reg.get()),
            _ => None,
        };
        if rhs_reg.is_none() && (rhs.reg().is_some() || lhs_reg.is_none()) {
            // The divisor sits in a register that the division needs: it moves first.
            let reg = self.alloc_except(false, clobbers);
            self.load(reg, rhs, ty);
            rhs_reg = Some(reg);
        }
        self.take_all(clobbers);
        let rhs_reg = match rhs_reg {
            Some(reg) => reg,
            None => {
                let reg = self.alloc_except(false, clobbers);
                self.load(reg, rhs, ty);
                reg
            }
        };
        let a = match lhs_reg {
            Some(reg) => {
                self.load(reg, lhs, ty);
                reg
            }
            None => self.in_reg(lhs, ty),
        };
        let hint = self.take_hint();
        match dst {
            Some(dst) => {
                self.m.div_rrr(op, width, dst, a, rhs_reg, known);
                if let Some(home) = hint {
                    self.load(home, Value::temp(dst), ty);
                    self.finish(ty, home);
                } else {
                    self.finish(ty, dst);
                }
            }
            None => {
                let dst = hint.unwrap_or_else(|| self.alloc(false));
                self.m.div_rrr(op, width, dst, a, rhs_reg, known);
                self.finish(ty, dst);
            }
        }
    }

    /// Holds the registers that an operation needs for itself, but for those that the operator holds already.
    fn take_all(&mut self, clobbers: RegSet) {
        for reg in clobbers.iter() {
            if !self.regs.is_held(reg) {
                self.take(reg);
            }
        }
    }

    /// Division by a constant, `by` in the form of constants. Returns false, with nothing emitted, if the machine has to divide.
    fn div_by_constant(&mut self, op: Div, width: Width, lhs: Value, by: i64) -> bool {
        let unsigned = match width {
            Width::W32 => u64::from(by as u32),
            Width::W64 => by as u64,
        };
        match op {
            Div::DivU | Div::RemU if unsigned.is_power_of_two() => {
                self.unsigned_by_power_of_two(op, width, lhs, unsigned);
                true
            }
            Div::DivU | Div::RemU => self.unsigned_by_multiplying(op, width, lhs, unsigned),
            Div::DivS | Div::RemS if by < 2 => false,
            Div::DivS | Div::RemS if unsigned.is_power_of_two() => {
                self.signed_by_power_of_two(op, width, lhs, unsigned);
                true
            }
            Div::DivS | Div::RemS => width == Width::W32 && self.signed_by_multiplying(op, lhs, unsigned),
        }
    }

    /// A shift, or for the remainder a mask.
    fn unsigned_by_power_of_two(&mut self, op: Div, width: Width, lhs: Value, by: u64) {
        let ty = int(width);
        let dst = self.take_hint();
        let a = self.first_operand(lhs, Value::Imm(0), ty, dst);
        let dst = self.result_reg(dst, a, Value::Imm(0), false);
        if op == Div::DivU {
            let shift = i64::from(by.trailing_zeros());
            self.m.shift_rrx(Shift::ShrU, width, dst, a, Src::Imm(shift));
        } else {
            self.m.alu_rrx(Alu::And, width, dst, a, Src::Imm(canonical(width, by.wrapping_sub(1) as i64)));
        }
        self.finish(ty, dst);
    }

    /// Negative numbers first get `by - 1` added, so that the shift rounds towards zero.
    fn signed_by_power_of_two(&mut self, op: Div, width: Width, lhs: Value, by: u64) {
        let ty = int(width);
        let (bits, shift) = (width.bits(), by.trailing_zeros());
        let number = self.in_reg(lhs, ty);
        let rounded = self.alloc(false);
        let sign = if shift == 1 {
            number
        } else {
            self.m.shift_rrx(Shift::ShrS, width, rounded, number, Src::Imm(i64::from(bits - 1)));
            rounded
        };
        self.m.shift_rrx(Shift::ShrU, width, rounded, sign, Src::Imm(i64::from(bits - shift)));
        self.m.alu_rrx(Alu::Add, width, rounded, rounded, Src::Reg(number));
        let dst = self.take_hint().unwrap_or(rounded);
        if op == Div::DivS {
            self.m.shift_rrx(Shift::ShrS, width, dst, rounded, Src::Imm(i64::from(shift)));
        } else {
            let mask = canonical(width, (by as i64).wrapping_neg());
            self.m.alu_rrx(Alu::And, width, rounded, rounded, Src::Imm(mask));
            self.m.alu_rrx(Alu::Sub, width, dst, number, Src::Reg(rounded));
        }
        self.finish(ty, dst);
    }

    fn unsigned_by_multiplying(&mut self, op: Div, width: Width, lhs: Value, by: u64) -> bool {
        if by < 3 {
            return false;
        }
        // In 64 bits every 32-bit divisor has a reciprocal.
        let (at, Reciprocal { before, factor, after }) = match (unsigned_reciprocal(width.bits(), by), width)
        {
            (Some(found), _) => (width, found),
            (None, Width::W32) => (Width::W64, Reciprocal { before: 0, factor: u64::MAX / by + 1, after: 0 }),
            (None, Width::W64) => return false,
        };
        let ty = int(width);
        let Constraint { lhs: fixed, dst, clobbers, .. } = self.m.mulhi_constraint(at);
        // The number is needed again for the remainder.
        let number = match lhs.reg().filter(|&reg| !clobbers.contains(reg)) {
            Some(reg) => reg,
            None => {
                let reg = self.alloc_except(false, clobbers);
                self.load(reg, lhs, ty);
                reg
            }
        };
        self.take_all(clobbers);
        let quotient = dst.unwrap_or_else(|| self.alloc(false));
        let mut factored = number;
        if before > 0 {
            factored = fixed.unwrap_or(quotient);
            self.m.shift_rrx(Shift::ShrU, width, factored, number, Src::Imm(before.into()));
        } else if let Some(fixed) = fixed {
            self.load(fixed, Value::home(number), ty);
            factored = fixed;
        }
        self.m.mulhi_shift_rri(at, quotient, factored, factor, after);
        let hint = self.take_hint();
        let dst = hint.unwrap_or(quotient);
        if op == Div::DivU {
            self.load(dst, Value::temp(quotient), ty);
        } else {
            self.subtract_product(width, dst, number, quotient, by);
        }
        self.finish(ty, dst);
        true
    }

    /// The product is rounded down; a negative quotient is then one too small.
    fn signed_by_multiplying(&mut self, op: Div, lhs: Value, by: u64) -> bool {
        let Some((factor, after)) = reciprocal(32, by, 1) else { return false };
        let number = self.in_reg(lhs, I32);
        let (quotient, sign) = (self.alloc(false), self.alloc(false));
        self.m.extend_rr(Extend::S32W64, quotient, number);
        self.m.mul_rrx(Width::W64, quotient, quotient, Src::Imm(factor as i64));
        self.m.shift_rrx(Shift::ShrS, Width::W64, quotient, quotient, Src::Imm(32 + i64::from(after)));
        self.m.shift_rrx(Shift::ShrS, Width::W32, sign, number, Src::Imm(31));
        let dst = self.take_hint().unwrap_or(quotient);
        if op == Div::DivS {
            self.m.alu_rrx(Alu::Sub, Width::W32, dst, quotient, Src::Reg(sign));
        } else {
            self.m.alu_rrx(Alu::Sub, Width::W32, quotient, quotient, Src::Reg(sign));
            self.subtract_product(Width::W32, dst, number, quotient, by);
        }
        self.finish(I32, dst);
        true
    }

    /// `dst = number - quotient * by`: the remainder. The quotient's register is overwritten.
    fn subtract_product(&mut self, width: Width, dst: Reg, number: Reg, quotient: Reg, by: u64) {
        self.m.mul_rrx(width, quotient, quotient, Src::Imm(canonical(width, by as i64)));
        self.m.alu_rrx(Alu::Sub, width, dst, number, Src::Reg(quotient));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn divisors() -> impl Strategy<Value = u64> {
        (2u32..64, any::<u64>())
            .prop_map(|(bits, n)| n >> (64 - bits))
            .prop_filter("no other takes one", |d| *d >= 3 && !d.is_power_of_two())
    }

    #[test]
    fn most_divisors_have_a_reciprocal() {
        let found = |bits| (3..2000u64).filter(|&d| unsigned_reciprocal(bits, d).is_some()).count();
        assert!(found(32) > 1600 && found(64) > 1600, "{} and {}", found(32), found(64));
    }

    #[test]
    fn reciprocals_divide_exactly() {
        let divisors =
            (1..2000).chain([10_000, 65_535, 65_537, 1_000_000, u32::MAX / 2, u32::MAX - 1, u32::MAX]);
        for d in divisors.filter(|d| !d.is_power_of_two()) {
            let Some(Reciprocal { before, factor, after }) = unsigned_reciprocal(32, d.into()) else {
                continue;
            };
            // Errors show first next to multiples of the divisor, and the more the greater the number.
            let greatest = u32::MAX - u32::MAX % d;
            for n in [0, 1, d - 1, d, greatest, greatest - 1, greatest / 2 / d * d, u32::MAX] {
                let quotient = (u64::from(n >> before) * factor) >> (32 + after);
                assert_eq!(quotient, u64::from(n / d), "{n} / {d}");
            }
        }
    }

    proptest! {
        #[test]
        fn quotients_of_64_bits(d in divisors(), n in any::<u64>(), k in any::<u64>()) {
            if let Some(Reciprocal { before, factor, after }) = unsigned_reciprocal(64, d) {
                let multiple = k / d * d;
                for n in [n, n % d, multiple, multiple.wrapping_sub(1), multiple.wrapping_add(d - 1), u64::MAX, u64::MAX - 1] {
                    let product = u128::from(n >> before) * u128::from(factor);
                    prop_assert_eq!((product >> 64) as u64 >> after, n / d);
                }
            } else {
                prop_assert_eq!(d % 2, 1);
            }
        }

        #[test]
        fn quotients_of_32_bits(d in divisors(), n in any::<u32>(), k in any::<u32>()) {
            let d = d >> 32 | d & 0xffff_ffff;
            let d = d as u32;
            if d < 3 || d.is_power_of_two() {
                return Ok(());
            }
            let multiple = k / d * d;
            for n in [n, n % d, multiple, multiple.wrapping_sub(1), multiple.wrapping_add(d - 1), u32::MAX] {
                if let Some(Reciprocal { before, factor, after }) = unsigned_reciprocal(32, d.into()) {
                    prop_assert!(u32::try_from(factor).is_ok());
                    prop_assert_eq!((u64::from(n >> before) * factor) >> (32 + after), u64::from(n / d));
                }
                let exact = u64::MAX / u64::from(d) + 1;
                prop_assert_eq!((u128::from(n) * u128::from(exact)) >> 64, u128::from(n / d));
                if let Ok(d) = i32::try_from(d) {
                    let (factor, after) = reciprocal(32, d as u64, 1).unwrap();
                    for n in [n as i32, (n as i32).wrapping_neg(), i32::MIN, i32::MAX] {
                        let product = i64::from(n) * i64::try_from(factor).unwrap();
                        prop_assert_eq!((product >> (32 + after)) as i32 - (n >> 31), n / d);
                    }
                }
            }
        }
    }
}
