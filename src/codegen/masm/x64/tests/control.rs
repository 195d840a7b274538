//! Jumps, tables, frames and calls.

use super::super::super::{
    Alu, Cmp, CmpKind, Cond, FrameShape, Label, Masm, Mem, Reach, Reg, RegSet, Slot, Src, Width,
};
use super::super::X64;
use super::harness::{Batch, Executable, Expect, State, emitted, listing};
use crate::Cpu;
use beeline_abi::TrapCode;
use beeline_abi::sites::{Kind, Sites};
use beeline_abi::vm::{MAX_UNCHECKED_FRAME, STACK_LIMIT};

fn never() -> Cmp {
    Cmp {
        kind: CmpKind::Int,
        cond: Cond::Ne,
        width: Width::W32,
        lhs: Src::Reg(Reg(6)),
        rhs: Src::Reg(Reg(6)),
    }
}

fn fill(masm: &mut X64, bytes: u32) {
    let end = masm.code.len() + bytes;
    while masm.code.len() < end {
        masm.ud2();
    }
}

#[test]
fn tables_of_all_sizes() {
    let mut batch = Batch::new(Cpu::Baseline);
    batch.decode = false;
    for n in (1..40).chain([1000, 20_000]) {
        let indices = (0..n as u64 + 2).filter(|i| n < 50 || i % 331 == 0).chain([
            n as u64 - 1,
            0x8000_0000,
            0xffff_ffff,
        ]);
        for (i, index) in indices.enumerate() {
            let (reg, dst) = ([Reg(0), Reg(6), Reg(12), Reg(13)][i % 4], Reg(1));
            let mut state = State::new();
            state.set(reg, index);
            batch.ignore = RegSet::of(&[reg]);
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

#[test]
fn table_entries_are_counted_and_aligned() {
    let masm = emitted(Cpu::Baseline, |masm| {
        let targets: Vec<Label> = (0..10).map(|_| masm.new_label()).collect();
        masm.jump_table(Reg(0), &targets);
        targets.into_iter().for_each(|target| masm.bind(target));
        masm.trap(TrapCode::Unreachable);
    });
    let code_bytes = masm.code.len() - masm.code.table_bytes;
    assert!(masm.code.len().is_multiple_of(4));
    assert!((36..40).contains(&masm.code.table_bytes), "{}", masm.code.table_bytes);
    assert!(listing(&masm.code.bytes()[..code_bytes as usize]).trim_end().ends_with("ud2"));
}

/// The code of `emit`, listed.
fn listed(emit: impl FnOnce(&mut X64)) -> String {
    listing(emitted(Cpu::Baseline, emit).code.bytes())
}

#[test]
fn a_jump_to_the_next_instruction_disappears() {
    let text = listed(|masm| {
        let (next, also) = (masm.new_label(), masm.new_label());
        masm.jump(next);
        masm.bind(also);
        masm.bind(next);
        masm.trap(TrapCode::Unreachable);
        masm.cmp_branch(never(), also);
    });
    assert_eq!(text, "ud2\ncmp esi, esi\njne 0\n");
}

#[test]
fn a_jump_over_a_jump_is_inverted() {
    let text = listed(|masm| {
        let (over, target) = (masm.new_label(), masm.new_label());
        masm.bind(target);
        masm.cmp_branch(never(), over);
        masm.jump(target);
        masm.bind(over);
        masm.trap(TrapCode::Unreachable);
    });
    assert_eq!(text, "cmp esi, esi\nje 0\nud2\n");
}

#[test]
fn a_jump_over_a_jump_that_others_reach_stays() {
    let text = listed(|masm| {
        let (over, target, middle) = (masm.new_label(), masm.new_label(), masm.new_label());
        masm.bind(target);
        masm.cmp_branch(never(), over);
        masm.bind(middle);
        masm.jump(target);
        masm.bind(over);
        masm.jump(middle);
    });
    assert_eq!(text, "cmp esi, esi\njne 6\njmp 0\njmp 4\n");
}

#[test]
fn forward_jumps_are_short_within_127_bytes() {
    for (bytes, short) in [(126, true), (128, false)] {
        let masm = emitted(Cpu::Baseline, |masm| {
            let target = masm.new_label();
            masm.jump(target);
            fill(masm, bytes);
            masm.bind(target);
        });
        assert_eq!(masm.code.len(), bytes + if short { 2 } else { 5 });
        let distance = if short { masm.code.bytes()[1].into() } else { u32::from(masm.code.bytes()[1]) };
        assert_eq!(distance, bytes);
    }
}

#[test]
fn backward_jumps_are_short_within_128_bytes() {
    for (bytes, short) in [(126, true), (128, false)] {
        let masm = emitted(Cpu::Baseline, |masm| {
            let target = masm.new_label();
            masm.bind(target);
            fill(masm, bytes);
            masm.jump(target);
        });
        assert_eq!(masm.code.len(), bytes + if short { 2 } else { 5 });
        assert_eq!(
            masm.code.bytes()[bytes as usize + 1] as i8,
            if short { -128 } else { -5 - 128 + 256 } as i8
        );
    }
}

#[test]
fn sites_and_calls_move_with_the_code() {
    let masm = emitted(Cpu::Baseline, |masm| {
        let target = masm.new_label();
        masm.code.set_wasm_offset(1);
        masm.call_func(3);
        masm.jump(target);
        masm.code.set_wasm_offset(2);
        masm.trap(TrapCode::Unreachable);
        masm.bind(target);
        masm.code.set_wasm_offset(3);
        masm.call_func(4);
        masm.cmp_trap(never(), TrapCode::TableOutOfBounds);
        masm.code.set_wasm_offset(4);
        masm.trap(TrapCode::Interrupted);
    });
    assert_eq!(
        listing(masm.code.bytes()),
        "call 5\njmp 9\nud2\ncall 0xe\ncmp esi, esi\njne 0x14\nud2\nud2\n"
    );
    let calls: Vec<_> = masm.code.calls.iter().map(|call| (call.at, call.func)).collect();
    assert_eq!(calls, [(1, 3), (10, 4)]);
    let sites: Vec<_> =
        Sites::new(&masm.code.sites, 0, 0).map(|site| (site.code, site.wasm, site.kind)).collect();
    assert_eq!(
        sites,
        [
            (5, 1, Kind::Call),
            (7, 2, Kind::Trap(TrapCode::Unreachable)),
            (14, 3, Kind::Call),
            (18, 4, Kind::Trap(TrapCode::Interrupted)),
            (20, 3, Kind::Trap(TrapCode::TableOutOfBounds)),
        ]
    );
}

/// A callee with this frame, which writes to all that it owns, in a thunk that has it called.
fn frame_case(batch: &mut Batch, saved: &[Reg], size: u32, leaf: bool, zeros: u32) {
    let shape = FrameShape { saved: RegSet::of(saved), size, leaf };
    let mut state = State::new();
    // The stack limit is read below P; the lowest address will do.
    let limit = Box::leak(Box::new([0u64; 8]));
    state.set(Reg(3), limit.as_ptr() as u64 + 8 + u64::from(STACK_LIMIT) / 8 * 8);
    let expect = [Expect::Reg(Reg(0), 77), Expect::Reg(Reg(8), 0), Expect::Reg(Reg(9), 0)];
    batch.case(format!("frame {shape:?}"), state, &expect, |masm| {
        let (callee, done) = (masm.new_label(), masm.new_label());
        // call callee; jmp done
        masm.plain_i(super::super::encode::Op::one(0xe8), 0, 0, 4);
        let from = masm.code.len();
        masm.code.fixup(super::super::super::code_buffer::Fixup {
            at: from - 4,
            from,
            label: callee,
            kind: super::super::relax::REL32,
        });
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
        for slot in 0..size / 8 {
            if slot < 50 {
                masm.mov_sx(Width::W64, Slot(below - 8 - 8 * slot as i32), Src::Imm(slot.into()));
            }
        }
        masm.mov_ri(Width::W32, Reg(8), 0);
        for slot in (0..size / 8).take(50) {
            masm.alu_rrx(Alu::Sub, Width::W64, Reg(9), Reg(9), Src::Reg(Reg(9)));
            masm.alu_rrx(Alu::Add, Width::W64, Reg(9), Reg(9), Src::Slot(Slot(below - 8 - 8 * slot as i32)));
            masm.alu_rrx(Alu::Xor, Width::W64, Reg(9), Reg(9), Src::Imm(slot.into()));
            masm.alu_rrx(Alu::Or, Width::W64, Reg(8), Reg(8), Src::Reg(Reg(9)));
        }
        let lowest = below - 8 * zeros as i32;
        masm.zero_slots(Slot(lowest), zeros);
        for slot in 0..zeros {
            masm.alu_rrx(Alu::Or, Width::W64, Reg(8), Reg(8), Src::Slot(Slot(lowest + 8 * slot as i32)));
        }
        if !leaf {
            // The stack pointer is aligned, and below all slots.
            masm.lea_rm(Reg(0), Mem::new(Reg(4), 0));
            masm.alu_rrx(Alu::And, Width::W64, Reg(0), Reg(0), Src::Imm(15));
            masm.alu_rrx(Alu::Or, Width::W64, Reg(8), Reg(8), Src::Reg(Reg(0)));
            masm.lea_rm(Reg(0), Mem::new(Reg(5), below - size as i32));
            let cmp = Cmp {
                kind: CmpKind::Int,
                cond: Cond::LtU,
                width: Width::W64,
                lhs: Src::Reg(Reg(0)),
                rhs: Src::Reg(Reg(4)),
            };
            masm.cmp_trap(cmp, TrapCode::Host);
        }
        masm.mov_ri(Width::W32, Reg(0), 77);
        masm.mov_ri(Width::W32, Reg(9), 0);
        masm.epilogue(&shape);
        masm.bind(done);
    });
}

#[test]
fn frames_keep_what_is_saved() {
    let mut batch = Batch::new(Cpu::Baseline);
    let homes = X64::REGS.homes;
    let float_homes = X64::REGS.float_homes;
    for general in 0..=homes.len() {
        for floats in [0, 1, 2, 7] {
            for size in [0, 8, 16, 40, 128, 1000, MAX_UNCHECKED_FRAME + 8] {
                for leaf in [false, true] {
                    let saved: Vec<Reg> =
                        homes[..general].iter().chain(&float_homes[..floats]).map(|home| home.reg).collect();
                    for zeros in [0, 1, 2, 3, 5, 12, 13, 14, 40] {
                        if zeros * 8 <= size {
                            frame_case(&mut batch, &saved, size, leaf, zeros);
                        }
                    }
                }
            }
        }
    }
}

#[test]
fn slots_near_either_end_of_a_frame_are_close() {
    let text = listed(|masm| {
        masm.prologue(&FrameShape { saved: RegSet::of(&[Reg(6)]), size: 296, leaf: false });
        for slot in [-128, -136, -176, -184, -304] {
            masm.mov_rs(Width::W32, Reg(0), Slot(slot));
        }
    });
    let loads = "mov eax, [rbp-0x80]\nmov eax, [rbp-0x88]\nmov eax, [rbp-0xb0]\nmov eax, [rsp+0x78]\nmov eax, [rsp]\n";
    assert_eq!(text, format!("push rbp\nmov rbp, rsp\npush rsi\nsub rsp, 0x128\n{loads}"));
}

#[test]
fn large_frames_compare_with_the_stack_limit() {
    let mut batch = Batch::new(Cpu::Baseline);
    for leaf in [false, true] {
        for limit in [u64::MAX, 0] {
            let shape = FrameShape { saved: RegSet::default(), size: MAX_UNCHECKED_FRAME + 8, leaf };
            let mut state = State::new();
            *state.slot(Slot(0)) = limit;
            state.set(Reg(3), &raw const state.frame[48] as u64 + u64::from(STACK_LIMIT));
            // Only the check: the frame is given back at once, except where it traps.
            let expect = if limit == 0 { Expect::Same } else { Expect::Trap(TrapCode::StackOverflow) };
            batch.case("limit", state, &[expect], |masm| {
                masm.prologue(&shape);
                dynasmrt::dynasm!(masm.code ; .arch x64 ; leave);
            });
        }
    }
}

#[test]
fn frames_beyond_two_gigabytes_overflow() {
    for (size, saved) in [(0x7fff_fff8, RegSet::of(&[Reg(6)])), (u32::MAX - 7, RegSet::default())] {
        let mut masm = X64::new(Cpu::Baseline);
        masm.begin_function(Reach::Near);
        masm.code_mut().begin_function(0);
        masm.prologue(&FrameShape { saved, size, leaf: false });
        assert!(masm.code.overflowed());
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
    for funcref in [Reg(0), Reg(6), Reg(10), Reg(11), Reg(12), Reg(15)] {
        for own in [true, false] {
            for (sig, wanted) in [(5, 5), (1 << 30, 1 << 30), (5, 6)] {
                let mut masm = X64::new(Cpu::Baseline);
                // The callee gives back the caller's P and its own, and leaves P changed.
                masm.begin_function(Reach::Near);
                masm.code_mut().begin_function(0);
                masm.prologue(&FrameShape { leaf: true, ..FrameShape::default() });
                masm.mov_rr(Width::W64, Reg(8), Reg(11));
                masm.mov_rr(Width::W64, Reg(9), Reg(3));
                if !own {
                    masm.mov_ri(Width::W32, Reg(3), 3);
                }
                masm.epilogue(&FrameShape { leaf: true, ..FrameShape::default() });
                masm.end_function();
                let callee = masm.code.bytes().to_vec();
                let callee = Box::leak(Box::new(Executable::new(&callee)));
                let mut state = State::new();
                let p = state.get(Reg(3));
                let other = if own { p } else { 0x5555 };
                let record = FuncRef { code: callee.address(), vmctx: other, sig: wanted, index: 0 };
                let record = Box::leak(Box::new(record));
                *state.slot(Slot(-24)) = p;
                let address = &raw const *record as u64;
                let mut expect = vec![Expect::Reg(Reg(9), other)];
                if !own {
                    expect.push(Expect::Reg(Reg(8), p));
                }
                if sig != wanted {
                    expect = vec![Expect::Trap(TrapCode::BadSignature)];
                }
                let mut batch = Batch::new(Cpu::Baseline);
                batch.ignore = RegSet::of(&[funcref]);
                if own {
                    batch.ignore.insert(Reg(8));
                }
                batch.case("call", state, &expect, |masm| {
                    masm.mov_ri(Width::W64, funcref, address as i64);
                    masm.check_sig(funcref, Src::Imm(sig.into()));
                    // The callee pushes; what the harness keeps above the stack pointer stays.
                    masm.call_funcref(funcref, Slot(-24));
                });
            }
        }
    }
}

#[test]
fn a_null_funcref_faults_at_its_site() {
    let mut batch = Batch::new(Cpu::Baseline);
    for sig in [Src::Imm(5), Src::Imm(1 << 29), Src::Reg(Reg(12))] {
        let mut state = State::new();
        state.set(Reg(9), 0);
        batch.case("null", state, &[Expect::Trap(TrapCode::IndirectCallToNull)], |masm| {
            masm.check_sig(Reg(9), sig);
        });
    }
}

#[test]
fn functions_start_at_multiples_of_16() {
    let mut masm = X64::new(Cpu::Baseline);
    for _ in 0..3 {
        masm.begin_function(Reach::Near);
        masm.code_mut().begin_function(0);
        assert!(masm.code.len().is_multiple_of(16));
        masm.trap(TrapCode::Unreachable);
        masm.end_function();
    }
    assert_eq!(masm.code.len(), 34);
    assert_eq!(masm.code.bytes()[2..16], [0xcc; 14]);
}
