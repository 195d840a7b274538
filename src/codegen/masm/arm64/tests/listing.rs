//! The exact instructions for each shape, where their number is the point: immediates at the borders of their classes, one case per form of the others.

use super::{D0, D1, D2, P, X0, X1, X2, X3, check, listed};
use crate::masm::arm64::Arm64;
use crate::masm::{
    Alu, Cmp, CmpKind, Cond, Div, Extend, FloatAlu, FloatUnary, Load, Masm, Mem, OutSlot, Reach, Shift, Slot,
    Src, Store, TruncMode, Unary, Width,
};
use beeline_abi::TrapCode;

use Width::{W32, W64};

const S: Slot = Slot(-8);

#[test]
fn moves() {
    check(|m| m.mov_rr(W32, X0, X1), "mov w0, w1");
    check(|m| m.mov_rr(W64, X0, X1), "mov x0, x1");
    check(|m| m.mov_rr(W64, X0, X0), "");
    check(|m| m.mov_rr(W32, X0, X0), "mov w0, w0");
    check(|m| m.mov_rs(W32, X0, S), "ldur w0, [x29, #-0x8]");
    check(|m| m.mov_rs(W64, X0, Slot(16)), "ldr x0, [x29, #0x10]");
    check(|m| m.mov_sx(W64, S, Src::Imm(0)), "stur xzr, [x29, #-0x8]");
    check(|m| m.mov_sx(W32, S, Src::Imm(1 << 32)), "stur wzr, [x29, #-0x8]");
    check(|m| m.mov_sx(W32, S, Src::Imm(1)), "mov w17, #0x1; stur w17, [x29, #-0x8]");
    check(|m| m.mov_ss(Width::W64, S, Slot(24)), "ldr x17, [x29, #0x18]; stur x17, [x29, #-0x8]");
    check(|m| m.fmov_sf(W32, S, D1), "stur s1, [x29, #-0x8]");
    check(|m| m.fmov_fs(W64, D1, S), "ldur d1, [x29, #-0x8]");
    check(|m| m.fmov_ff(W64, D0, D1), "fmov d0, d1");
    check(|m| m.fmov_ff(W32, D0, D0), "");
    check(|m| m.mov_rf(W32, X0, D1), "fmov w0, s1");
    check(|m| m.mov_rf(W64, X0, D1), "fmov x0, d1");
    check(|m| m.mov_fr(W32, D1, X0), "fmov s1, w0");
    check(|m| m.mov_fr(W64, D1, X0), "fmov d1, x0");
    check(|m| m.swap(X0, X1), "mov x16, x0; mov x0, x1; mov x1, x16");
    check(|m| m.swap(D0, D1), "fmov d31, d0; fmov d0, d1; fmov d1, d31");
    check(|m| m.swap(X0, X0), "");
    check(|m| m.mov_ox(Width::W64, OutSlot(0), Src::Imm(0)), "str xzr, [sp]");
    check(|m| m.mov_ro(W32, X0, OutSlot(2)), "ldr w0, [sp, #0x10]");
}

/// 16 bits at a time over zeros or ones, or a bit pattern: whatever is fewest.
#[test]
fn immediates() {
    for (width, imm, expected) in [
        (W32, 0, "mov w0, #0x0"),
        (W64, 0, "mov w0, #0x0"),
        (W64, 1, "mov w0, #0x1"),
        (W64, 0xffff, "mov w0, #0xffff"),
        (W64, 0x1_0000, "mov w0, #0x10000"),
        (W64, 0x1_0001, "mov w0, #0x10001"),
        (W64, 0x1_0002, "mov w0, #0x2; movk w0, #0x1, lsl #0x10"),
        (W32, 0x1234_5678, "mov w0, #0x5678; movk w0, #0x1234, lsl #0x10"),
        (W32, 0x7fff_ffff, "mov w0, #0x7fffffff"),
        (W32, 0xffff_1234, "mov w0, #-0xedcc"),
        (W32, -1, "mov w0, #-0x1"),
        (W64, 0xffff_ffff, "mov w0, #-0x1"),
        (W64, -1, "mov x0, #-0x1"),
        (W64, -2, "mov x0, #-0x2"),
        (W64, -0x1_0001, "mov x0, #-0x10001"),
        (W64, -0x1_2345, "mov x0, #-0x2345; movk x0, #0xfffe, lsl #0x10"),
        (W64, 1 << 32, "mov x0, #0x100000000"),
        (W64, i64::MIN, "mov x0, #-0x8000000000000000"),
        (W64, i64::MAX, "mov x0, #0x7fffffffffffffff"),
        (W64, 0x1234_0000_0000_5678, "mov x0, #0x5678; movk x0, #0x1234, lsl #0x30"),
        (W64, -0x0000_edcb_0000_0001, "mov x0, #-0xedcb00000001"),
        (W64, -0x0000_edcb_a987_0001, "mov x0, #-0xa9870001; movk x0, #0x1234, lsl #0x20"),
        (W64, 0x5555_5555_5555_5555, "mov x0, #0x5555555555555555"),
        (W64, 0x00ff_00ff_00ff_00ff, "mov x0, #0xff00ff00ff00ff"),
        (W64, 0x0000_ffff_0000_ffff, "mov x0, #0xffff0000ffff"),
        (
            W64,
            0x1234_5678_9abc_def0,
            "mov x0, #0xdef0; movk x0, #0x9abc, lsl #0x10; movk x0, #0x5678, lsl #0x20; movk x0, #0x1234, lsl #0x30",
        ),
    ] {
        check(|m| m.mov_ri(width, X0, imm), expected);
    }
}

