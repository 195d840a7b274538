//! Jumps: what a label does to those in front of it, how far each form reaches, tables.

use super::{X0, X1, check, disassembler, function, listed};
use crate::Cpu;
use crate::masm::arm64::Arm64;
use crate::masm::tests::REACHES;
use crate::masm::{Cmp, CmpKind, Cond, Label, Masm, Reach, Slot, Src, Width};
use beeline_abi::TrapCode;

/// Of 32 bits, with zero: a jump of one instruction.
fn zero(cond: Cond) -> Cmp {
    Cmp { kind: CmpKind::Int, cond, width: Width::W32, lhs: Src::Reg(X0), rhs: Src::Imm(0) }
}

fn odd() -> Cmp {
    Cmp { kind: CmpKind::Test, rhs: Src::Imm(1), ..zero(Cond::Ne) }
}

fn less() -> Cmp {
    Cmp { cond: Cond::LtU, rhs: Src::Reg(X1), ..zero(Cond::Eq) }
}

fn labels<const N: usize>(m: &mut Arm64) -> [Label; N] {
    std::array::from_fn(|_| m.new_label())
}

fn trap(m: &mut Arm64) {
    m.trap(TrapCode::Unreachable);
}

#[test]
fn a_jump_to_the_next_instruction_disappears() {
    check(
        |m| {
            let [next, also] = labels(m);
            m.jump(next);
            m.bind(also);
            m.bind(next);
            trap(m);
            m.cmp_branch(&zero(Cond::Eq), also);
            m.cmp_branch(&zero(Cond::Eq), next);
        },
        "udf #0x1; cbz w0, 0x0; cbz w0, 0x0",
    );
}

#[test]
fn jumps_to_the_next_instruction_disappear_one_after_the_other() {
    check(
        |m| {
            let [inner, outer, outermost] = labels(m);
            m.jump(outermost);
            m.jump(outer);
            m.jump(inner);
            m.bind(inner);
            m.bind(outer);
            m.bind(outermost);
            trap(m);
            for label in [inner, outer, outermost] {
                m.jump(label);
            }
        },
        "udf #0x1; b 0x0; b 0x0; b 0x0",
    );
}

#[test]
fn a_label_in_front_of_a_jump_that_disappears_stays() {
    check(
        |m| {
            let [before, next] = labels(m);
            m.bind(before);
            m.jump(next);
            m.bind(next);
            trap(m);
            m.jump(before);
        },
        "udf #0x1; b 0x0",
    );
}

#[test]
fn a_jump_over_a_jump_is_turned_round() {
    for (cmp, expected) in [
        (zero(Cond::Eq), "udf #0x1; cbnz w0, 0x0; udf #0x1"),
        (zero(Cond::Ne), "udf #0x1; cbz w0, 0x0; udf #0x1"),
        (odd(), "udf #0x1; tbz w0, #0x0, 0x0; udf #0x1"),
        (less(), "udf #0x1; cmp w0, w1; b.hs 0x0; udf #0x1"),
    ] {
        check(
            |m| {
                let [over, target] = labels(m);
                m.bind(target);
                trap(m);
                m.cmp_branch(&cmp, over);
                m.jump(target);
                m.bind(over);
                trap(m);
            },
            expected,
        );
    }
}

#[test]
fn labels_behind_a_jump_that_is_turned_round_move_along() {
    check(
        |m| {
            let [over, also, target] = labels(m);
            m.cmp_branch(&zero(Cond::Eq), over);
            m.jump(target);
            m.bind(also);
            m.bind(over);
            trap(m);
            m.jump(also);
            m.jump(over);
            m.bind(target);
            trap(m);
        },
        "cbnz w0, 0x10; udf #0x1; b 0x4; b 0x4; udf #0x1",
    );
}

#[test]
fn what_is_turned_round_may_then_disappear() {
    // if (x == 0) goto over; goto end; over: end:
    check(
        |m| {
            let [over, end] = labels(m);
            m.cmp_branch(&zero(Cond::Eq), over);
            m.jump(end);
            m.bind(over);
            m.bind(end);
            trap(m);
        },
        "cbnz w0, 0x4; udf #0x1",
    );
}

