//! Addresses of memory and of slots: the form that takes the fewest instructions, up to the borders of what each form reaches.

use super::{P, X0, X1, check};
use crate::masm::arm64::Arm64;
use crate::masm::{FrameShape, Load, Masm, Mem, OutSlot, RegSet, Slot, Src, Store, Width};

fn load(kind: Load, disp: i32) -> impl FnOnce(&mut Arm64) {
    move |m| m.load_rm(kind, X0, Mem::new(P, disp), true)
}

#[test]
fn displacements() {
    for (disp, expected) in [
        (0, "ldr x0, [x28]"),
        (-1, "ldur x0, [x28, #-0x1]"),
        (-256, "ldur x0, [x28, #-0x100]"),
        (-257, "sub x16, x28, #0x101; ldr x0, [x16]"),
        (255, "ldur x0, [x28, #0xff]"),
        (256, "ldr x0, [x28, #0x100]"),
        (257, "add x16, x28, #0x101; ldr x0, [x16]"),
        (4095 * 8, "ldr x0, [x28, #0x7ff8]"),
        (4096 * 8, "add x16, x28, #0x8, lsl #0xc; ldr x0, [x16]"),
        (4096 * 8 + 255, "add x16, x28, #0x8, lsl #0xc; ldur x0, [x16, #0xff]"),
        (4096 * 8 + 256, "add x16, x28, #0x8, lsl #0xc; ldr x0, [x16, #0x100]"),
        (4096 * 8 + 257, "add x16, x28, #0x8, lsl #0xc; add x16, x16, #0x101; ldr x0, [x16]"),
        (0xff_fff8, "add x16, x28, #0xfff, lsl #0xc; ldr x0, [x16, #0xff8]"),
        (0xff_ffff, "add x16, x28, #0xfff, lsl #0xc; add x16, x16, #0xfff; ldr x0, [x16]"),
        (0x100_0000, "mov w16, #0x1000000; ldr x0, [x28, x16]"),
        (0x100_0008, "mov w16, #0x8; movk w16, #0x100, lsl #0x10; ldr x0, [x28, x16]"),
        (i32::MAX, "mov w16, #0x7fffffff; ldr x0, [x28, x16]"),
        (-4096, "sub x16, x28, #0x1, lsl #0xc; ldr x0, [x16]"),
        (-4088, "sub x16, x28, #0x1, lsl #0xc; ldr x0, [x16, #0x8]"),
        (-4097, "sub x16, x28, #0x1, lsl #0xc; sub x16, x16, #0x1; ldr x0, [x16]"),
        (-0xff_f000, "sub x16, x28, #0xfff, lsl #0xc; ldr x0, [x16]"),
        (-0xff_ffff, "sub x16, x28, #0xfff, lsl #0xc; sub x16, x16, #0xfff; ldr x0, [x16]"),
        (-0x100_0000, "mov x16, #-0x1000000; ldr x0, [x28, x16]"),
        (i32::MIN, "mov x16, #-0x80000000; ldr x0, [x28, x16]"),
    ] {
        check(load(Load::U64, disp), expected);
    }
}

/// The field of a positive displacement counts in units of the access's size.
#[test]
fn displacements_of_each_size() {
    for (kind, disp, expected) in [
        (Load::U8, 4095, "ldrb w0, [x28, #0xfff]"),
        (Load::U8, 4096, "add x16, x28, #0x1, lsl #0xc; ldrb w0, [x16]"),
        (Load::U8, -257, "sub x16, x28, #0x1, lsl #0xc; ldrb w0, [x16, #0xeff]"),
        (Load::U16, 4095 * 2, "ldrh w0, [x28, #0x1ffe]"),
        (Load::U16, 257, "add x16, x28, #0x101; ldrh w0, [x16]"),
        (Load::U16, 4096 * 2, "add x16, x28, #0x2, lsl #0xc; ldrh w0, [x16]"),
        (Load::U32, 4095 * 4, "ldr w0, [x28, #0x3ffc]"),
        (Load::U32, 258, "add x16, x28, #0x102; ldr w0, [x16]"),
        (Load::U32, 4096 * 4, "add x16, x28, #0x4, lsl #0xc; ldr w0, [x16]"),
        (Load::S32W64, 4095 * 4, "ldrsw x0, [x28, #0x3ffc]"),
    ] {
        check(load(kind, disp), expected);
    }
}