#[test]
fn float_constants() {
    for (width, bits, expected) in [
        (W32, 0, "movi d0, #0x0"),
        (W64, 0, "movi d0, #0x0"),
        (W64, 1f64.to_bits(), "fmov d0, #1.0"),
        (W32, 1f32.to_bits().into(), "fmov s0, #1.0"),
        // What lies above an `f32` does not count.
        (W32, 0xffff_ffff_3f80_0000, "fmov s0, #1.0"),
        (W64, 31f64.to_bits(), "fmov d0, #31.0"),
        (W64, (-0.125f64).to_bits(), "fmov d0, #-0.125"),
        (W64, 33f64.to_bits(), "mov x16, #0x800000000000; movk x16, #0x4040, lsl #0x30; fmov d0, x16"),
        (W64, 32f64.to_bits(), "mov x16, #0x4040000000000000; fmov d0, x16"),
        (W64, (-0f64).to_bits(), "mov x16, #-0x8000000000000000; fmov d0, x16"),
        (W32, (-0f32).to_bits().into(), "mov w16, #-0x80000000; fmov s0, w16"),
        (W32, 0x7fc0_0000, "mov w16, #0x7fc00000; fmov s0, w16"),
        (W32, 0x7f80_0001, "mov w16, #0x1; movk w16, #0x7f80, lsl #0x10; fmov s0, w16"),
        // A signalling NaN, which a conversion to a narrower format and back would change.
        (W64, 0x7ff4 << 48, "mov x16, #0x7ff4000000000000; fmov d0, x16"),
    ] {
        check(|m| m.fmov_fi(width, D0, bits), expected);
    }
}

