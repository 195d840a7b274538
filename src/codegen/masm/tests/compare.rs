//! Comparisons and their consumers.

use super::super::{Cmp, CmpKind, Cond, Masm, Mem, Reg, Slot, Src, Width};
use super::REACHES;
use super::harness::{Batch, Expect, State};
use super::int::{Values, triples};
use super::model::{self, FLOAT_CONDS, INT_CONDS, INTS, WIDTHS, held};
use super::native::{FLOATS, FRAME_POINTER, GENERAL, Native};
use crate::Cpu;
use beeline_abi::TrapCode;

const P: Reg = Native::REGS.pinned;
const SLOT: Slot = Slot(-16);
const OTHER: Slot = Slot(24);

/// Emits 0 or 1 in `dst` by a jump over one or the other.
fn by_branch(masm: &mut Native, cmp: Cmp, dst: Reg) {
    let (yes, done) = (masm.new_label(), masm.new_label());
    masm.cmp_branch(&cmp, yes);
    masm.mov_ri(Width::W32, dst, 0);
    masm.jump(done);
    masm.bind(yes);
    masm.mov_ri(Width::W32, dst, 1);
    masm.bind(done);
}

/// All consumers of one comparison.
fn consumers(batch: &mut Batch, cmp: Cmp, state: &State, holds: bool, regs: (Reg, Reg, Reg)) {
    let (dst, yes, no) = regs;
    batch.reach = REACHES[batch.total % 3];
    let name = |what| format!("{what} {cmp:?} {dst:?} {yes:?} {no:?}");
    let state = || Box::new(state.clone());
    batch.case(name("set"), state(), &[Expect::Reg(dst, holds.into())], |masm| masm.cmp_set(&cmp, dst));
    batch.case(name("branch"), state(), &[Expect::Reg(dst, holds.into())], |masm| by_branch(masm, cmp, dst));
    let chosen = state().get(if holds { yes } else { no });
    batch.case(name("select"), state(), &[Expect::Reg(dst, chosen)], |masm| {
        masm.cmp_select(&cmp, Width::W64, dst, yes, no);
    });
    let mut narrow = state();
    for reg in [yes, no] {
        if cmp.lhs != Src::Reg(reg) && cmp.rhs != Src::Reg(reg) {
            narrow.set(reg, narrow.get(reg) & 0xffff_ffff);
        }
    }
    let chosen = narrow.get(if holds { yes } else { no });
    if chosen >> 32 == 0 && narrow.get(yes) >> 32 == 0 && narrow.get(no) >> 32 == 0 {
        batch.case(name("select32"), narrow, &[Expect::Reg(dst, chosen)], |masm| {
            masm.cmp_select(&cmp, Width::W32, dst, yes, no);
        });
    }
    let expect = if holds { Expect::Trap(TrapCode::TableOutOfBounds) } else { Expect::Same };
    batch.case(name("trap"), state(), &[expect], |masm| masm.cmp_trap(&cmp, TrapCode::TableOutOfBounds));
}

#[test]
fn integers_in_all_registers() {
    let mut batch = Batch::new(Cpu::Baseline);
    let mut values = Values::new();
    for (i, (dst, lhs, rhs)) in triples().enumerate() {
        let cond = INT_CONDS[i % 10];
        for width in WIDTHS {
            let mut state = State::new();
            state.set(lhs, values.next(width));
            state.set(rhs, values.next(width));
            let holds = model::compare(cond, width, state.get(lhs), state.get(rhs));
            let cmp = Cmp { kind: CmpKind::Int, cond, width, lhs: Src::Reg(lhs), rhs: Src::Reg(rhs) };
            let others = (GENERAL[i % 5], GENERAL[i % 7 + 2]);
            consumers(&mut batch, cmp, &state, holds, (dst, others.0, others.1));
            consumers(&mut batch, cmp, &state, holds, (dst, lhs, rhs));
            consumers(&mut batch, cmp, &state, holds, (dst, rhs, lhs));
        }
    }
}