#[test]
fn indices() {
    let mem = |scale, disp| Mem { base: P, index: Some(X1), scale, disp };
    for (scale, disp, expected) in [
        (0, 0, "ldr x0, [x28, x1]"),
        (3, 0, "ldr x0, [x28, x1, lsl #0x3]"),
        (2, 0, "add x16, x28, x1, lsl #0x2; ldr x0, [x16]"),
        (0, 8, "add x16, x28, x1; ldr x0, [x16, #0x8]"),
        (0, -256, "add x16, x28, x1; ldur x0, [x16, #-0x100]"),
        (3, 4095 * 8, "add x16, x28, x1, lsl #0x3; ldr x0, [x16, #0x7ff8]"),
        // What `add` takes goes to an index that is not scaled.
        (0, 257, "add x16, x1, #0x101; ldr x0, [x28, x16]"),
        (0, 4096 * 8, "add x16, x1, #0x8, lsl #0xc; ldr x0, [x28, x16]"),
        (0, 0xff_f000, "add x16, x1, #0xfff, lsl #0xc; ldr x0, [x28, x16]"),
        (1, 257, "add x16, x28, x1, lsl #0x1; add x16, x16, #0x101; ldr x0, [x16]"),
        (0, -257, "add x16, x28, x1; sub x16, x16, #0x101; ldr x0, [x16]"),
        (0, 0x8008, "add x16, x28, x1; add x16, x16, #0x8, lsl #0xc; ldr x0, [x16, #0x8]"),
        (
            3,
            0xff_ffff,
            "add x16, x28, x1, lsl #0x3; add x16, x16, #0xfff, lsl #0xc; add x16, x16, #0xfff; ldr x0, [x16]",
        ),
        (0, 0x100_0000, "mov w16, #0x1000000; add x16, x16, x1; ldr x0, [x28, x16]"),
        (3, i32::MAX, "mov w16, #0x7fffffff; add x16, x16, x1, lsl #0x3; ldr x0, [x28, x16]"),
        (2, i32::MIN, "mov x16, #-0x80000000; add x16, x16, x1, lsl #0x2; ldr x0, [x28, x16]"),
    ] {
        check(|m| m.load_rm(Load::U64, X0, mem(scale, disp), true), expected);
    }
    for (kind, scaled) in [
        (Load::U8, "add x16, x28, x1, lsl #0x1; ldrb w0, [x16]"),
        (Load::U16, "ldrh w0, [x28, x1, lsl #0x1]"),
        (Load::U32, "add x16, x28, x1, lsl #0x1; ldr w0, [x16]"),
    ] {
        check(|m| m.load_rm(kind, X0, mem(1, 0), true), scaled);
        let (unscaled, _) =
            scaled.rsplit_once("ldr").map_or(("", ""), |(_, rest)| rest.split_once(',').unwrap_or_default());
        check(
            |m| m.load_rm(kind, X0, mem(0, i32::MAX), true),
            &format!("mov w16, #0x7fffffff; add x16, x16, x1; ldr{unscaled}, [x28, x16]"),
        );
    }
}

#[test]
fn addresses_in_registers() {
    let mem = |index, scale, disp| Mem { base: P, index, scale, disp };
    for (mem, expected) in [
        (mem(None, 0, 0), "mov x0, x28"),
        (mem(None, 0, -257), "sub x0, x28, #0x101"),
        (mem(None, 0, 0x8001), "add x0, x28, #0x8, lsl #0xc; add x0, x0, #0x1"),
        (mem(None, 0, i32::MIN), "mov x0, #-0x80000000; add x0, x28, x0"),
        (mem(Some(X1), 0, 0), "add x0, x28, x1"),
        (mem(Some(X1), 2, 0), "add x0, x28, x1, lsl #0x2"),
        (mem(Some(X1), 3, 16), "add x17, x28, x1, lsl #0x3; add x0, x17, #0x10"),
        (mem(Some(X1), 0, i32::MAX), "add x17, x28, x1; mov w0, #0x7fffffff; add x0, x17, x0"),
    ] {
        check(|m| m.lea_rm(X0, mem), expected);
    }
    check(|m| m.lea_rm(X0, Mem::new(X0, 0)), "");
    check(|m| m.lea_rm(X0, Mem::new(X0, 1 << 24)), "mov w16, #0x1000000; add x0, x0, x16");
}

