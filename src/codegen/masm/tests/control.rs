//! Tables, frames and calls.

use super::super::{
    Alu, Cmp, CmpKind, Cond, FrameShape, Label, Masm, Mem, Reach, Reg, RegSet, Slot, Src, Width,
};
use super::harness::{Batch, Executable, Expect, State};
use super::native::{self, CHANGED_BY_CALLS, FRAME_POINTER, GENERAL, Native};
use super::{REACHES, emitted};
use crate::Cpu;
use beeline_abi::TrapCode;
use beeline_abi::vm::{MAX_UNCHECKED_FRAME, STACK_LIMIT};

const P: Reg = Native::REGS.pinned;

/// Registers that functions may change.
fn temps<const N: usize>() -> [Reg; N] {
    let temps: Vec<Reg> = Native::REGS.temps.iter().take(N).collect();
    temps.try_into().expect("so many temporaries")
}

#[test]
fn tables_of_all_sizes() {
    let mut batch = Batch::new(Cpu::Baseline);
    for n in (1..40).chain([1000, 20_000]) {
        let indices = (0..n as u64 + 2).filter(|i| n < 50 || i % 331 == 0).chain([
            n as u64 - 1,
            0x8000_0000,
            0xffff_ffff,
        ]);
        for (i, index) in indices.enumerate() {
            let (reg, dst) = (GENERAL[[0, 3, 8, 9][i % 4]], GENERAL[1]);
            let mut state = State::new();
            state.set(reg, index);
            batch.ignore = RegSet::of(&[reg]);
            batch.reach = REACHES[i % 3];
            batch.decode = n < 1000 || i < 3;
            let value = 7 * index.min(n as u64 - 1);
            batch.case(format!("table of {n}: {index}"), state, &[Expect::Reg(dst, value)], |masm| {
                let targets: Vec<Label> = (0..n).map(|_| masm.new_label()).collect();
                let done = masm.new_label();
                masm.jump_table(reg, &targets);
                for (i, target) in targets.into_iter().enumerate() {
                    masm.bind(target);
                    masm.mov_ri(Width::W32, dst, 7 * i as i64);
                    masm.jump(done);
                }
                masm.bind(done);
            });
            if n >= 1000 {
                batch.run();
            }
        }
    }
}

/// Tables whose entries share targets, with jumps in front of and behind them that may become shorter.
#[test]
fn tables_of_few_targets() {
    let mut batch = Batch::new(Cpu::Baseline);
    for (n, different) in [(6, 1), (8, 2), (9, 2), (12, 3), (13, 4), (64, 16), (70, 17), (300, 5), (5000, 16)]
    {
        let indices = (0..n as u64 + 2).filter(|i| n < 100 || i % 97 == 0).chain([n as u64 - 1, 0xffff_ffff]);
        for (i, index) in indices.enumerate() {
            let (reg, dst) = (GENERAL[[0, 3, 8, 9][i % 4]], GENERAL[1]);
            let mut state = State::new();
            state.set(reg, index);
            batch.ignore = RegSet::of(&[reg]);
            batch.reach = REACHES[i % 3];
            let value = 7 * (index.min(n as u64 - 1) % different);
            batch.case(format!("{different} in {n}: {index}"), state, &[Expect::Reg(dst, value)], |masm| {
                let targets: Vec<Label> = (0..different).map(|_| masm.new_label()).collect();
                let done = masm.new_label();
                let all: Vec<Label> = (0..n).map(|i| targets[i % different as usize]).collect();
                masm.jump_table(reg, &all);
                for (i, target) in targets.into_iter().enumerate() {
                    masm.bind(target);
                    masm.mov_ri(Width::W64, dst, 7 * i as i64);
                    masm.jump(done);
                }
                masm.bind(done);
            });
        }
    }
}

