//! Integer operations, over all registers and edge values.

use super::super::{Alu, Constraint, Masm, Reg, RegSet, Slot, Src, Width};
use super::harness::{Batch, Expect, State};
use super::model::{self, ALUS, DIVS, EXTENDS, INTS, SHIFTS, UNARIES, WIDTHS, held};
use super::native::{GENERAL, Native, cpus};
use crate::Cpu;

/// One value after the other.
pub struct Values(usize);

impl Values {
    pub fn new() -> Self {
        Self(0)
    }
    pub fn next(&mut self, width: Width) -> u64 {
        self.0 += 1;
        let n = INTS.len();
        held(width, INTS[(self.0 + self.0 / n * 7) % n])
    }
}

#[test]
fn arithmetic_of_all_registers() {
    let mut batch = Batch::new(Cpu::Baseline);
    let mut values = Values::new();
    for (dst, lhs, rhs) in triples() {
        for width in WIDTHS {
            let mut state = State::new();
            state.set(lhs, values.next(width));
            state.set(rhs, values.next(width));
            let (a, b) = (state.get(lhs), state.get(rhs));
            for op in ALUS {
                let value = model::alu(op, width, a, b);
                let name = format!("{op:?} {width:?} {dst:?} {lhs:?} {rhs:?}");
                batch.case(name, state.clone(), &[Expect::Reg(dst, value)], |masm| {
                    masm.alu_rrx(op, width, dst, lhs, Src::Reg(rhs));
                });
            }
            let product = held(width, a.wrapping_mul(b) as i64);
            batch.case("mul", state, &[Expect::Reg(dst, product)], |masm| {
                masm.mul_rrx(width, dst, lhs, Src::Reg(rhs));
            });
        }
    }
}

pub fn triples() -> impl Iterator<Item = (Reg, Reg, Reg)> {
    pairs().flat_map(|(a, b)| GENERAL.map(|c| (a, b, c)))
}

pub fn pairs() -> impl Iterator<Item = (Reg, Reg)> {
    GENERAL.into_iter().flat_map(|a| GENERAL.map(|b| (a, b)))
}

#[test]
fn arithmetic_with_immediates() {
    let mut batch = Batch::new(Cpu::Baseline);
    let mut values = Values::new();
    for (dst, lhs) in pairs() {
        for width in WIDTHS {
            for imm in INTS {
                let mut state = State::new();
                state.set(lhs, values.next(width));
                let a = state.get(lhs);
                for op in ALUS {
                    let value = model::alu(op, width, a, held(width, imm));
                    let name = format!("{op:?} {width:?} {dst:?} {lhs:?} {imm:#x}");
                    batch.case(name, state.clone(), &[Expect::Reg(dst, value)], |masm| {
                        masm.alu_rrx(op, width, dst, lhs, Src::Imm(imm));
                    });
                }
                let product = held(width, a.wrapping_mul(imm as u64) as i64);
                let name = format!("mul {width:?} {dst:?} {lhs:?} {imm:#x}");
                batch.case(name, state, &[Expect::Reg(dst, product)], |masm| {
                    masm.mul_rrx(width, dst, lhs, Src::Imm(imm));
                });
            }
        }
    }
}

#[test]
fn arithmetic_with_slots() {
    let mut batch = Batch::new(Cpu::Baseline);
    let mut values = Values::new();
    for (dst, lhs) in pairs() {
        for width in WIDTHS {
            for slot in [Slot(-8), Slot(-200), Slot(16)] {
                let mut state = State::new();
                state.set(lhs, values.next(width));
                let b = values.next(width);
                // The upper half of an i32's slot is not defined.
                *state.slot(slot) = if width == Width::W32 { b | 0xdead << 48 } else { b };
                let a = state.get(lhs);
                for op in ALUS {
                    let value = model::alu(op, width, a, b);
                    let name = format!("{op:?} {width:?} {dst:?} {lhs:?} {slot:?}");
                    batch.case(name, state.clone(), &[Expect::Reg(dst, value)], |masm| {
                        masm.alu_rrx(op, width, dst, lhs, Src::Slot(slot));
                    });
                }
                let product = held(width, a.wrapping_mul(b) as i64);
                batch.case("mul", state, &[Expect::Reg(dst, product)], |masm| {
                    masm.mul_rrx(width, dst, lhs, Src::Slot(slot));
                });
            }
        }
    }
}

