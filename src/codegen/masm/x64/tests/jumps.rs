//! Jumps in their shortest form, and addresses of slots in theirs.

use super::super::X64;
use super::disassembler::listing;
use crate::Cpu;
use crate::masm::tests::emitted;
use crate::masm::{Cmp, CmpKind, Cond, FrameShape, Masm, Reach, Reg, RegSet, Slot, Src, Width};
use beeline_abi::TrapCode;
use beeline_abi::sites::{Kind, Sites};
use proptest::collection::vec;
use proptest::prelude::*;

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

/// The code of `emit`, listed.
fn listed(emit: impl FnOnce(&mut X64)) -> String {
    listing(emitted::<X64>(Cpu::Baseline, Reach::Near, emit).code.bytes())
}

#[test]
fn a_jump_to_the_next_instruction_disappears() {
    let text = listed(|masm| {
        let (next, also) = (masm.new_label(), masm.new_label());
        masm.jump(next);
        masm.bind(also);
        masm.bind(next);
        masm.trap(TrapCode::Unreachable);
        masm.cmp_branch(&never(), also);
    });
    assert_eq!(text, "ud2\ncmp esi, esi\njne 0\n");
}

#[test]
fn a_jump_over_a_jump_is_inverted() {
    let text = listed(|masm| {
        let (over, target) = (masm.new_label(), masm.new_label());
        masm.bind(target);
        masm.cmp_branch(&never(), over);
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
        masm.cmp_branch(&never(), over);
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
        let masm = emitted(Cpu::Baseline, Reach::Near, |masm: &mut X64| {
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
        let masm = emitted(Cpu::Baseline, Reach::Near, |masm: &mut X64| {
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
    let masm = emitted(Cpu::Baseline, Reach::Near, |masm: &mut X64| {
        let target = masm.new_label();
        masm.code.set_wasm_offset(1);
        masm.call_func(3);
        masm.jump(target);
        masm.code.set_wasm_offset(2);
        masm.trap(TrapCode::Unreachable);
        masm.bind(target);
        masm.code.set_wasm_offset(3);
        masm.call_func(4);
        masm.cmp_trap(&never(), TrapCode::TableOutOfBounds);
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

/// Code and jumps between two sites: bytes that a jump is over, and bytes behind it.
fn jumps() -> impl Strategy<Value = Vec<(u32, u32)>> {
    let bytes = prop_oneof![4 => 0..40u32, 1 => 0..300u32];
    vec((bytes, 0..20u32), 0..60)
}

proptest! {
    /// Entries of sites are written before jumps are shortened, and are of three lengths.
    #[test]
    fn sites_are_behind_their_calls_however_far_code_moves(stretches in vec((jumps(), 1..200u32), 1..12)) {
        let masm = emitted(Cpu::Baseline, Reach::Near, |masm: &mut X64| {
            let mut wasm = 0;
            for (jumps, step) in &stretches {
                for &(over, behind) in jumps {
                    let label = masm.new_label();
                    if over % 2 == 0 { masm.jump(label) } else { masm.cmp_branch(&never(), label) }
                    fill(masm, over);
                    masm.bind(label);
                    fill(masm, behind);
                }
                wasm += step;
                masm.code.set_wasm_offset(wasm);
                masm.call_func(wasm);
            }
        });
        let sites: Vec<_> = Sites::new(&masm.code.sites, 0, 0).map(|site| (site.code, site.wasm)).collect();
        let calls: Vec<_> = masm.code.calls.iter().map(|call| (call.at + 4, call.func)).collect();
        prop_assert_eq!(sites, calls.clone());
        for (end, _) in calls {
            prop_assert_eq!(masm.code.bytes()[end as usize - 5], 0xe8);
        }
        // Nothing of the code is lost or there twice.
        let filled: u32 =
            stretches.iter().flat_map(|(jumps, _)| jumps).map(|(over, behind)| over.div_ceil(2) + behind.div_ceil(2)).sum();
        let text = listing(masm.code.bytes());
        prop_assert_eq!(text.lines().filter(|&line| line == "ud2").count(), filled as usize);
        prop_assert_eq!(text.lines().filter(|line| line.starts_with("call ")).count(), stretches.len());
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