#[test]
fn a_jump_over_a_jump_that_others_reach_stays() {
    check(
        |m| {
            let [over, target, middle] = labels(m);
            m.bind(target);
            trap(m);
            m.cmp_branch(&zero(Cond::Eq), over);
            m.bind(middle);
            m.jump(target);
            m.bind(over);
            m.jump(middle);
        },
        "udf #0x1; cbz w0, 0xc; b 0x0; b 0x8",
    );
}

#[test]
fn a_conditional_jump_elsewhere_stays() {
    check(
        |m| {
            let [over, target, elsewhere] = labels(m);
            m.bind(target);
            trap(m);
            m.bind(elsewhere);
            trap(m);
            m.cmp_branch(&zero(Cond::Eq), elsewhere);
            m.jump(target);
            m.bind(over);
            m.jump(over);
        },
        "udf #0x1; udf #0x1; cbz w0, 0x4; b 0x0; b 0x10",
    );
}

#[test]
fn a_jump_over_more_than_a_jump_stays() {
    check(
        |m| {
            let [over, target] = labels(m);
            m.bind(target);
            trap(m);
            m.cmp_branch(&zero(Cond::Eq), over);
            trap(m);
            m.jump(target);
            m.bind(over);
            trap(m);
        },
        "udf #0x1; cbz w0, 0x10; udf #0x1; b 0x0; udf #0x1",
    );
}

/// The work at a label does not depend on how many are bound at the same place.
#[test]
fn a_jump_in_front_of_many_labels_stays() {
    let text = |others: usize| {
        listed(Reach::Short, |m| {
            let [next] = labels(m);
            m.jump(next);
            for _ in 0..others {
                let label = m.new_label();
                m.bind(label);
            }
            m.bind(next);
            trap(m);
        })
    };
    assert_eq!(text(4), "udf #0x1");
    assert_eq!(text(5), "b 0x4; udf #0x1");
}

/// A call that ends right in front of a jump that disappears keeps its return address.
#[test]
fn sites_in_front_of_a_jump_that_disappears_stay() {
    let masm = function(Reach::Short, |m| {
        let [next] = labels(m);
        m.call_func(7);
        m.jump(next);
        m.bind(next);
        trap(m);
    });
    let sites: Vec<_> =
        beeline_abi::sites::Sites::new(&masm.code().sites, 0, 0).map(|site| site.code).collect();
    assert_eq!(sites, [4, 4]);
}

/// The far forms are jumps over jumps, and stay.
#[test]
fn nothing_changes_in_front_of_labels_of_far_functions() {
    let text = listed(Reach::Far, |m| {
        let [over, target, next] = labels(m);
        m.bind(target);
        m.cmp_branch(&zero(Cond::Eq), over);
        m.jump(target);
        m.bind(over);
        m.jump(next);
        m.bind(next);
        trap(m);
    });
    assert_eq!(text, "cbnz w0, 0x8; b 0xc; b 0x0; b 0x10; udf #0x1");
}

/// A label bound between the two instructions of a far jump cannot be, but one behind it must not take it for a jump to itself over which to go.
#[test]
fn far_jumps_to_what_follows_stay() {
    let text = listed(Reach::Far, |m| {
        let [next] = labels(m);
        m.cmp_branch(&less(), next);
        m.bind(next);
        trap(m);
    });
    assert_eq!(text, "cmp w0, w1; b.hs 0xc; b 0xc; udf #0x1");
}

/// Emits a jump by `jump` over so many instructions, forward or back, and says whether it reached.
fn reaches(reach: Reach, words: u32, forward: bool, jump: impl FnOnce(&mut Arm64, Label)) -> bool {
    let mut masm = Arm64::new(Cpu::Baseline);
    masm.begin_function(reach);
    masm.code_mut().begin_function(0);
    let label = masm.new_label();
    let fill = |masm: &mut Arm64| (0..words).for_each(|_| masm.code_mut().put_word(0));
    if forward {
        jump(&mut masm, label);
        // The jump itself counts.
        let first = masm.code().len() / 4;
        (first..words).for_each(|_| masm.code_mut().put_word(0));
        masm.code_mut().bind(label);
    } else {
        masm.bind(label);
        fill(&mut masm);
        jump(&mut masm, label);
    }
    masm.end_function();
    let reached = !masm.code().overflowed();
    if reached {
        // The last word of the jump is the one with the distance.
        let at = if forward { (masm.code().len() / 4 - words) * 4 } else { words * 4 };
        let (start, target) = if forward { (0, words * 4) } else { (at, 0) };
        let code = &masm.code().bytes()[start as usize..];
        let text = disassembler::listing(&code[..code.len().min(12)]);
        let wanted = format!("{:#x}", (target as u64).wrapping_sub(start.into()));
        assert!(text.contains(&wanted), "{wanted} in {text}");
    }
    reached
}