#[test]
fn table_entries_are_counted_and_aligned() {
    for reach in REACHES {
        let masm: Native = emitted(Cpu::Baseline, reach, |masm: &mut Native| {
            let targets: Vec<Label> = (0..10).map(|_| masm.new_label()).collect();
            masm.jump_table(Reg(0), &targets);
            targets.into_iter().for_each(|target| masm.bind(target));
            masm.trap(TrapCode::Unreachable);
        });
        let code = masm.code();
        assert!(code.len().is_multiple_of(4));
        assert!((36..40).contains(&code.table_bytes), "{}", code.table_bytes);
        native::check_decoding("dispatch", &code.bytes()[..(code.len() - code.table_bytes) as usize]);
    }
}

/// Slots of a frame, the first of which is at `first` from the frame pointer: all near the ends, and some at the borders of what instructions address.
fn some_slots(first: i32, size: u32) -> Vec<Slot> {
    let count = size as i32 / 8;
    let borders = [252, 256, 4096, 32 << 10, 128 << 10, 16 << 20];
    let mut numbers: Vec<i32> = borders
        .into_iter()
        .flat_map(|bytes| [bytes / 8 - 8, count - bytes / 8 - 8])
        .flat_map(|n| n..n + 16)
        .chain(0..40)
        .chain(count - 8..count)
        .filter(|n| (0..count).contains(n))
        .collect();
    numbers.sort_unstable();
    numbers.dedup();
    numbers.into_iter().map(|n| Slot(first - 8 * n)).collect()
}

/// A callee with this frame, which writes to all that it owns, in a function that calls it. `zeros` slots are cleared, at the top or the bottom.
fn frame_case(batch: &mut Batch, saved: &[Reg], size: u32, leaf: bool, zeros: (u32, bool)) {
    let shape = FrameShape { saved: RegSet::of(saved), size, leaf };
    let mut state = State::new();
    // The stack limit is read below P; the lowest address will do.
    let limit = Box::leak(Box::new([0u64; 8]));
    state.set(P, limit.as_ptr() as u64 + 8 + u64::from(STACK_LIMIT) / 8 * 8);
    let [result, wrong, work] = temps();
    batch.ignore = CHANGED_BY_CALLS;
    let expect = [Expect::Reg(result, 77), Expect::Reg(wrong, 0), Expect::Reg(work, 0)];
    batch.case(format!("frame {shape:?} {zeros:?}"), state, &expect, |masm| {
        let (callee, done) = (masm.new_label(), masm.new_label());
        native::call_near(masm, callee);
        masm.jump(done);
        masm.bind(callee);
        masm.prologue(&shape);
        for &reg in saved {
            if reg.is_float() {
                masm.fmov_fi(Width::W64, reg, 0x1234_5678_9abc);
            } else {
                masm.mov_ri(Width::W64, reg, 0x1234_5678_9abc);
            }
        }
        let below = -(shape.saved_bytes() as i32);
        let slots = some_slots(below - 8, size);
        for &slot in &slots {
            masm.mov_sx(Width::W64, slot, Src::Imm(slot.0.into()));
        }
        masm.mov_ri(Width::W32, wrong, 0);
        for &slot in &slots {
            masm.mov_ri(Width::W64, work, slot.0.into());
            masm.alu_rrx(Alu::Xor, Width::W64, work, work, Src::Slot(slot));
            masm.alu_rrx(Alu::Or, Width::W64, wrong, wrong, Src::Reg(work));
        }
        let (count, at_top) = zeros;
        let lowest = if at_top { below - 8 * count as i32 } else { below - (size / 8 * 8) as i32 };
        let cleared = lowest..lowest + 8 * count as i32;
        masm.zero_slots(Slot(lowest), count);
        for &slot in &slots {
            masm.mov_ri(Width::W64, work, if cleared.contains(&slot.0) { 0 } else { slot.0.into() });
            masm.alu_rrx(Alu::Xor, Width::W64, work, work, Src::Slot(slot));
            masm.alu_rrx(Alu::Or, Width::W64, wrong, wrong, Src::Reg(work));
        }
        if !leaf {
            // The stack pointer is aligned, and below all slots.
            native::copy_stack_pointer(masm, result);
            masm.alu_rrx(Alu::And, Width::W64, work, result, Src::Imm(15));
            masm.alu_rrx(Alu::Or, Width::W64, wrong, wrong, Src::Reg(work));
            masm.lea_rm(work, Mem::new(FRAME_POINTER, below - size as i32));
            let cmp = Cmp {
                kind: CmpKind::Int,
                cond: Cond::LtU,
                width: Width::W64,
                lhs: Src::Reg(work),
                rhs: Src::Reg(result),
            };
            masm.cmp_trap(&cmp, TrapCode::Host);
        }
        masm.mov_ri(Width::W32, result, 77);
        masm.mov_ri(Width::W32, work, 0);
        masm.epilogue(&shape);
        masm.bind(done);
    });
}

