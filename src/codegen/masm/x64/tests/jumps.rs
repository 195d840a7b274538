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
        masm.code.set_wasm_offset(1);
        let target = masm.new_label();
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
    /// Entries of sites are written before jumps become long, and are of three lengths.
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

/// Something to emit.
#[derive(Clone, Copy, Debug)]
enum Step {
    /// A jump to this label, conditional or not.
    Jump(usize, bool),
    Call,
    /// So many bytes.
    Fill(u32),
}

fn step() -> impl Strategy<Value = Step> {
    prop_oneof![
        6 => (0..LABELS, any::<bool>()).prop_map(|(label, conditional)| Step::Jump(label, conditional)),
        1 => Just(Step::Call),
        2 => (1..30u32).prop_map(Step::Fill),
        1 => (1..150u32).prop_map(Step::Fill),
    ]
}

const LABELS: usize = 8;

proptest! {
    /// All jumps are expected to be near. Some are not, and those that become long for it push others out of reach.
    #[test]
    fn jumps_get_to_their_labels(steps in vec(step(), 0..150), places in vec(0..150usize, LABELS)) {
        let (mut labels, mut jumps) = (Vec::new(), Vec::new());
        let masm = emitted(Cpu::Baseline, Reach::Near, |masm: &mut X64| {
            labels = (0..LABELS).map(|_| masm.new_label()).collect();
            let bind = |masm: &mut X64, at: usize, last: bool| {
                for (label, &place) in places.iter().enumerate() {
                    if if last { place >= at } else { place == at } {
                        masm.bind(labels[label]);
                        masm.mov_ri(Width::W32, Reg(0), 1000 + label as i64);
                    }
                }
            };
            for (at, &step) in steps.iter().enumerate() {
                bind(masm, at, false);
                match step {
                    Step::Jump(label, conditional) => {
                        if conditional {
                            masm.cmp_branch(&never(), labels[label]);
                        } else {
                            masm.jump(labels[label]);
                        }
                        jumps.push(label);
                        masm.ud2();
                    }
                    Step::Call => masm.call_func(7),
                    Step::Fill(bytes) => fill(masm, bytes),
                }
            }
            bind(masm, steps.len(), true);
        });
        let code = &masm.code;
        let places: Vec<u32> = labels.iter().map(|&label| code.target(label).expect("it is bound")).collect();
        for (label, &place) in places.iter().enumerate() {
            // mov eax, 1000 + label
            let marker = [&[0xb8][..], &(1000 + label as u32).to_le_bytes()].concat();
            prop_assert_eq!(&code.bytes()[place as usize..][..5], marker);
        }
        let text = listing(code.bytes());
        let targets: Vec<_> = text
            .lines()
            .filter_map(|line| line.strip_prefix("jmp ").or(line.strip_prefix("jne ")))
            .map(|target| u32::from_str_radix(target.trim_start_matches("0x"), 16))
            .collect();
        let expected: Vec<_> = jumps.iter().map(|&label| Ok(places[label])).collect();
        prop_assert_eq!(targets, expected);
        let calls: Vec<_> = code.calls.iter().map(|call| call.at + 4).collect();
        let sites: Vec<_> = Sites::new(&code.sites, 0, 0).map(|site| site.code).collect();
        prop_assert_eq!(sites, calls);
    }
}

#[test]
fn tables_and_constants_are_behind_code_that_grows() {
    const BITS: u64 = 0x3ff1_2345_6789_abcd;
    let mut targets = Vec::new();
    let masm = emitted(Cpu::Baseline, Reach::Near, |masm: &mut X64| {
        let far = masm.new_label();
        targets = (0..8).map(|_| masm.new_label()).collect();
        masm.jump(far);
        masm.fmov_fi(Width::W64, Reg::float(0), BITS);
        masm.jump_table(Reg(1), &targets);
        fill(masm, 200);
        masm.bind(far);
        for &target in &targets {
            masm.bind(target);
            masm.trap(TrapCode::Unreachable);
        }
    });
    let (code, bytes) = (&masm.code, masm.code.bytes());
    assert_eq!(bytes[0], 0xe9, "the jump is long");
    let base = bytes.len() - 4 * 7;
    for (entry, &target) in bytes[base..].chunks(4).zip(&targets) {
        let distance = i32::from_le_bytes(entry.try_into().expect("four bytes"));
        assert_eq!(Some((base as i32 + distance) as u32), code.target(target));
    }
    let end = bytes.len() - code.table_bytes as usize;
    let constant =
        bytes[end..].windows(8).position(|bytes| bytes == BITS.to_le_bytes()).expect("it is there");
    // movsd xmm0, [rip + constant]; lea r11, [rip + table]
    for (opcode, address) in [(&[0xf2, 0x0f, 0x10, 0x05][..], end + constant), (&[0x4c, 0x8d, 0x1d], base)] {
        let at = bytes.windows(opcode.len()).position(|bytes| bytes == opcode).expect("it is there")
            + opcode.len();
        let distance = i32::from_le_bytes(bytes[at..at + 4].try_into().expect("four bytes"));
        assert_eq!((at + 4) as i32 + distance, address as i32);
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
