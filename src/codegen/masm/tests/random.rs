//! Random programs: sequences of operations with forward and backward jumps, against an interpreter. What finds wrong distances,
//! lost labels and clobbered registers between operations.

use super::super::{
    Alu, Cmp, CmpKind, Cond, Extend, Label, Masm, Reg, RegSet, Shift, Slot, Src, Unary, Width,
};
use super::REACHES;
use super::harness::{Batch, Expect, State};
use super::model::{self, ALUS, EXTENDS, INT_CONDS, INTS, SHIFTS, UNARIES, held};
use super::native::{GENERAL, Native};
use crate::Cpu;
use proptest::prelude::*;

/// One step; register operands are indices of [`GENERAL`], widths are 64 bits unless `narrow`.
#[derive(Clone, Debug)]
enum Step {
    Alu {
        op: Alu,
        narrow: bool,
        dst: usize,
        lhs: usize,
        rhs: Operand,
    },
    Mul {
        narrow: bool,
        dst: usize,
        lhs: usize,
        rhs: Operand,
    },
    MulAdd {
        subtract: bool,
        narrow: bool,
        regs: [usize; 4],
    },
    AddShifted {
        narrow: bool,
        dst: usize,
        base: usize,
        index: usize,
        shift: u32,
    },
    Shift {
        op: Shift,
        narrow: bool,
        dst: usize,
        lhs: usize,
        count: Option<i64>,
    },
    Unary {
        op: Unary,
        narrow: bool,
        dst: usize,
        src: usize,
    },
    Extend {
        op: Extend,
        dst: usize,
        src: usize,
    },
    Const {
        dst: usize,
        value: i64,
    },
    Spill {
        slot: i32,
        src: usize,
    },
    Set {
        cmp: Compare,
        dst: usize,
    },
    Select {
        cmp: Compare,
        dst: usize,
        yes: usize,
        no: usize,
    },
    /// Skips so many steps forward if it holds.
    Skip {
        cmp: Compare,
        steps: usize,
    },
    /// The same as a jump over a jump.
    Over {
        cmp: Compare,
        steps: usize,
    },
    /// Goes back to the step after the last mark while a counter lasts.
    Back,
    Mark,
}

#[derive(Clone, Copy, Debug)]
enum Operand {
    Reg(usize),
    Imm(i64),
    Slot(i32),
}

#[derive(Clone, Copy, Debug)]
struct Compare {
    cond: Cond,
    narrow: bool,
    test: bool,
    lhs: usize,
    rhs: Operand,
}

/// Where the loop counter is, and what it is counted in.
const COUNTER: Slot = Slot(-88);
const COUNTING: Reg = Native::REGS.caller_p;
/// The register that shifts take their count from: the one on x86-64 that can.
const COUNT: Reg = GENERAL[1];
const SLOTS: i32 = 10;

fn slot(n: i32) -> Slot {
    Slot(-8 - 8 * n)
}

fn any_imm() -> impl Strategy<Value = i64> {
    prop_oneof![proptest::sample::select(INTS.to_vec()), any::<i64>(), any::<i8>().prop_map(i64::from)]
}

fn any_operand() -> impl Strategy<Value = Operand> {
    prop_oneof![
        (0..12usize).prop_map(Operand::Reg),
        any_imm().prop_map(Operand::Imm),
        (0..SLOTS).prop_map(Operand::Slot)
    ]
}

fn any_compare() -> impl Strategy<Value = Compare> {
    (0..10usize, any::<bool>(), any::<bool>(), 0..12usize, any_operand()).prop_map(
        |(cond, narrow, test, lhs, rhs)| Compare {
            cond: INT_CONDS[if test { cond % 2 } else { cond }],
            narrow,
            test,
            lhs,
            rhs,
        },
    )
}