#[test]
fn frames_keep_what_is_saved() {
    let mut batch = Batch::new(Cpu::Baseline);
    let homes = Native::REGS.homes;
    let float_homes = Native::REGS.float_homes;
    let mut n = 0;
    for general in 0..=homes.len() {
        for floats in [0, 1, 2, float_homes.len()] {
            for size in [0, 8, 16, 40, 128, 1000] {
                for leaf in [false, true] {
                    let saved: Vec<Reg> =
                        homes[..general].iter().chain(&float_homes[..floats]).map(|home| home.reg).collect();
                    for zeros in [0, 1, 2, 3, 5, 12, 13, 14, 16, 17, 18, 40] {
                        if zeros * 8 <= size {
                            n += 1;
                            batch.reach = REACHES[n % 3];
                            frame_case(&mut batch, &saved, size, leaf, (zeros, n % 2 == 0));
                        }
                    }
                }
            }
        }
    }
}

#[test]
fn frames_of_all_sizes() {
    let run = || {
        let mut batch = Batch::new(Cpu::Baseline);
        let saved = [Native::REGS.homes[0].reg, Native::REGS.homes[2].reg, Native::REGS.float_homes[1].reg];
        let around = |bytes: u32| [bytes - 32, bytes - 8, bytes, bytes + 8, bytes + 24];
        let sizes = [4 << 10, 32 << 10, 64 << 10, MAX_UNCHECKED_FRAME, 16 << 20].into_iter().flat_map(around);
        for (i, size) in sizes.chain([40 << 20]).enumerate() {
            for leaf in [false, true] {
                for zeros in 0..20 {
                    frame_case(&mut batch, &saved[..i % 4], size, leaf, (zeros, leaf));
                }
                frame_case(&mut batch, &saved[..i % 4], size, leaf, (size / 8, leaf));
                batch.run();
            }
        }
    };
    // Test threads have a small stack.
    let thread = std::thread::Builder::new().stack_size(64 << 20).spawn(run).expect("a thread");
    assert!(thread.join().is_ok());
}

#[test]
fn large_frames_compare_with_the_stack_limit() {
    let mut batch = Batch::new(Cpu::Baseline);
    for (leaf, size) in
        [false, true].into_iter().flat_map(|leaf| [8, 1 << 20, 1 << 30].map(|more| (leaf, more)))
    {
        for limit in [u64::MAX, 0] {
            let shape = FrameShape { saved: RegSet::default(), size: MAX_UNCHECKED_FRAME + size, leaf };
            let mut state = State::new();
            *state.slot(Slot(0)) = limit;
            let at = state.slot_address(Slot(0));
            state.set(P, at + u64::from(STACK_LIMIT));
            // Only the check: the frame is given back at once, except where it traps.
            let expect = if limit == 0 { Expect::Same } else { Expect::Trap(TrapCode::StackOverflow) };
            batch.case("limit", state, &[expect], |masm| {
                masm.prologue(&shape);
                native::drop_frame(masm);
            });
        }
    }
}

#[test]
fn frames_beyond_two_gigabytes_overflow() {
    for (size, saved) in
        [(0x7fff_fff8, RegSet::of(&[Native::REGS.homes[0].reg])), (u32::MAX - 7, RegSet::default())]
    {
        let mut masm = Native::new(Cpu::Baseline);
        masm.begin_function(Reach::Near);
        masm.code_mut().begin_function(0);
        masm.prologue(&FrameShape { saved, size, leaf: false });
        assert!(masm.code().overflowed());
    }
}

