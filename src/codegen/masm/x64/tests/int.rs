//! Integer operations, over all registers and edge values.

use super::super::super::{Alu, Masm, Reg, RegSet, Slot, Src, Width};
use super::super::X64;
use super::harness::{Batch, Expect, State};
use super::model::{self, ALUS, DIVS, EXTENDS, INTS, SHIFTS, UNARIES, WIDTHS, held};
use crate::Cpu;

/// Every general register that may be an operand.
pub const GENERAL: [Reg; 12] =
    [Reg(0), Reg(1), Reg(2), Reg(6), Reg(7), Reg(8), Reg(9), Reg(10), Reg(12), Reg(13), Reg(14), Reg(15)];

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
    for cpu in [Cpu::Baseline, Cpu::X86_64V3] {
        if cpu == Cpu::X86_64V3 && !std::is_x86_feature_detected!("bmi2") {
            continue;
        }
        let mut batch = Batch::new(cpu);
        let mut values = Values::new();
        for (dst, lhs, count) in triples() {
            for (op, width) in SHIFTS.into_iter().flat_map(|op| WIDTHS.map(|width| (op, width))) {
                let needs = X64::new(cpu).shift_constraint(op, width);
                if needs.rhs.is_some_and(|reg| reg != count) {
                    continue;
                }
                let mut state = State::new();
                state.set(lhs, values.next(width));
                state.set(count, values.next(width));
                let value = model::shift(op, width, state.get(lhs), state.get(count));
                let name = format!("{op:?} {width:?} {dst:?} {lhs:?} {count:?}");
                batch.case(name, state, &[Expect::Reg(dst, value)], |masm| {
                    masm.shift_rrx(op, width, dst, lhs, Src::Reg(count));
                });
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
    batch.ignore = RegSet::of(&[Reg(0), Reg(2)]);
    for (op, width) in DIVS.into_iter().flat_map(|op| WIDTHS.map(|width| (op, width))) {
        let needs = X64::new(Cpu::Baseline).div_constraint(op, width);
        let (lhs, dst) = (needs.lhs.expect("fixed"), needs.dst.expect("fixed"));
        for (i, (a, b)) in INTS.into_iter().flat_map(|a| INTS.map(|b| (a, b))).enumerate() {
            let rhs = GENERAL[i % GENERAL.len()];
            if rhs == lhs || needs.clobbers.contains(rhs) {
                continue;
            }
            let (a, b) = (held(width, a), held(width, b));
            let mut state = State::new();
            state.set(lhs, a);
            state.set(rhs, b);
            batch.ignore = needs.clobbers.minus(RegSet::of(&[dst]));
            let expect =
                model::div(op, width, a, b).map_or_else(Expect::Trap, |value| Expect::Reg(dst, value));
            batch.case(format!("{op:?} {width:?} {a:#x} {b:#x}"), state, &[expect], |masm| {
                masm.div_rrr(op, width, dst, lhs, rhs, None);
            });
        }
    }
}

#[test]
fn unary_operations_and_extensions() {
    for cpu in [Cpu::Baseline, Cpu::X86_64V3] {
        if cpu == Cpu::X86_64V3 && !std::is_x86_feature_detected!("lzcnt") {
            continue;
        }
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
    // (factor, shift): division by 3, 10 and 641, and the largest factor.
    for (factor, shift) in
        [(0xaaaa_aaab, 1), (0xcccc_cccd, 3), (0x0066_3d81, 0), (0xffff_ffff, 0), (0x7fff_ffff, 31)]
    {
        for ((dst, lhs), value) in pairs().flat_map(|pair| INTS.map(|value| (pair, value))) {
            let mut state = State::new();
            state.set(lhs, held(Width::W32, value));
            let wanted = u64::from(value as u32).wrapping_mul(factor) >> (32 + shift);
            batch.case("mulhi", state, &[Expect::Reg(dst, wanted)], |masm| {
                assert!(masm.mulhi_shift_rri(Width::W32, dst, lhs, factor, shift));
            });
        }
    }
    assert!(!X64::new(Cpu::Baseline).mulhi_shift_rri(Width::W64, Reg(0), Reg(1), 3, 1));
}

#[test]
fn subtraction_of_the_smallest_immediate() {
    let mut batch = Batch::new(Cpu::Baseline);
    for imm in [i64::MIN, -0x8000_0000, 0x8000_0000] {
        let mut state = State::new();
        state.set(Reg(6), 5);
        let wanted = 5u64.wrapping_sub(imm as u64);
        batch.case("sub", state, &[Expect::Reg(Reg(7), wanted)], |masm| {
            masm.alu_rrx(Alu::Sub, Width::W64, Reg(7), Reg(6), Src::Imm(imm));
        });
    }
}