#[test]
fn each_form_reaches_as_far_as_its_field() {
    let forms: [(Cmp, u32); 3] = [(odd(), 1 << 13), (zero(Cond::Eq), 1 << 18), (zero(Cond::Ne), 1 << 18)];
    for (cmp, words) in forms {
        let jump = move |m: &mut Arm64, label| m.cmp_branch(&cmp, label);
        assert!(reaches(Reach::Short, words - 1, true, jump), "{cmp:?}");
        assert!(!reaches(Reach::Short, words, true, jump), "{cmp:?}");
        assert!(reaches(Reach::Short, words, false, jump), "{cmp:?}");
        assert!(!reaches(Reach::Short, words + 1, false, jump), "{cmp:?}");
        // A longer reach has no tests of bits, and the longest no limit that matters.
        let near = words == 1 << 18;
        assert_eq!(reaches(Reach::Near, words, true, jump), !near, "{cmp:?}");
        assert!(reaches(Reach::Far, 1 << 18, true, jump), "{cmp:?}");
    }
    let jump = |m: &mut Arm64, label| m.jump(label);
    assert!(reaches(Reach::Short, (1 << 25) - 1, true, jump));
    assert!(!reaches(Reach::Far, 1 << 25, true, jump));
    assert!(reaches(Reach::Far, 1 << 25, false, jump));
    assert!(!reaches(Reach::Far, (1 << 25) + 1, false, jump));
}

#[test]
fn small_tables_are_chains_of_comparisons() {
    let chain = |reach, n: usize| {
        listed(reach, |m| {
            let targets: Vec<Label> = (0..n).map(|_| m.new_label()).collect();
            m.jump_table(X0, &targets);
            for (i, label) in targets.into_iter().enumerate() {
                m.bind(label);
                m.mov_ri(Width::W32, X0, i as i64);
            }
        })
    };
    let ends = |n: usize| (0..n).map(|i| format!("; mov w0, #{i:#x}")).collect::<String>();
    for (n, expected) in [
        (1, ""),
        (2, "cbnz w0, 0x8"),
        (3, "cmp w0, #0x1; b.lo 0x10; b.eq 0x14; b 0x18"),
        (4, "cmp w0, #0x1; b.lo 0x18; b.eq 0x1c; cmp w0, #0x2; b.eq 0x20; b 0x24"),
        (5, "cmp w0, #0x1; b.lo 0x1c; b.eq 0x20; cmp w0, #0x3; b.lo 0x24; b.eq 0x28; b 0x2c"),
    ] {
        let text = format!("{expected}{}", ends(n));
        assert_eq!(chain(Reach::Short, n), text.trim_start_matches("; "));
    }
    assert_eq!(chain(Reach::Far, 2), format!("cbnz w0, 0x8; b 0xc; b 0x10{}", ends(2)));
}

#[test]
fn larger_tables_are_tables() {
    let table = |reach, n| {
        listed(reach, |m| {
            let targets: Vec<Label> = (0..n).map(|_| m.new_label()).collect();
            targets.iter().for_each(|&label| m.bind(label));
            m.jump_table(X0, &targets);
        })
    };
    let go = "ldrsw x17, [x16, x0, lsl #0x2]; add x16, x16, x17; br x16";
    assert_eq!(table(Reach::Short, 6), format!("cmp w0, #0x5; b.hs 0x0; adr x16, 0x18; {go}"));
    assert_eq!(table(Reach::Near, 4096), format!("cmp w0, #0xfff; b.hs 0x0; adr x16, 0x18; {go}"));
    assert_eq!(table(Reach::Near, 4097), format!("cmp w0, #0x1, lsl #0xc; b.hs 0x0; adr x16, 0x18; {go}"));
    assert_eq!(
        table(Reach::Near, 4098),
        format!("mov w17, #0x1001; cmp w0, w17; b.hs 0x0; adr x16, 0x1c; {go}")
    );
    assert_eq!(
        table(Reach::Far, 20_001),
        format!(
            "mov w17, #0x4e20; cmp w0, w17; b.lo 0x10; b 0x0; \
             adr x16, 0x10; mov w17, #0x1c; movk w17, #0x0, lsl #0x10; add x16, x16, w17, sxtw; {go}"
        )
    );
}