#[test]
fn additions_of_immediates() {
    use Alu::{Add, Sub};
    for (op, width, imm, expected) in [
        (Add, W32, 0, "mov w0, w1"),
        (Sub, W64, 0, "mov x0, x1"),
        (Add, W64, 1, "add x0, x1, #0x1"),
        (Add, W32, 4095, "add w0, w1, #0xfff"),
        (Add, W64, 4096, "add x0, x1, #0x1, lsl #0xc"),
        (Add, W64, 4097, "add x0, x1, #0x1, lsl #0xc; add x0, x0, #0x1"),
        (Add, W64, 0xff_f000, "add x0, x1, #0xfff, lsl #0xc"),
        (Add, W64, 0xff_ffff, "add x0, x1, #0xfff, lsl #0xc; add x0, x0, #0xfff"),
        (Add, W64, 0x100_0000, "mov w0, #0x1000000; add x0, x1, x0"),
        (Sub, W64, 1, "sub x0, x1, #0x1"),
        (Sub, W64, -1, "add x0, x1, #0x1"),
        (Add, W32, -1, "sub w0, w1, #0x1"),
        (Add, W32, 0xffff_ffff, "sub w0, w1, #0x1"),
        (Sub, W32, 0xffff_f000, "add w0, w1, #0x1, lsl #0xc"),
        (Add, W64, -4095, "sub x0, x1, #0xfff"),
        (Add, W64, -4097, "sub x0, x1, #0x1, lsl #0xc; sub x0, x0, #0x1"),
        (Add, W64, -0xff_f000, "sub x0, x1, #0xfff, lsl #0xc"),
        (Add, W64, -0x100_0000, "mov x0, #-0x1000000; add x0, x1, x0"),
        (Sub, W64, -0x100_0000, "mov w0, #0x1000000; add x0, x1, x0"),
        (Add, W64, 0xffff_ffff, "mov w0, #-0x1; add x0, x1, x0"),
        (Add, W64, i64::MIN, "mov x0, #-0x8000000000000000; add x0, x1, x0"),
        (Sub, W64, i64::MIN, "mov x0, #-0x8000000000000000; add x0, x1, x0"),
        (Sub, W32, i64::MIN, "mov w0, w1"),
    ] {
        check(|m| m.alu_rrx(op, width, X0, X1, Src::Imm(imm)), expected);
    }
    check(|m| m.alu_rrx(Add, W64, X0, X0, Src::Imm(0)), "");
    check(|m| m.alu_rrx(Add, W64, X0, X0, Src::Imm(1 << 24)), "mov w16, #0x1000000; add x0, x0, x16");
    check(|m| m.alu_rrx(Sub, W32, X0, X1, Src::Reg(X2)), "sub w0, w1, w2");
    check(|m| m.alu_rrx(Sub, W32, X0, X1, Src::Slot(S)), "ldur w17, [x29, #-0x8]; sub w0, w1, w17");
}

#[test]
fn bit_patterns() {
    use Alu::{And, Or, Xor};
    for (op, width, imm, expected) in [
        (And, W64, 0, "mov w0, #0x0"),
        (Or, W64, 0, "mov x0, x1"),
        (Xor, W32, 0, "mov w0, w1"),
        (And, W32, -1, "mov w0, w1"),
        (And, W32, 0xffff_ffff, "mov w0, w1"),
        (Or, W64, -1, "mov x0, #-0x1"),
        (Xor, W64, -1, "mvn x0, x1"),
        (Xor, W32, 0xffff_ffff, "mvn w0, w1"),
        (And, W64, 0xffff_ffff, "and x0, x1, #0xffffffff"),
        (And, W32, 1, "and w0, w1, #0x1"),
        (Or, W64, i64::MIN, "orr x0, x1, #0x8000000000000000"),
        (Xor, W32, -0x8000_0000, "eor w0, w1, #0x80000000"),
        (And, W64, 0x00ff_00ff_00ff_00ff, "and x0, x1, #0xff00ff00ff00ff"),
        (And, W32, 0x5555_5555, "and w0, w1, #0x55555555"),
        (And, W64, 0x5555_5555, "mov w17, #0x55555555; and x0, x1, x17"),
        (Or, W32, 0xe000_0001, "orr w0, w1, #0xe0000001"),
        (Or, W64, 0xe000_0001, "mov w17, #-0x1fffffff; orr x0, x1, x17"),
        (And, W64, -2, "and x0, x1, #0xfffffffffffffffe"),
        (And, W32, 0x12345, "mov w17, #0x2345; movk w17, #0x1, lsl #0x10; and w0, w1, w17"),
    ] {
        check(|m| m.alu_rrx(op, width, X0, X1, Src::Imm(imm)), expected);
    }
    check(|m| m.alu_rrx(Or, W64, X0, X0, Src::Imm(0)), "");
}

