//! Float operations and conversions.

use super::super::{FloatAlu, FloatUnary, Masm, Reg, Slot, Src, TruncMode, Width};
use super::harness::{Batch, Expect, State};
use super::model::{self, INTS, WIDTHS, held};
use super::native::{FLOATS, GENERAL, Native};
use crate::Cpu;

const SLOT: Slot = Slot(-40);

const ALUS: [FloatAlu; 7] = [
    FloatAlu::Add,
    FloatAlu::Sub,
    FloatAlu::Mul,
    FloatAlu::Div,
    FloatAlu::Min,
    FloatAlu::Max,
    FloatAlu::Copysign,
];
const UNARIES: [FloatUnary; 7] = [
    FloatUnary::Abs,
    FloatUnary::Neg,
    FloatUnary::Sqrt,
    FloatUnary::Ceil,
    FloatUnary::Floor,
    FloatUnary::Trunc,
    FloatUnary::Nearest,
];

/// The result of an operation that may make any NaN, or keeps bits.
fn expect(width: Width, dst: Reg, value: u64, keeps_bits: bool) -> Expect {
    if !keeps_bits && model::is_nan(width, value) {
        Expect::Nan(dst, width == Width::W64)
    } else if width == Width::W32 {
        Expect::Low(dst, value as u32)
    } else {
        Expect::Reg(dst, value)
    }
}

#[test]
fn arithmetic_of_edge_values() {
    let mut batch = Batch::new(Cpu::Baseline);
    for (op, width) in ALUS.into_iter().flat_map(|op| WIDTHS.map(|width| (op, width))) {
        let values: Vec<u64> = model::floats(width).into_iter().step_by(3).collect();
        for (i, (&a, &b)) in values.iter().flat_map(|a| values.iter().map(move |b| (a, b))).enumerate() {
            // All ways to alias, with low and high registers.
            let regs =
                [(0, 1, 2), (0, 0, 1), (0, 1, 0), (9, 0, 1), (1, 9, 9), (8, 8, 3), (3, 12, 3), (5, 5, 5)];
            let (dst, lhs, rhs) = regs[i % regs.len()];
            let [dst, lhs, rhs] = [dst, lhs, rhs].map(|n| FLOATS[n]);
            let mut state = State::new();
            state.set(lhs, a);
            state.set(rhs, b);
            *state.slot(SLOT) = b;
            let a = state.get(lhs);
            let value = model::float_alu(op, width, a, b);
            let expect = expect(width, dst, value, op == FloatAlu::Copysign);
            let immediate = Native::FLOAT_IMMEDIATES
                && matches!(op, FloatAlu::Add | FloatAlu::Sub | FloatAlu::Mul | FloatAlu::Div);
            let sources = [Src::Reg(rhs), Src::Slot(SLOT), Src::Imm(b as i64)];
            for source in sources.into_iter().take(if immediate { 3 } else { 2 }) {
                let name = format!("{op:?} {width:?} {dst:?} {lhs:?} {source:?} {a:#x} {b:#x}");
                batch.case(name, state.clone(), &[expect], |masm| masm.falu_ffx(op, width, dst, lhs, source));
            }
        }
    }
}

/// Destination and both operands in all ways to coincide, for values that are not just numbers.
#[test]
fn special_values_in_all_registers() {
    let mut batch = Batch::new(Cpu::Baseline);
    let registers = [(0, 1, 2), (3, 3, 4), (5, 6, 5), (7, 8, 8), (9, 9, 9), (14, 13, 12)];
    for (op, width) in ALUS.into_iter().flat_map(|op| WIDTHS.map(|width| (op, width))) {
        let sign = if width == Width::W32 { 1 << 31 } else { 1 << 63 };
        // Zero, the smallest and the largest subnormal, one, infinity, NaNs that are quiet and signalling, with payloads.
        let values: [u64; 8] = if width == Width::W32 {
            [0, 1, 0x7f_ffff, 0x3f80_0000, 0x7f80_0000, 0x7fc0_0000, 0x7fc1_2345, 0x7f80_0001]
        } else {
            let inf = 0x7ff << 52;
            [0, 1, (1 << 52) - 1, 1f64.to_bits(), inf, inf | 1 << 51, inf | 1 << 51 | 0x1_2345, inf | 1]
        };
        let values = values.map(|value| [value, value | sign]).concat();
        for (&a, &b) in values.iter().flat_map(|a| values.iter().map(move |b| (a, b))) {
            for (dst, lhs, rhs) in registers {
                let [dst, lhs, rhs] = [dst, lhs, rhs].map(|n| FLOATS[n]);
                let mut state = State::new();
                state.set(lhs, a);
                state.set(rhs, b);
                let value = model::float_alu(op, width, state.get(lhs), b);
                let name = format!("{op:?} {width:?} {dst:?} {lhs:?} {rhs:?} {a:#x} {b:#x}");
                let expect = expect(width, dst, value, op == FloatAlu::Copysign);
                batch.case(name, state, &[expect], |masm| masm.falu_ffx(op, width, dst, lhs, Src::Reg(rhs)));
            }
        }
    }
}

#[test]
fn minimum_of_canonical_nan_is_canonical() {
    let mut batch = Batch::new(Cpu::Baseline);
    for (op, swapped) in [FloatAlu::Min, FloatAlu::Max].into_iter().flat_map(|op| [(op, false), (op, true)]) {
        let mut state = State::new();
        let [a, b, dst] = [FLOATS[0], FLOATS[1], FLOATS[3]];
        state.set(if swapped { b } else { a }, f64::NAN.to_bits());
        batch.case("nan", state, &[Expect::Reg(dst, f64::NAN.to_bits())], |masm| {
            masm.falu_ffx(op, Width::W64, dst, a, Src::Reg(b));
        });
    }
}