/// The address is computed before the value: each has its scratch register.
#[test]
fn stores_of_constants_and_slots_to_far_addresses() {
    let far = Mem { base: P, index: Some(X1), scale: 0, disp: 0x100_0000 };
    let at = "mov w16, #0x1000000; add x16, x16, x1";
    check(
        |m| m.store_mx(Store::B32, far, Src::Imm(7), true),
        &format!("{at}; mov w17, #0x7; str w17, [x28, x16]"),
    );
    check(
        |m| m.store_mx(Store::B64, far, Src::Slot(Slot(-8)), true),
        &format!("{at}; ldur x17, [x29, #-0x8]; str x17, [x28, x16]"),
    );
}

/// Accesses of slots in a frame of this size, without the prologue.
fn in_frame(size: u32, expected: &str, emit: impl FnOnce(&mut Arm64)) {
    let mut start = 0;
    let masm = super::function(crate::masm::Reach::Short, |m| {
        m.prologue(&FrameShape { saved: RegSet::default(), size, leaf: false });
        start = m.code().len() as usize;
        emit(m);
    });
    let code = &masm.code().bytes()[start..];
    let text = super::disassembler::listing(code);
    let text = text.trim_end_matches("udf #0x9\n").trim_end().replace('\n', "; ");
    assert_eq!(text, expected);
}

/// Slots are addressed from the frame pointer as far as that reaches down, and from the stack pointer below.
#[test]
fn slots() {
    for (size, slot, expected) in [
        (1024, -8, "ldur x0, [x29, #-0x8]"),
        (1024, -256, "ldur x0, [x29, #-0x100]"),
        (1024, -264, "ldr x0, [sp, #0x2f8]"),
        (1024, -1024, "ldr x0, [sp]"),
        (1024, 16, "ldr x0, [x29, #0x10]"),
        (1024, 0x8000, "add x16, x29, #0x8, lsl #0xc; ldr x0, [x16]"),
        (32 << 10, -264, "ldr x0, [sp, #0x7ef8]"),
        (33 << 10, -264, "add x16, sp, #0x8, lsl #0xc; ldr x0, [x16, #0x2f8]"),
        (33 << 10, -1024, "add x16, sp, #0x8, lsl #0xc; ldr x0, [x16]"),
        (33 << 10, -1032, "ldr x0, [sp, #0x7ff8]"),
        (16 << 20, -264, "add x16, sp, #0xfff, lsl #0xc; ldr x0, [x16, #0xef8]"),
        (17 << 20, -1024, "mov w16, #0xfc00; movk w16, #0x10f, lsl #0x10; ldr x0, [sp, x16]"),
        (17 << 20, -(17 << 20), "ldr x0, [sp]"),
    ] {
        in_frame(size, expected, |m| m.mov_rs(Width::W64, X0, Slot(slot)));
    }
    in_frame(33 << 10, "add x16, sp, #0x8, lsl #0xc; mov w17, #0x5; str x17, [x16]", |m| {
        m.mov_sx(Width::W64, Slot(-1024), Src::Imm(5));
    });
    // From slot to slot, both far.
    let (to, from) = (Slot(-1024), Slot(-512));
    in_frame(
        33 << 10,
        "add x16, sp, #0x8, lsl #0xc; add x17, sp, #0x8, lsl #0xc; add x17, x17, #0x200; ldr x17, [x17]; str x17, [x16]",
        |m| {
            m.mov_ss(Width::W64, to, from);
        },
    );
    in_frame(
        17 << 20,
        "mov w16, #0xfc00; movk w16, #0x10f, lsl #0x10; mov w17, #0xfe00; movk w17, #0x10f, lsl #0x10; add x17, sp, x17; \
         ldr x17, [x17]; str x17, [sp, x16]",
        |m| m.mov_ss(Width::W64, to, from),
    );
}

#[test]
fn outgoing_slots() {
    for (slot, expected) in [
        (4095, "str x0, [sp, #0x7ff8]"),
        (4096, "add x16, sp, #0x8, lsl #0xc; str x0, [x16]"),
        (0x1f_ffff, "add x16, sp, #0xfff, lsl #0xc; str x0, [x16, #0xff8]"),
        (0x20_0000, "mov w16, #0x1000000; str x0, [sp, x16]"),
    ] {
        check(|m| m.mov_ox(Width::W64, OutSlot(slot), Src::Reg(X0)), expected);
    }
}