#[test]
fn products() {
    for (width, imm, expected) in [
        (W64, 0, "mov w0, #0x0"),
        (W32, 1, "mov w0, w1"),
        (W64, -1, "neg x0, x1"),
        (W32, 2, "lsl w0, w1, #0x1"),
        (W32, -0x8000_0000, "lsl w0, w1, #0x1f"),
        (W64, i64::MIN, "lsl x0, x1, #0x3f"),
        (W64, 3, "add x0, x1, x1, lsl #0x1"),
        (W32, 0x8000_0001, "add w0, w1, w1, lsl #0x1f"),
        (W64, 7, "mov w17, #0x7; mul x0, x1, x17"),
    ] {
        check(|m| m.mul_rrx(width, X0, X1, Src::Imm(imm)), expected);
    }
    check(|m| m.mul_add_rrrr(Alu::Add, W32, X0, X1, X2, X3), "madd w0, w2, w3, w1");
    check(|m| m.mul_add_rrrr(Alu::Sub, W64, X0, X1, X2, X3), "msub x0, x2, x3, x1");
    check(|m| m.add_shifted_rrr(W32, X0, X1, X2, 31), "add w0, w1, w2, lsl #0x1f");
    check(|m| m.add_shifted_rrr(W64, X0, X1, X2, 63), "add x0, x1, x2, lsl #0x3f");
    let high = |width, factor, shift| move |m: &mut Arm64| m.mulhi_shift_rri(width, X0, X1, factor, shift);
    check(high(W32, 5, 1), "mov w17, #0x5; umull x0, w1, w17; lsr x0, x0, #0x21");
    check(high(W64, 5, 1), "mov w17, #0x5; umulh x0, x1, x17; lsr x0, x0, #0x1");
    check(high(W64, 5, 0), "mov w17, #0x5; umulh x0, x1, x17");
}

#[test]
fn shifts() {
    use Shift::{Rotl, Rotr, Shl, ShrS, ShrU};
    for (op, width, count, expected) in [
        (Shl, W32, Src::Imm(5), "lsl w0, w1, #0x5"),
        (Shl, W64, Src::Imm(63), "lsl x0, x1, #0x3f"),
        (ShrU, W32, Src::Imm(31), "lsr w0, w1, #0x1f"),
        (ShrS, W64, Src::Imm(1), "asr x0, x1, #0x1"),
        (Rotl, W32, Src::Imm(5), "ror w0, w1, #0x1b"),
        (Rotr, W64, Src::Imm(63), "ror x0, x1, #0x3f"),
        (Shl, W32, Src::Imm(32), "mov w0, w1"),
        (Rotl, W64, Src::Imm(64), "mov x0, x1"),
        (Shl, W64, Src::Reg(X2), "lsl x0, x1, x2"),
        (ShrU, W32, Src::Reg(X2), "lsr w0, w1, w2"),
        (ShrS, W32, Src::Reg(X2), "asr w0, w1, w2"),
        (Rotr, W32, Src::Reg(X2), "ror w0, w1, w2"),
        (Rotl, W64, Src::Reg(X2), "neg w17, w2; ror x0, x1, x17"),
    ] {
        check(|m| m.shift_rrx(op, width, X0, X1, count), expected);
    }
}

/// What is known of a divisor saves the checks that it cannot fail.
#[test]
fn divisions() {
    let div = |op, known| {
        listed(Reach::Short, |m| {
            m.div_rrr(op, W32, X0, X1, X2, known);
            m.trap(TrapCode::Unreachable);
        })
    };
    let zero = "udf #0x7";
    let overflow = "cmn w2, #0x1; ccmp w1, #0x1, #0x0, eq; b.vs";
    let signed = format!("cbz w2, 0x18; {overflow} 0x1c; sdiv w0, w1, w2; udf #0x1; {zero}; udf #0x6");
    assert_eq!(div(Div::DivS, None), signed);
    assert_eq!(div(Div::DivS, Some(-1)), format!("{overflow} 0x14; sdiv w0, w1, w2; udf #0x1; udf #0x6"));
    assert_eq!(div(Div::DivS, Some(0xffff_ffff)), div(Div::DivS, Some(-1)));
    assert_eq!(div(Div::DivS, Some(7)), "sdiv w0, w1, w2; udf #0x1");
    assert_eq!(div(Div::DivU, None), format!("cbz w2, 0xc; udiv w0, w1, w2; udf #0x1; {zero}"));
    assert_eq!(div(Div::DivU, Some(0)), div(Div::DivU, None));
    assert_eq!(div(Div::DivU, Some(-1)), "udiv w0, w1, w2; udf #0x1");
    let remainder = "sdiv w16, w1, w2; msub w0, w16, w2, w1; udf #0x1";
    assert_eq!(div(Div::RemS, None), format!("cbz w2, 0x10; {remainder}; {zero}"));
    assert_eq!(div(Div::RemS, Some(-1)), remainder);
    assert_eq!(div(Div::RemU, Some(1)), remainder.replace("sdiv", "udiv"));
}