#[test]
fn shifts_by_registers() {
    for cpu in cpus() {
        let mut batch = Batch::new(cpu);
        let mut values = Values::new();
        for (dst, lhs, count) in triples() {
            for (op, width) in SHIFTS.into_iter().flat_map(|op| WIDTHS.map(|width| (op, width))) {
                let needs = Native::new(cpu).shift_constraint(op, width);
                if needs.rhs.is_some_and(|reg| reg != count) {
                    continue;
                }
                // Any number, and one around the widths.
                for number in [values.next(width), [0, 1, 31, 32, 33, 63, 64, 65][values.0 % 8]] {
                    let mut state = State::new();
                    state.set(lhs, values.next(width));
                    state.set(count, number);
                    let value = model::shift(op, width, state.get(lhs), state.get(count));
                    let name = format!("{op:?} {width:?} {dst:?} {lhs:?} {count:?}");
                    batch.case(name, state, &[Expect::Reg(dst, value)], |masm| {
                        masm.shift_rrx(op, width, dst, lhs, Src::Reg(count));
                    });
                }
            }
        }
    }
}

#[test]
fn shifts_by_immediates() {
    let mut batch = Batch::new(Cpu::Baseline);
    let mut values = Values::new();
    for (dst, lhs) in pairs() {
        for (op, width) in SHIFTS.into_iter().flat_map(|op| WIDTHS.map(|width| (op, width))) {
            for count in [0, 1, 2, 3, 4, 8, 31, 32, 33, 63, 64, 65, -1] {
                let mut state = State::new();
                state.set(lhs, values.next(width));
                let value = model::shift(op, width, state.get(lhs), count as u64);
                let name = format!("{op:?} {width:?} {dst:?} {lhs:?} {count}");
                batch.case(name, state, &[Expect::Reg(dst, value)], |masm| {
                    masm.shift_rrx(op, width, dst, lhs, Src::Imm(count));
                });
            }
        }
    }
}

#[test]
fn divisions_of_edge_values() {
    let mut batch = Batch::new(Cpu::Baseline);
    // Destination, dividend and divisor, where they are free: all ways to coincide.
    let registers = [(0, 1, 2), (3, 3, 4), (5, 6, 5), (7, 8, 8), (9, 9, 9), (10, 0, 11)];
    for (op, width) in DIVS.into_iter().flat_map(|op| WIDTHS.map(|width| (op, width))) {
        let needs = Native::new(Cpu::Baseline).div_constraint(op, width);
        for (i, (a, b)) in INTS.into_iter().flat_map(|a| INTS.map(|b| (a, b))).enumerate() {
            let (dst, lhs, rhs) = registers[i % registers.len()];
            let (dst, lhs) = (needs.dst.unwrap_or(GENERAL[dst]), needs.lhs.unwrap_or(GENERAL[lhs]));
            let rhs = if needs.lhs.is_some() { GENERAL[i % GENERAL.len()] } else { GENERAL[rhs] };
            if needs.lhs == Some(rhs) || needs.clobbers.contains(rhs) {
                continue;
            }
            let mut state = State::new();
            state.set(lhs, held(width, a));
            state.set(rhs, held(width, b));
            batch.ignore = needs.clobbers.minus(RegSet::of(&[dst]));
            let expect = model::div(op, width, state.get(lhs), state.get(rhs))
                .map_or_else(Expect::Trap, |value| Expect::Reg(dst, value));
            for known in [None, Some(state.get(rhs) as i64), Some(b).filter(|_| lhs != rhs)] {
                let name = format!("{op:?} {width:?} {a:#x} {b:#x} {dst:?} {lhs:?} {rhs:?} {known:?}");
                batch.case(name, state.clone(), &[expect], |masm| {
                    masm.div_rrr(op, width, dst, lhs, rhs, known);
                });
            }
        }
    }
}

#[test]
fn products_that_are_added() {
    let mut batch = Batch::new(Cpu::Baseline);
    let mut values = Values::new();
    // Each of four operands in one of four registers.
    for code in 0..256 {
        let [dst, acc, lhs, rhs] = [0, 2, 4, 6].map(|shift| GENERAL[(code >> shift & 3) * 11 / 3]);
        for (op, width) in [Alu::Add, Alu::Sub].into_iter().flat_map(|op| WIDTHS.map(|width| (op, width))) {
            for _ in 0..3 {
                let mut state = State::new();
                for reg in [acc, lhs, rhs] {
                    state.set(reg, values.next(width));
                }
                let product = state.get(lhs).wrapping_mul(state.get(rhs));
                let value = model::alu(op, width, state.get(acc), product);
                let name = format!("{op:?} {width:?} {dst:?} {acc:?} {lhs:?} {rhs:?}");
                batch.case(name, state, &[Expect::Reg(dst, value)], |masm| {
                    masm.mul_add_rrrr(op, width, dst, acc, lhs, rhs);
                });
            }
        }
    }
}