#[test]
fn integers_and_edge_values() {
    let mut batch = Batch::new(Cpu::Baseline);
    let regs = [(0, 3), (4, 0), (6, 6), (9, 8)].map(|(dst, lhs)| (GENERAL[dst], GENERAL[lhs]));
    for (i, (cond, width)) in
        INT_CONDS.into_iter().flat_map(|cond| WIDTHS.map(|width| (cond, width))).enumerate()
    {
        for (j, (a, b)) in INTS.into_iter().flat_map(|a| INTS.map(|b| (a, b))).enumerate() {
            let (dst, lhs) = regs[(i + j) % 4];
            let rhs = GENERAL[2];
            batch.reach = REACHES[(i + j) % 3];
            let mut state = State::new();
            state.set(lhs, held(width, a));
            state.set(rhs, held(width, b));
            *state.slot(SLOT) = held(width, a) | if width == Width::W32 { 0xbad << 40 } else { 0 };
            *state.slot(OTHER) = held(width, b);
            let holds = model::compare(cond, width, a as u64, b as u64);
            for (k, (lhs, rhs)) in [
                (Src::Reg(lhs), Src::Imm(b)),
                (Src::Slot(SLOT), Src::Imm(b)),
                (Src::Reg(lhs), Src::Slot(OTHER)),
                (Src::Slot(SLOT), Src::Reg(rhs)),
                (Src::Slot(SLOT), Src::Slot(OTHER)),
            ]
            .into_iter()
            .enumerate()
            {
                if k >= 2 && j % 5 != 0 {
                    continue;
                }
                let cmp = Cmp { kind: CmpKind::Int, cond, width, lhs, rhs };
                batch.case(
                    format!("{cmp:?} {a:#x}"),
                    state.clone(),
                    &[Expect::Reg(dst, holds.into())],
                    |masm| {
                        masm.cmp_set(&cmp, dst);
                    },
                );
                batch.case(
                    format!("{cmp:?} {a:#x}"),
                    state.clone(),
                    &[Expect::Reg(dst, holds.into())],
                    |masm| {
                        by_branch(masm, cmp, dst);
                    },
                );
            }
        }
    }
}

/// Words that lie at a distance from the pinned register, near and far.
#[test]
fn words_of_the_instance() {
    let mut batch = Batch::new(Cpu::Baseline);
    let distances = [0, -56, 127, -136, 0x1008, -0x20_0000, 0x7000_0000];
    for (i, (cond, width)) in
        INT_CONDS.into_iter().flat_map(|cond| WIDTHS.map(|width| (cond, width))).enumerate()
    {
        for (j, (a, b)) in INTS.into_iter().flat_map(|a| INTS.map(|b| (a, b))).enumerate() {
            let dst = GENERAL[(i + j) % 12];
            let (yes, no) = (GENERAL[(i + j / 5) % 12], GENERAL[(j + 3) % 12]);
            batch.reach = REACHES[(i + j) % 3];
            let distance = distances[(i + j) % distances.len()];
            let cmp =
                Cmp { kind: CmpKind::Pinned, cond, width, lhs: Src::Slot(Slot(distance)), rhs: Src::Imm(b) };
            // The register points into the memory of its own state.
            let state = || {
                let mut state = State::new();
                state.memory[8..16].copy_from_slice(&a.to_le_bytes());
                state.set(P, (state.memory_address() + 8).wrapping_sub(i64::from(distance) as u64));
                state
            };
            let holds = model::compare(cond, width, held(width, a), held(width, b));
            let name = |what| format!("{what} {cmp:?} {a:#x}");
            batch.case(name("set"), state(), &[Expect::Reg(dst, holds.into())], |masm| {
                masm.cmp_set(&cmp, dst);
            });
            batch.case(name("branch"), state(), &[Expect::Reg(dst, holds.into())], |masm| {
                by_branch(masm, cmp, dst);
            });
            let chosen = state().get(if holds { yes } else { no });
            batch.case(name("select"), state(), &[Expect::Reg(dst, chosen)], |masm| {
                masm.cmp_select(&cmp, Width::W64, dst, yes, no);
            });
        }
    }
}

#[test]
fn tests_of_bits() {
    let mut batch = Batch::new(Cpu::Baseline);
    let mut values = Values::new();
    for (i, lhs) in GENERAL.into_iter().enumerate() {
        for (cond, width) in
            [Cond::Eq, Cond::Ne].into_iter().flat_map(|cond| WIDTHS.map(|width| (cond, width)))
        {
            for b in INTS {
                let (dst, rhs) = (GENERAL[i * 5 % 12], GENERAL[(i + 1) % 12]);
                let mut state = State::new();
                state.set(lhs, values.next(width));
                state.set(rhs, held(width, b));
                *state.slot(SLOT) = b as u64;
                let holds = (state.get(lhs) & held(width, b) == 0) == (cond == Cond::Eq);
                for rhs in [Src::Reg(rhs), Src::Imm(b), Src::Slot(SLOT)] {
                    let cmp = Cmp { kind: CmpKind::Test, cond, width, lhs: Src::Reg(lhs), rhs };
                    consumers(&mut batch, cmp, &state, holds, (dst, lhs, GENERAL[7]));
                }
            }
        }
    }
}