#[test]
fn unary_operations_and_extensions() {
    check(|m| m.unary_rr(Unary::Clz, W32, X0, X1), "clz w0, w1");
    check(|m| m.unary_rr(Unary::Ctz, W64, X0, X1), "rbit x0, x1; clz x0, x0");
    check(
        |m| m.unary_rr(Unary::Popcnt, W64, X0, X1),
        "fmov d31, x1; cnt v31.8b, v31.8b; addv b31, v31.8b; fmov w0, s31",
    );
    for (op, expected) in [
        (Extend::S8W32, "sxtb w0, w1"),
        (Extend::S16W32, "sxth w0, w1"),
        (Extend::S8W64, "sxtb x0, w1"),
        (Extend::S16W64, "sxth x0, w1"),
        (Extend::S32W64, "sxtw x0, w1"),
        (Extend::U32W64, "mov w0, w1"),
        (Extend::U8, "uxtb w0, w1"),
        (Extend::U16, "uxth w0, w1"),
    ] {
        check(|m| m.extend_rr(op, X0, X1), expected);
    }
}

fn int(cond: Cond, width: Width, rhs: Src) -> Cmp {
    Cmp { kind: CmpKind::Int, cond, width, lhs: Src::Reg(X0), rhs }
}

fn test(cond: Cond, width: Width, rhs: Src) -> Cmp {
    Cmp { kind: CmpKind::Test, ..int(cond, width, rhs) }
}

fn float(cond: Cond, width: Width, rhs: Src) -> Cmp {
    Cmp { kind: CmpKind::Float, cond, width, lhs: Src::Reg(D0), rhs }
}

/// A jump back to itself or in front of what sets the flags for it.
fn branch(cmp: Cmp) -> impl FnOnce(&mut Arm64) {
    move |m| {
        let label = m.new_label();
        m.bind(label);
        m.cmp_branch(&cmp, label);
    }
}

/// A comparison with zero, or a test of one bit, is the jump's own, where bits are tested with jumps: those do not reach far.
#[test]
fn conditional_jumps() {
    use Cond::{Eq, GeS, GeU, GtS, GtU, LeS, LeU, LtS, LtU, Ne};
    use Src::Imm;
    for (cmp, short, near) in [
        (int(Eq, W32, Imm(0)), "cbz w0, 0x0", "cbz w0, 0x0"),
        (int(Ne, W64, Imm(0)), "cbnz x0, 0x0", "cbnz x0, 0x0"),
        (int(LtU, W64, Imm(1)), "cbz x0, 0x0", "cbz x0, 0x0"),
        (int(LeU, W32, Imm(0)), "cbz w0, 0x0", "cbz w0, 0x0"),
        (int(GeU, W32, Imm(1)), "cbnz w0, 0x0", "cbnz w0, 0x0"),
        (int(GtU, W64, Imm(0)), "cbnz x0, 0x0", "cbnz x0, 0x0"),
        (int(LtS, W32, Imm(0)), "tbnz w0, #0x1f, 0x0", "cmp w0, #0x0; b.lt 0x0"),
        (int(GeS, W64, Imm(0)), "tbz x0, #0x3f, 0x0", "cmp x0, #0x0; b.ge 0x0"),
        (int(GtS, W64, Imm(-1)), "tbz x0, #0x3f, 0x0", "cmp x0, #0x0; b.ge 0x0"),
        (int(LeS, W32, Imm(-1)), "tbnz w0, #0x1f, 0x0", "cmp w0, #0x0; b.lt 0x0"),
        (int(LtS, W64, Imm(1)), "cmp x0, #0x0; b.le 0x0", "cmp x0, #0x0; b.le 0x0"),
        (test(Ne, W32, Imm(1)), "tbnz w0, #0x0, 0x0", "tst w0, #0x1; b.ne 0x0"),
        (test(Eq, W32, Imm(-0x8000_0000)), "tbz w0, #0x1f, 0x0", "tst w0, #0x80000000; b.eq 0x0"),
        (test(Ne, W64, Imm(1 << 32)), "tbnz x0, #0x20, 0x0", "tst x0, #0x100000000; b.ne 0x0"),
        (test(Eq, W64, Imm(i64::MIN)), "tbz x0, #0x3f, 0x0", "tst x0, #0x8000000000000000; b.eq 0x0"),
        (test(Ne, W32, Imm(-1)), "cbnz w0, 0x0", "cbnz w0, 0x0"),
        (test(Ne, W32, Imm(3)), "tst w0, #0x3; b.ne 0x0", "tst w0, #0x3; b.ne 0x0"),
        (test(Ne, W64, Src::Reg(X1)), "tst x0, x1; b.ne 0x0", "tst x0, x1; b.ne 0x0"),
    ] {
        assert_eq!(listed(Reach::Short, branch(cmp)), short, "{cmp:?}");
        assert_eq!(listed(Reach::Near, branch(cmp)), near, "{cmp:?}");
    }
    // Over a jump, the other way round.
    for (cmp, far) in [
        (int(Eq, W32, Imm(0)), "cbnz w0, 0x8; b 0x0"),
        (test(Ne, W64, Imm(-1)), "cbz x0, 0x8; b 0x0"),
        (int(LtS, W32, Imm(0)), "cmp w0, #0x0; b.ge 0xc; b 0x0"),
        (test(Ne, W32, Imm(1)), "tst w0, #0x1; b.eq 0xc; b 0x0"),
        (float(Cond::FLt, W64, Src::Reg(D1)), "fcmp d0, d1; b.pl 0xc; b 0x0"),
    ] {
        assert_eq!(listed(Reach::Far, branch(cmp)), far, "{cmp:?}");
    }
    let slot = Cmp { lhs: Src::Slot(S), ..int(LtU, W32, Src::Slot(Slot(16))) };
    check(branch(slot), "ldur w16, [x29, #-0x8]; ldr w17, [x29, #0x10]; cmp w16, w17; b.lo 0x0");
}