/// Few targets for many entries are jumps, unless they may be too far.
#[test]
fn tables_of_few_targets_are_jumps() {
    let table = |reach, n, different: usize| {
        listed(reach, |m| {
            let targets: Vec<Label> = (0..different).map(|_| m.new_label()).collect();
            targets.iter().for_each(|&label| m.bind(label));
            let all: Vec<Label> = (0..=n).map(|i| targets[i % different]).collect();
            m.jump_table(X0, &all);
        })
    };
    let jumps = |n: usize| -> String { "; b 0x0".repeat(n) };
    let go = "adr x16, 0x14; add x16, x16, x0, lsl #0x2; br x16";
    assert_eq!(table(Reach::Short, 8, 2), format!("cmp w0, #0x8; b.hs 0x0; {go}{}", jumps(8)));
    assert_eq!(table(Reach::Near, 8, 1), format!("cmp w0, #0x8; b.hs 0x0; {go}{}", jumps(8)));
    for (reach, n, different) in [(Reach::Near, 8, 3), (Reach::Near, 80, 17), (Reach::Far, 8, 2)] {
        assert!(table(reach, n, different).contains("ldrsw x17, [x16, x0, lsl #0x2]"), "{n} {different}");
    }
    assert!(!table(Reach::Near, 80, 16).contains("ldrsw"));
}

/// Entries are distances from their table, which lies at the function's end, to all targets but the last.
#[test]
fn entries_of_tables() {
    for reach in REACHES {
        let mut places = Vec::new();
        let masm = function(reach, |m| {
            let [first, second]: [Vec<Label>; 2] =
                [7, 20_000].map(|n| (0..n).map(|_| m.new_label()).collect());
            m.jump_table(X0, &first);
            m.jump_table(X1, &second);
            for label in [first, second].concat() {
                m.bind(label);
                places.push(m.code().len());
                m.mov_ss(Width::W64, Slot(-8), Slot(-16));
            }
        });
        let code = masm.code();
        assert_eq!(code.table_bytes, (6 + 19_999) * 4);
        let tables = code.bytes().len() - code.table_bytes as usize;
        let words: Vec<i32> = code.bytes()[tables..]
            .chunks_exact(4)
            .map(|word| i32::from_le_bytes(word.try_into().expect("four bytes")))
            .collect();
        let wanted = |first: usize, count: usize, at: usize| {
            places[first..first + count]
                .iter()
                .map(move |&place| place as i32 - at as i32)
                .collect::<Vec<_>>()
        };
        assert_eq!(words[..6], wanted(0, 6, tables));
        assert_eq!(words[6..], wanted(7, 19_999, tables + 24));
    }
}

/// Between the dispatch and its table lie more than the megabyte that `adr` reaches.
#[test]
fn far_tables() {
    let emit = |reach| {
        let mut masm = Arm64::new(Cpu::Baseline);
        masm.begin_function(reach);
        masm.code_mut().begin_function(0);
        let targets = labels::<6>(&mut masm);
        targets.iter().for_each(|&label| masm.bind(label));
        masm.jump_table(X0, &targets);
        (0..0x4_2345).for_each(|_| masm.code_mut().put_word(0));
        masm.end_function();
        masm
    };
    assert!(emit(Reach::Near).code().overflowed());
    let masm = emit(Reach::Far);
    assert!(!masm.code().overflowed());
    let table = masm.code().len() - 20;
    let distance = table - 0xc;
    let text = disassembler::listing(&masm.code().bytes()[..0x1c]).replace('\n', "; ");
    let expected = format!(
        "cmp w0, #0x5; b.lo 0xc; b 0x0; adr x16, 0xc; mov w17, #{:#x}; movk w17, #{:#x}, lsl #0x10; add x16, x16, w17, sxtw; ",
        distance & 0xffff,
        distance >> 16
    );
    assert_eq!(text, expected);
}