fn any_step() -> impl Strategy<Value = Step> {
    let reg = || 0..12usize;
    prop_oneof![
        4 => (0..5usize, any::<bool>(), reg(), reg(), any_operand())
            .prop_map(|(op, narrow, dst, lhs, rhs)| Step::Alu { op: ALUS[op], narrow, dst, lhs, rhs }),
        1 => (any::<bool>(), reg(), reg(), any_operand())
            .prop_map(|(narrow, dst, lhs, rhs)| Step::Mul { narrow, dst, lhs, rhs }),
        1 => (any::<bool>(), any::<bool>(), [reg(), reg(), reg(), reg()])
            .prop_map(|(subtract, narrow, regs)| Step::MulAdd { subtract, narrow, regs }),
        1 => (any::<bool>(), reg(), reg(), reg(), 1..=Native::MAX_ADD_SHIFT)
            .prop_map(|(narrow, dst, base, index, shift)| Step::AddShifted {
                narrow, dst, base, index, shift: if narrow { shift.min(31) } else { shift }
            }),
        1 => (0..5usize, any::<bool>(), reg(), reg(), proptest::option::of(any_imm()))
            .prop_map(|(op, narrow, dst, lhs, count)| Step::Shift { op: SHIFTS[op], narrow, dst, lhs, count }),
        1 => (0..3usize, any::<bool>(), reg(), reg())
            .prop_map(|(op, narrow, dst, src)| Step::Unary { op: UNARIES[op], narrow, dst, src }),
        1 => (0..8usize, reg(), reg()).prop_map(|(op, dst, src)| Step::Extend { op: EXTENDS[op], dst, src }),
        1 => (reg(), any_imm()).prop_map(|(dst, value)| Step::Const { dst, value }),
        1 => (0..SLOTS, reg()).prop_map(|(slot, src)| Step::Spill { slot, src }),
        1 => (any_compare(), reg()).prop_map(|(cmp, dst)| Step::Set { cmp, dst }),
        1 => (any_compare(), reg(), reg(), reg()).prop_map(|(cmp, dst, yes, no)| Step::Select { cmp, dst, yes, no }),
        2 => (any_compare(), 0..30usize).prop_map(|(cmp, steps)| Step::Skip { cmp, steps }),
        1 => (any_compare(), 0..30usize).prop_map(|(cmp, steps)| Step::Over { cmp, steps }),
        1 => Just(Step::Mark),
        1 => Just(Step::Back),
    ]
}

const fn width(narrow: bool) -> Width {
    if narrow { Width::W32 } else { Width::W64 }
}

/// The interpreter.
struct Model {
    state: Box<State>,
}

impl Model {
    fn get(&self, reg: usize, narrow: bool) -> u64 {
        held(width(narrow), self.state.get(GENERAL[reg]) as i64)
    }
    fn operand(&mut self, operand: Operand, narrow: bool) -> u64 {
        match operand {
            Operand::Reg(reg) => self.get(reg, narrow),
            Operand::Imm(imm) => held(width(narrow), imm),
            Operand::Slot(n) => held(width(narrow), *self.state.slot(slot(n)) as i64),
        }
    }
    fn holds(&mut self, cmp: Compare) -> bool {
        let (a, b) = (self.get(cmp.lhs, cmp.narrow), self.operand(cmp.rhs, cmp.narrow));
        if cmp.test {
            (a & b == 0) == (cmp.cond == Cond::Eq)
        } else {
            model::compare(cmp.cond, width(cmp.narrow), a, b)
        }
    }
    fn set(&mut self, dst: usize, value: u64) {
        self.state.set(GENERAL[dst], value);
    }