#[test]
fn comparisons_with_immediates() {
    for (imm, expected) in [
        (7, "cmp x0, #0x7"),
        (4095, "cmp x0, #0xfff"),
        (4096, "cmp x0, #0x1, lsl #0xc"),
        (4097, "mov w17, #0x1001; cmp x0, x17"),
        (0xff_f000, "cmp x0, #0xfff, lsl #0xc"),
        (0x100_0000, "mov w17, #0x1000000; cmp x0, x17"),
        (-2, "cmn x0, #0x2"),
        (-4095, "cmn x0, #0xfff"),
        (-4096, "cmn x0, #0x1, lsl #0xc"),
        (-4097, "mov x17, #-0x1001; cmp x0, x17"),
        (-0xff_f000, "cmn x0, #0xfff, lsl #0xc"),
        (-0x100_0000, "mov x17, #-0x1000000; cmp x0, x17"),
        (i64::MIN, "mov x17, #-0x8000000000000000; cmp x0, x17"),
    ] {
        let cmp = int(Cond::GtU, W64, Src::Imm(imm));
        check(|m| m.cmp_set(&cmp, X1), &format!("{expected}; cset w1, hi"));
    }
    let narrow = int(Cond::GtU, W32, Src::Imm(0xffff_fffe));
    check(|m| m.cmp_set(&narrow, X1), "cmn w0, #0x2; cset w1, hi");
}

#[test]
fn consumers_of_comparisons() {
    use Src::{Imm, Reg};
    check(|m| m.cmp_set(&int(Cond::LtU, W32, Reg(X1)), X2), "cmp w0, w1; cset w2, lo");
    check(|m| m.cmp_set(&int(Cond::Eq, W64, Imm(0)), X2), "cmp x0, #0x0; cset w2, eq");
    check(|m| m.cmp_set(&int(Cond::LtS, W64, Imm(0)), X2), "lsr x2, x0, #0x3f");
    check(|m| m.cmp_set(&test(Cond::Ne, W32, Imm(0)), X2), "tst w0, wzr; cset w2, ne");
    let less = int(Cond::LtS, W64, Imm(7));
    check(|m| m.cmp_select(&less, W32, X2, X3, X1), "cmp x0, #0x7; csel w2, w3, w1, lt");
    check(|m| m.cmp_select(&less, W64, D0, D1, D2), "cmp x0, #0x7; fcsel d0, d1, d2, lt");
    let trap = |m: &mut Arm64| {
        m.cmp_trap(&int(Cond::Eq, W64, Imm(0)), TrapCode::Host);
        m.trap(TrapCode::Unreachable);
    };
    check(trap, "cbz x0, 0x8; udf #0x1; udf #0xb");
    assert_eq!(listed(Reach::Far, trap), "cbnz x0, 0x8; b 0xc; udf #0x1; udf #0xb");
    let limit = Mem::new(P, -8);
    check(
        |m| {
            m.bounds_trap(X0, 4, limit, TrapCode::MemoryOutOfBounds);
            m.trap(TrapCode::Unreachable);
        },
        "ldur x17, [x28, #-0x8]; add x16, x0, #0x4; cmp x16, x17; b.hi 0x14; udf #0x1; udf #0x2",
    );
}