/// Indirect calls, of a function of the same instance and of another, with the funcref in any register that can hold one.
#[test]
fn indirect_calls_switch_instances() {
    #[repr(C)]
    struct FuncRef {
        code: u64,
        vmctx: u64,
        sig: u32,
        index: u32,
    }
    let caller_p = Native::REGS.caller_p;
    let [.., seen_caller, seen_p] = temps::<5>();
    let leaf = FrameShape { leaf: true, ..FrameShape::default() };
    for funcref in [0, 3, 7, 8, 11].map(|n| GENERAL[n]).into_iter().chain([caller_p]) {
        for own in [true, false] {
            // The callee gives back the caller's P and its own, and leaves P changed.
            let callee: Native = emitted(Cpu::Baseline, Reach::Near, |masm: &mut Native| {
                masm.prologue(&leaf);
                masm.mov_rr(Width::W64, seen_caller, caller_p);
                masm.mov_rr(Width::W64, seen_p, P);
                if !own {
                    masm.mov_ri(Width::W32, P, 3);
                }
                masm.epilogue(&leaf);
            });
            let callee = Box::leak(Box::new(Executable::new(callee.code().bytes())));
            for (n, (sig, wanted)) in
                [(5, 5), (1 << 30, 1 << 30), (5, 6), (0x1005, 0x1005)].into_iter().enumerate()
            {
                let mut state = State::new();
                let p = state.get(P);
                let other = if own { p } else { 0x5555 };
                let record = FuncRef { code: callee.address(), vmctx: other, sig: wanted, index: 0 };
                let record = Box::leak(Box::new(record));
                *state.slot(Slot(-24)) = p;
                let address = &raw const *record as u64;
                let mut expect = vec![Expect::Reg(seen_p, other)];
                if !own {
                    expect.push(Expect::Reg(seen_caller, p));
                }
                if sig != wanted {
                    expect = vec![Expect::Trap(TrapCode::BadSignature)];
                }
                let mut batch = Batch::new(Cpu::Baseline);
                batch.reach = REACHES[n % 3];
                batch.ignore = RegSet::of(&[funcref, caller_p]).or(CHANGED_BY_CALLS);
                if own {
                    batch.ignore.insert(seen_caller);
                }
                let in_register = GENERAL[2];
                state.set(in_register, u64::from(sig));
                for sig in [Src::Imm(sig.into()), Src::Reg(in_register)] {
                    batch.case("call", state.clone(), &expect, |masm| {
                        masm.mov_ri(Width::W64, funcref, address as i64);
                        masm.check_sig(funcref, sig);
                        // The callee pushes; what the harness keeps above the stack pointer stays.
                        masm.call_funcref(funcref, Slot(-24));
                    });
                }
            }
        }
    }
}

#[test]
fn a_null_funcref_faults_at_its_site() {
    let mut batch = Batch::new(Cpu::Baseline);
    let funcref = GENERAL[6];
    for sig in [Src::Imm(5), Src::Imm(1 << 29), Src::Reg(GENERAL[8])] {
        let mut state = State::new();
        state.set(funcref, 0);
        batch.case("null", state, &[Expect::Trap(TrapCode::IndirectCallToNull)], |masm| {
            masm.check_sig(funcref, sig);
        });
    }
}

#[test]
fn traps_are_found_where_they_are() {
    let mut batch = Batch::new(Cpu::Baseline);
    for code in [TrapCode::Unreachable, TrapCode::Interrupted, TrapCode::Host] {
        batch.case("trap", State::new(), &[Expect::Trap(code)], |masm| masm.trap(code));
    }
}

#[test]
fn functions_start_at_multiples_of_16() {
    let mut masm = Native::new(Cpu::Baseline);
    for _ in 0..3 {
        masm.begin_function(Reach::Near);
        masm.code_mut().begin_function(0);
        assert!(masm.code().len().is_multiple_of(16));
        masm.trap(TrapCode::Unreachable);
        masm.end_function();
    }
    assert_eq!(masm.code().len() / 16, 2);
}