#[test]
fn unary_operations() {
    let mut batch = Batch::new(Cpu::Baseline);
    for (op, width) in UNARIES.into_iter().flat_map(|op| WIDTHS.map(|width| (op, width))) {
        for (i, a) in model::floats(width).into_iter().enumerate() {
            let (dst, src) = [(0, 1), (3, 3), (8, 0), (1, 9), (12, 12)][i % 5];
            let [dst, src] = [dst, src].map(|n| FLOATS[n]);
            let mut state = State::new();
            state.set(src, a);
            let value = model::float_unary(op, width, a);
            let keeps_bits = matches!(op, FloatUnary::Abs | FloatUnary::Neg);
            batch.case(
                format!("{op:?} {width:?} {a:#x}"),
                state,
                &[expect(width, dst, value, keeps_bits)],
                |masm| {
                    masm.funary_ff(op, width, dst, src);
                },
            );
        }
    }
}

#[test]
fn conversions_between_floats() {
    let mut batch = Batch::new(Cpu::Baseline);
    for (i, a) in model::floats(Width::W64).into_iter().enumerate() {
        let [dst, src] = [(0, 1), (3, 3), (8, 0), (1, 9)].map(|(a, b)| [FLOATS[a], FLOATS[b]])[i % 4];
        let mut state = State::new();
        state.set(src, a);
        let value = u64::from((f64::from_bits(a) as f32).to_bits());
        batch.case("demote", state, &[expect(Width::W32, dst, value, false)], |masm| {
            masm.fconvert_ff(Width::W32, dst, src);
        });
    }
    for (i, a) in model::floats(Width::W32).into_iter().enumerate() {
        let [dst, src] = [(0, 1), (3, 3), (8, 0), (1, 9)].map(|(a, b)| [FLOATS[a], FLOATS[b]])[i % 4];
        let mut state = State::new();
        state.set(src, a);
        let value = f64::from(f32::from_bits(a as u32)).to_bits();
        batch.case("promote", state, &[expect(Width::W64, dst, value, false)], |masm| {
            masm.fconvert_ff(Width::W64, dst, src);
        });
    }
}

#[test]
fn integers_to_floats() {
    let mut batch = Batch::new(Cpu::Baseline);
    let mut ints = INTS.to_vec();
    // Halfway between floats, and next to it.
    for power in [24u32, 25, 53, 54, 62, 63] {
        for low in [-2, -1, 0, 1, 2] {
            ints.push((1i64 << power).wrapping_add(low));
            ints.push((1i64 << power).wrapping_add(1i64 << (power - 24)).wrapping_add(low));
            ints.push((1i64 << power).wrapping_add(1i64 << power.saturating_sub(53)).wrapping_add(low));
            ints.push((1i64 << 63).wrapping_add(1 << 10).wrapping_add(low));
            ints.push((1i64 << 63).wrapping_add(1 << 39).wrapping_add(low));
        }
    }
    for code in 0..8 {
        let [to, from] = [code & 1, code >> 1 & 1].map(|i| WIDTHS[i]);
        let signed = code >> 2 != 0;
        for (i, &value) in ints.iter().enumerate() {
            let (dst, src) = (FLOATS[[0, 5, 8, 14][i % 4]], GENERAL[i % 12]);
            let mut state = State::new();
            state.set(src, held(from, value));
            let wanted = model::int_to_float(to, from, signed, held(from, value));
            let name = format!("{to:?} from {from:?} {signed} {value:#x}");
            batch.case(name, state, &[expect(to, dst, wanted, true)], |masm| {
                masm.int_to_float_fr(to, from, signed, dst, src);
            });
        }
    }
}

#[test]
fn floats_to_integers() {
    let mut batch = Batch::new(Cpu::Baseline);
    for code in 0..16 {
        let [to, from] = [code & 1, code >> 1 & 1].map(|i| WIDTHS[i]);
        let (signed, mode) =
            (code & 4 != 0, if code & 8 != 0 { TruncMode::Trap } else { TruncMode::Saturate });
        for (i, bits) in model::floats(from).into_iter().enumerate() {
            let (dst, src) = (GENERAL[i % 12], FLOATS[[0, 5, 8, 14][i % 4]]);
            let mut state = State::new();
            state.set(src, bits);
            let expect = model::float_to_int(mode, to, from, signed, bits)
                .map_or_else(Expect::Trap, |value| Expect::Reg(dst, value));
            let name = format!("{mode:?} {to:?} from {from:?} {signed} {bits:#x}");
            batch.case(name, state, &[expect], |masm| {
                masm.float_to_int_rf(mode, to, from, signed, dst, src);
            });
        }
    }
}

#[test]
fn float_constants() {
    let mut batch = Batch::new(Cpu::Baseline);
    for width in WIDTHS {
        let mut constants = model::floats(width);
        constants.extend((0..64).flat_map(|n| [u64::MAX << n, u64::MAX >> n, 1 << n]));
        for (i, bits) in constants.into_iter().enumerate() {
            let dst = FLOATS[i % 15];
            let bits = if width == Width::W32 { bits & 0xffff_ffff } else { bits };
            batch.case(format!("{bits:#x}"), State::new(), &[expect(width, dst, bits, true)], |masm| {
                masm.fmov_fi(width, dst, bits);
            });
        }
    }
}