#[test]
fn float_comparisons() {
    use Cond::{FEq, FGe, FGt, FLe, FLt, FNe, FNge, FNgt, FNle, FNlt};
    for (cond, cc) in [
        (FEq, "eq"),
        (FNe, "ne"),
        (FLt, "mi"),
        (FNlt, "pl"),
        (FGt, "gt"),
        (FNgt, "le"),
        (FLe, "ls"),
        (FNle, "hi"),
        (FGe, "ge"),
        (FNge, "lt"),
    ] {
        check(branch(float(cond, W64, Src::Reg(D1))), &format!("fcmp d0, d1; b.{cc} 0x0"));
    }
    check(branch(float(FLt, W32, Src::Slot(S))), "ldur s30, [x29, #-0x8]; fcmp s0, s30; b.mi 0x0");
}

#[test]
fn floats() {
    use Src::{Reg, Slot};
    for (op, name) in [
        (FloatAlu::Add, "fadd"),
        (FloatAlu::Sub, "fsub"),
        (FloatAlu::Mul, "fmul"),
        (FloatAlu::Div, "fdiv"),
        (FloatAlu::Min, "fmin"),
        (FloatAlu::Max, "fmax"),
    ] {
        check(|m| m.falu_ffx(op, W32, D0, D1, Reg(D2)), &format!("{name} s0, s1, s2"));
        check(
            |m| m.falu_ffx(op, W64, D0, D1, Slot(S)),
            &format!("ldur d30, [x29, #-0x8]; {name} d0, d1, d30"),
        );
    }
    let copysign = FloatAlu::Copysign;
    check(
        |m| m.falu_ffx(copysign, W32, D0, D1, Reg(D2)),
        "ushr v31.2s, v2.2s, #0x1f; fmov d0, d1; sli v0.2s, v31.2s, #0x1f",
    );
    check(|m| m.falu_ffx(copysign, W64, D0, D0, Reg(D1)), "ushr d31, d1, #0x3f; sli d0, d31, #0x3f");
    for (op, name) in [
        (FloatUnary::Abs, "fabs"),
        (FloatUnary::Neg, "fneg"),
        (FloatUnary::Sqrt, "fsqrt"),
        (FloatUnary::Ceil, "frintp"),
        (FloatUnary::Floor, "frintm"),
        (FloatUnary::Trunc, "frintz"),
        (FloatUnary::Nearest, "frintn"),
    ] {
        check(|m| m.funary_ff(op, W32, D0, D1), &format!("{name} s0, s1"));
        check(|m| m.funary_ff(op, W64, D0, D1), &format!("{name} d0, d1"));
    }
}

#[test]
fn conversions() {
    check(|m| m.fconvert_ff(W32, D0, D1), "fcvt s0, d1");
    check(|m| m.fconvert_ff(W64, D0, D1), "fcvt d0, s1");
    check(|m| m.int_to_float_fr(W32, W64, true, D0, X1), "scvtf s0, x1");
    check(|m| m.int_to_float_fr(W64, W32, false, D0, X1), "ucvtf d0, w1");
    let to_int = |mode, to, signed| {
        listed(Reach::Short, |m| {
            m.float_to_int_rf(mode, to, W64, signed, X0, D1);
            m.trap(TrapCode::Unreachable);
        })
    };
    let (trap, saturate) = (TruncMode::Trap, TruncMode::Saturate);
    assert_eq!(to_int(saturate, W32, true), "fcvtzs w0, d1; udf #0x1");
    assert_eq!(to_int(saturate, W64, false), "fcvtzu x0, d1; udf #0x1");
    let sort_out = "fcmp d1, d1; b.vs 0x24; udf #0x6; udf #0x8";
    assert_eq!(
        to_int(trap, W32, true),
        format!(
            "fcvtzs x16, d1; cmp x16, w16, sxtw; fccmp d1, d1, #0x0, eq; b.ne 0x18; mov w0, w16; udf #0x1; {sort_out}"
        )
    );
    assert_eq!(to_int(trap, W32, false), to_int(trap, W32, true).replace("sxtw", "uxtw"));
    assert_eq!(
        to_int(trap, W64, true),
        "fcvtzs x0, d1; mov x16, #0x43e0000000000000; fmov d31, x16; fabs d30, d1; fcmp d30, d31; b.pl 0x1c; udf #0x1; \
         fcmp d1, d1; b.vs 0x34; fneg d31, d31; fcmp d1, d31; b.eq 0x18; udf #0x6; udf #0x8"
    );
    assert_eq!(
        to_int(trap, W64, false),
        "fcvtzu x0, d1; mov x16, #0x43f0000000000000; fmov d31, x16; fmov d30, #-1.0; fcmp d1, d31; \
         fccmp d1, d30, #0x4, mi; b.le 0x20; udf #0x1; fcmp d1, d1; b.vs 0x2c; udf #0x6; udf #0x8"
    );
}