    fn run(&mut self, steps: &[Step]) {
        let mut at = 0;
        while let Some(step) = steps.get(at) {
            at += 1;
            for reg in narrow_operands(step) {
                self.set(reg, self.get(reg, true));
            }
            match *step {
                Step::Alu { op, narrow, dst, lhs, rhs } => {
                    let value =
                        model::alu(op, width(narrow), self.get(lhs, narrow), self.operand(rhs, narrow));
                    self.set(dst, value);
                }
                Step::Mul { narrow, dst, lhs, rhs } => {
                    let value = self.get(lhs, narrow).wrapping_mul(self.operand(rhs, narrow));
                    self.set(dst, held(width(narrow), value as i64));
                }
                Step::MulAdd { subtract, narrow, regs: [dst, acc, lhs, rhs] } => {
                    let product = self.get(lhs, narrow).wrapping_mul(self.get(rhs, narrow));
                    let op = if subtract { Alu::Sub } else { Alu::Add };
                    self.set(dst, model::alu(op, width(narrow), self.get(acc, narrow), product));
                }
                Step::AddShifted { narrow, dst, base, index, shift } => {
                    let value = self.get(base, narrow).wrapping_add(self.get(index, narrow) << shift);
                    self.set(dst, held(width(narrow), value as i64));
                }
                Step::Shift { op, narrow, dst, lhs, count } => {
                    let count = count.map_or(self.state.get(COUNT), |count| count as u64);
                    self.set(dst, model::shift(op, width(narrow), self.get(lhs, narrow), count));
                }
                Step::Unary { op, narrow, dst, src } => {
                    self.set(dst, model::unary(op, width(narrow), self.get(src, narrow)))
                }
                Step::Extend { op, dst, src } => self.set(dst, model::extend(op, self.get(src, false))),
                Step::Const { dst, value } => self.set(dst, value as u64),
                Step::Spill { slot: n, src } => *self.state.slot(slot(n)) = self.get(src, false),
                Step::Set { cmp, dst } => {
                    let holds = self.holds(cmp);
                    self.set(dst, holds.into());
                }
                Step::Select { cmp, dst, yes, no } => {
                    let chosen = if self.holds(cmp) { yes } else { no };
                    self.set(dst, self.get(chosen, false));
                }
                Step::Skip { cmp, steps } | Step::Over { cmp, steps } => {
                    if self.holds(cmp) {
                        at = (at + steps).max(at);
                    }
                }
                Step::Back => {
                    let counter = self.state.slot(COUNTER);
                    *counter = counter.wrapping_sub(1);
                    if *counter as i64 > 0 {
                        at = steps[..at].iter().rposition(|step| matches!(step, Step::Mark)).unwrap_or(0);
                    }
                }
                Step::Mark => {}
            }
        }
    }
}

fn src(operand: Operand) -> Src {
    match operand {
        Operand::Reg(reg) => Src::Reg(GENERAL[reg]),
        Operand::Imm(imm) => Src::Imm(imm),
        Operand::Slot(n) => Src::Slot(slot(n)),
    }
}

fn cmp(compare: Compare) -> Cmp {
    Cmp {
        kind: if compare.test { CmpKind::Test } else { CmpKind::Int },
        cond: compare.cond,
        width: width(compare.narrow),
        lhs: Src::Reg(GENERAL[compare.lhs]),
        rhs: src(compare.rhs),
    }
}

/// The registers that a step with 32-bit operands reads: they must have a zero upper half, and are made to as a part of the step.
fn narrow_operands(step: &Step) -> impl Iterator<Item = usize> + use<> {
    let reg = |operand: &Operand| if let Operand::Reg(reg) = operand { Some(*reg) } else { None };
    let regs = match step {
        Step::Alu { narrow: true, lhs, rhs, .. } | Step::Mul { narrow: true, lhs, rhs, .. } => {
            [Some(*lhs), reg(rhs)]
        }
        Step::MulAdd { narrow: true, regs: [_, regs @ ..], .. } => return Vec::from(*regs).into_iter(),
        Step::AddShifted { narrow: true, base, index, .. } => [Some(*base), Some(*index)],
        Step::Shift { narrow: true, lhs, .. } => [Some(*lhs), None],
        Step::Unary { narrow: true, src, .. } => [Some(*src), None],
        Step::Set { cmp, .. }
        | Step::Select { cmp, .. }
        | Step::Skip { cmp, .. }
        | Step::Over { cmp, .. }
            if cmp.narrow =>
        {
            [Some(cmp.lhs), reg(&cmp.rhs)]
        }
        _ => [None, None],
    };
    regs.into_iter().flatten().collect::<Vec<_>>().into_iter()
}