#[test]
fn floats_of_all_kinds() {
    let mut batch = Batch::new(Cpu::Baseline);
    for width in WIDTHS {
        let values: Vec<u64> = model::floats(width).into_iter().step_by(7).collect();
        for (i, (&a, &b)) in values.iter().flat_map(|a| values.iter().map(move |b| (a, b))).enumerate() {
            for (j, cond) in FLOAT_CONDS.into_iter().enumerate() {
                let (lhs, rhs) = (FLOATS[i % 15], FLOATS[i / 15 % 15]);
                let mut state = State::new();
                state.set(lhs, a);
                state.set(rhs, b);
                *state.slot(SLOT) = b;
                let source = if (i + j).is_multiple_of(3) { Src::Slot(SLOT) } else { Src::Reg(rhs) };
                let a = state.get(lhs);
                let holds = model::compare_float(cond, width, a, b);
                let cmp = Cmp { kind: CmpKind::Float, cond, width, lhs: Src::Reg(lhs), rhs: source };
                let dst = GENERAL[i % 12];
                consumers(&mut batch, cmp, &state, holds, (dst, GENERAL[j], GENERAL[i % 11 + 1]));
            }
        }
    }
}

#[test]
fn selects_alias_in_every_way() {
    let mut batch = Batch::new(Cpu::Baseline);
    let nan = f64::NAN.to_bits();
    for (cond, a) in FLOAT_CONDS.into_iter().flat_map(|cond| [2f64.to_bits(), 1, nan].map(|a| (cond, a))) {
        for code in 0..81 {
            let [dst, yes, no, lhs] = [code % 3, code / 3 % 3, code / 9 % 3, code / 27 % 3];
            let (lhs, rhs) = (FLOATS[lhs], FLOATS[2]);
            let cmp =
                Cmp { kind: CmpKind::Float, cond, width: Width::W64, lhs: Src::Reg(lhs), rhs: Src::Reg(rhs) };
            let mut state = State::new();
            state.set(rhs, 2f64.to_bits());
            state.set(lhs, a);
            let holds = model::compare_float(cond, Width::W64, a, state.get(rhs));
            for class in [&GENERAL[..], &FLOATS] {
                let [dst, yes, no] = [dst, yes, no].map(|n| class[n]);
                let chosen = state.get(if holds { yes } else { no });
                let name = format!("{cmp:?} {dst:?} {yes:?} {no:?}");
                batch.case(name, state.clone(), &[Expect::Reg(dst, chosen)], |masm| {
                    masm.cmp_select(&cmp, Width::W64, dst, yes, no);
                });
            }
        }
    }
}

#[test]
fn float_selects_by_integer_comparisons() {
    let mut batch = Batch::new(Cpu::Baseline);
    for (cond, a) in INT_CONDS.into_iter().flat_map(|cond| [3, 4, 5].map(|a| (cond, a))) {
        let lhs = GENERAL[3];
        let cmp = Cmp { kind: CmpKind::Int, cond, width: Width::W32, lhs: Src::Reg(lhs), rhs: Src::Imm(4) };
        let mut state = State::new();
        state.set(lhs, a);
        let holds = model::compare(cond, Width::W32, a, 4);
        for (dst, yes, no) in [(0, 1, 2), (0, 0, 9), (10, 3, 10), (4, 5, 5)] {
            let [dst, yes, no] = [dst, yes, no].map(|n| FLOATS[n]);
            let chosen = state.get(if holds { yes } else { no });
            batch.case(format!("{cmp:?}"), state.clone(), &[Expect::Reg(dst, chosen)], |masm| {
                masm.cmp_select(&cmp, Width::W64, dst, yes, no);
            });
        }
    }
}

#[test]
fn explicit_bounds_checks() {
    let mut batch = Batch::new(Cpu::Baseline);
    let code = TrapCode::MemoryOutOfBounds;
    for limit in [0, 1, 0x1_0000, 0xffff_ffff, 1 << 40, u64::MAX] {
        for extent in [0, 1, 4, 127, 128, 0x7fff_ffff, 0x8000_0000, 1 << 33] {
            for index in [0, 1, 0xfffc, 0xffff, 0x1_0000, 0xffff_ffff] {
                let mut state = State::new();
                let reg = GENERAL[5];
                state.set(reg, index);
                *state.slot(SLOT) = limit;
                let outside = u128::from(index) + u128::from(extent) > u128::from(limit);
                let expect = if outside { Expect::Trap(code) } else { Expect::Same };
                batch.case(format!("{index:#x} + {extent:#x} in {limit:#x}"), state, &[expect], |masm| {
                    masm.bounds_trap(reg, extent, Mem::new(FRAME_POINTER, SLOT.0), code);
                });
            }
        }
    }
}