#[test]
fn every_load_and_store() {
    let indexed = |scale| Mem { base: P, index: Some(X1), scale, disp: 0 };
    for (kind, size, name, reg) in [
        (Load::U8, 0, "ldrb", "w0"),
        (Load::U16, 1, "ldrh", "w0"),
        (Load::U32, 2, "ldr", "w0"),
        (Load::S8W32, 0, "ldrsb", "w0"),
        (Load::S16W32, 1, "ldrsh", "w0"),
        (Load::S8W64, 0, "ldrsb", "x0"),
        (Load::S16W64, 1, "ldrsh", "x0"),
        (Load::S32W64, 2, "ldrsw", "x0"),
        (Load::U64, 3, "ldr", "x0"),
        (Load::F32, 2, "ldr", "s0"),
        (Load::F64, 3, "ldr", "d0"),
    ] {
        let dst = if matches!(kind, Load::F32 | Load::F64) { D0 } else { X0 };
        let unscaled = name.replacen("ldr", "ldur", 1);
        let load = |mem| move |m: &mut Arm64| m.load_rm(kind, dst, mem, true);
        check(load(Mem::new(P, 8)), &format!("{name} {reg}, [x28, #0x8]"));
        check(load(Mem::new(P, -1)), &format!("{unscaled} {reg}, [x28, #-0x1]"));
        check(load(indexed(0)), &format!("{name} {reg}, [x28, x1]"));
        if size > 0 {
            check(load(indexed(size)), &format!("{name} {reg}, [x28, x1, lsl #0x{size}]"));
        }
    }
    for (kind, size, name, reg, other) in [
        (Store::B8, 0, "strb", "w0", "wzr"),
        (Store::B16, 1, "strh", "w0", "wzr"),
        (Store::B32, 2, "str", "w0", "wzr"),
        (Store::B64, 3, "str", "x0", "xzr"),
        (Store::F32, 2, "str", "s0", "wzr"),
        (Store::F64, 3, "str", "d0", "xzr"),
    ] {
        let src = if matches!(kind, Store::F32 | Store::F64) { D0 } else { X0 };
        let unscaled = name.replacen("str", "stur", 1);
        let store = |mem, src| move |m: &mut Arm64| m.store_mx(kind, mem, src, true);
        check(store(Mem::new(P, 8), Src::Reg(src)), &format!("{name} {reg}, [x28, #0x8]"));
        check(store(Mem::new(P, -1), Src::Reg(src)), &format!("{unscaled} {reg}, [x28, #-0x1]"));
        let shift = if size > 0 { format!(", lsl #0x{size}") } else { String::new() };
        check(store(indexed(size), Src::Imm(0)), &format!("{name} {other}, [x28, x1{shift}]"));
    }
    check(
        |m| m.store_mx(Store::B8, Mem::new(P, 8), Src::Imm(0x1ff), true),
        "mov w17, #0xff; strb w17, [x28, #0x8]",
    );
    check(|m| m.store_mx(Store::B16, Mem::new(P, 8), Src::Imm(0x1_0000), true), "strh wzr, [x28, #0x8]");
    check(|m| m.store_mx(Store::B32, Mem::new(P, 8), Src::Imm(1 << 32), true), "str wzr, [x28, #0x8]");
    check(
        |m| m.store_mx(Store::B64, Mem::new(P, 8), Src::Imm(-1), true),
        "mov x17, #-0x1; str x17, [x28, #0x8]",
    );
}