#[test]
fn additions_of_shifted_registers() {
    let mut batch = Batch::new(Cpu::Baseline);
    let mut values = Values::new();
    for (dst, base, index) in triples() {
        for width in WIDTHS {
            let bits = if width == Width::W32 { 32 } else { 64 };
            let shifts = (1..=Native::MAX_ADD_SHIFT.min(bits - 1)).step_by(values.0 % 5 + 1);
            for shift in shifts.chain([bits - 1]).filter(|&shift| shift <= Native::MAX_ADD_SHIFT) {
                let mut state = State::new();
                state.set(base, values.next(width));
                state.set(index, values.next(width));
                let value = state.get(base).wrapping_add(state.get(index) << shift);
                let name = format!("{width:?} {dst:?} {base:?} {index:?} {shift}");
                batch.case(name, state, &[Expect::Reg(dst, held(width, value as i64))], |masm| {
                    masm.add_shifted_rrr(width, dst, base, index, shift);
                });
            }
        }
    }
}

#[test]
fn unary_operations_and_extensions() {
    for cpu in cpus() {
        let mut batch = Batch::new(cpu);
        for (dst, src) in pairs() {
            for value in INTS {
                for (op, width) in UNARIES.into_iter().flat_map(|op| WIDTHS.map(|width| (op, width))) {
                    let mut state = State::new();
                    state.set(src, held(width, value));
                    let wanted = model::unary(op, width, held(width, value));
                    let name = format!("{op:?} {width:?} {dst:?} {src:?} {value:#x}");
                    batch.case(name, state, &[Expect::Reg(dst, wanted)], |masm| {
                        masm.unary_rr(op, width, dst, src)
                    });
                }
                for op in EXTENDS {
                    let mut state = State::new();
                    state.set(src, value as u64);
                    let wanted = model::extend(op, value as u64);
                    let name = format!("{op:?} {dst:?} {src:?} {value:#x}");
                    batch.case(name, state, &[Expect::Reg(dst, wanted)], |masm| masm.extend_rr(op, dst, src));
                }
            }
        }
    }
}

#[test]
fn high_product_divides_by_constants() {
    let mut batch = Batch::new(Cpu::Baseline);
    // (factor, shift): division by 3, 10 and 641, and the largest factors and shifts.
    let narrow =
        [(0xaaaa_aaab, 1), (0xcccc_cccd, 3), (0x0066_3d81, 0), (0xffff_ffff, 0), (0x7fff_ffff, 31), (1, 31)];
    let wide = [(0xaaaa_aaaa_aaaa_aaab, 1), (0xcccc_cccc_cccc_cccd, 3), (u64::MAX, 0), (1 << 63, 63), (3, 1)];
    for ((dst, lhs), value) in pairs().flat_map(|pair| INTS.map(|value| (pair, value))) {
        for (factor, shift) in narrow {
            let mut state = State::new();
            state.set(lhs, held(Width::W32, value));
            let wanted = u64::from(value as u32).wrapping_mul(factor) >> (32 + shift);
            batch.case("mulhi", state, &[Expect::Reg(dst, wanted)], |masm| {
                masm.mulhi_shift_rri(Width::W32, dst, lhs, factor, shift);
            });
        }
        for (factor, shift) in wide {
            let Constraint { lhs: fixed, dst: result, clobbers, .. } =
                Native::new(Cpu::Baseline).mulhi_constraint(Width::W64);
            let (dst, lhs) = (result.unwrap_or(dst), fixed.unwrap_or(lhs));
            let mut state = State::new();
            state.set(lhs, value as u64);
            let wanted = ((u128::from(value as u64) * u128::from(factor)) >> 64) as u64 >> shift;
            batch.ignore = clobbers.minus(RegSet::of(&[dst]));
            batch.case("mulhi", state, &[Expect::Reg(dst, wanted)], |masm| {
                masm.mulhi_shift_rri(Width::W64, dst, lhs, factor, shift);
            });
            batch.ignore = RegSet::default();
        }
    }
}

#[test]
fn subtraction_of_the_smallest_immediate() {
    let mut batch = Batch::new(Cpu::Baseline);
    for imm in [i64::MIN, -0x8000_0000, 0x8000_0000] {
        let mut state = State::new();
        let (dst, lhs) = (GENERAL[4], GENERAL[3]);
        state.set(lhs, 5);
        let wanted = 5u64.wrapping_sub(imm as u64);
        batch.case("sub", state, &[Expect::Reg(dst, wanted)], |masm| {
            masm.alu_rrx(Alu::Sub, Width::W64, dst, lhs, Src::Imm(imm));
        });
    }
}