fn emit(masm: &mut Native, steps: &[Step]) {
    let labels: Vec<Label> = (0..=steps.len()).map(|_| masm.new_label()).collect();
    for (i, step) in steps.iter().enumerate() {
        masm.bind(labels[i]);
        for reg in narrow_operands(step) {
            masm.mov_rr(Width::W32, GENERAL[reg], GENERAL[reg]);
        }
        match *step {
            Step::Alu { op, narrow, dst, lhs, rhs } => {
                masm.alu_rrx(op, width(narrow), GENERAL[dst], GENERAL[lhs], src(rhs));
            }
            Step::Mul { narrow, dst, lhs, rhs } => {
                masm.mul_rrx(width(narrow), GENERAL[dst], GENERAL[lhs], src(rhs))
            }
            Step::MulAdd { subtract, narrow, regs } => {
                let [dst, acc, lhs, rhs] = regs.map(|n| GENERAL[n]);
                let op = if subtract { Alu::Sub } else { Alu::Add };
                masm.mul_add_rrrr(op, width(narrow), dst, acc, lhs, rhs);
            }
            Step::AddShifted { narrow, dst, base, index, shift } => {
                masm.add_shifted_rrr(width(narrow), GENERAL[dst], GENERAL[base], GENERAL[index], shift);
            }
            Step::Shift { op, narrow, dst, lhs, count } => {
                let count = count.map_or(Src::Reg(COUNT), Src::Imm);
                masm.shift_rrx(op, width(narrow), GENERAL[dst], GENERAL[lhs], count);
            }
            Step::Unary { op, narrow, dst, src } => {
                masm.unary_rr(op, width(narrow), GENERAL[dst], GENERAL[src])
            }
            Step::Extend { op, dst, src } => masm.extend_rr(op, GENERAL[dst], GENERAL[src]),
            Step::Const { dst, value } => masm.mov_ri(Width::W64, GENERAL[dst], value),
            Step::Spill { slot: n, src } => masm.mov_sx(Width::W64, slot(n), Src::Reg(GENERAL[src])),
            Step::Set { cmp: compare, dst } => masm.cmp_set(&cmp(compare), GENERAL[dst]),
            Step::Select { cmp: compare, dst, yes, no } => {
                masm.cmp_select(&cmp(compare), Width::W64, GENERAL[dst], GENERAL[yes], GENERAL[no]);
            }
            Step::Skip { cmp: compare, steps: count } => {
                masm.cmp_branch(&cmp(compare), labels[(i + 1 + count).min(steps.len())]);
            }
            Step::Over { cmp: compare, steps: count } => {
                let over = masm.new_label();
                let mut otherwise = cmp(compare);
                otherwise.invert();
                masm.cmp_branch(&otherwise, over);
                masm.jump(labels[(i + 1 + count).min(steps.len())]);
                masm.bind(over);
            }
            Step::Back => {
                masm.mov_rs(Width::W64, COUNTING, COUNTER);
                masm.alu_rrx(Alu::Sub, Width::W64, COUNTING, COUNTING, Src::Imm(1));
                masm.mov_sx(Width::W64, COUNTER, Src::Reg(COUNTING));
                let target = steps[..=i].iter().rposition(|step| matches!(step, Step::Mark)).unwrap_or(0);
                let again = Cmp {
                    kind: CmpKind::Int,
                    cond: Cond::GtS,
                    width: Width::W64,
                    lhs: Src::Slot(COUNTER),
                    rhs: Src::Imm(0),
                };
                masm.cmp_branch(&again, labels[target]);
            }
            Step::Mark => {}
        }
    }
    masm.bind(labels[steps.len()]);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, ..ProptestConfig::default() })]
    #[test]
    fn programs_do_what_the_model_does(
        steps in proptest::collection::vec(any_step(), 1..150),
        values in proptest::collection::vec(any_imm(), 22),
        reach in 0..3usize,
    ) {
        let mut state = State::new();
        for (i, &value) in values.iter().enumerate() {
            if i < 12 {
                state.set(GENERAL[i], value as u64);
            } else {
                *state.slot(slot(i as i32 - 12)) = value as u64;
            }
        }
        *state.slot(COUNTER) = 3;
        let mut model = Model { state: state.clone() };
        model.run(&steps);
        let mut expect: Vec<Expect> = GENERAL.iter().map(|&reg| Expect::Reg(reg, model.state.get(reg))).collect();
        expect.extend((0..SLOTS).map(slot).chain([COUNTER]).map(|slot| Expect::Slot(slot, *model.state.slot(slot))));
        let mut batch = Batch::new(Cpu::Baseline);
        batch.ignore = RegSet::of(&[COUNTING]);
        batch.reach = REACHES[reach];
        batch.case("program", state, &expect, |masm| emit(masm, &steps));
    }
}
