//! Prologues and epilogues, cleared slots, calls.

use super::{P, X0, X1, check, disassembler, function, listed};
use crate::masm::arm64::Arm64;
use crate::masm::{FrameShape, Masm, Mem, Reach, Reg, RegSet, Slot, Src};
use beeline_abi::TrapCode;
use beeline_abi::sites::{Kind, Sites};
use beeline_abi::vm::MAX_UNCHECKED_FRAME;

fn shape(general: usize, floats: usize, size: u32, leaf: bool) -> FrameShape {
    let homes = Arm64::REGS.homes[..general].iter().chain(&Arm64::REGS.float_homes[..floats]);
    let saved: Vec<Reg> = homes.map(|home| home.reg).collect();
    FrameShape { saved: RegSet::of(&saved), size, leaf }
}

/// By the picture at [`FrameShape`]: general registers below the frame pointer, then float registers, neighbours of one class by pairs.
fn saves(general: usize, floats: usize) -> [String; 2] {
    let mut lines = [String::new(), String::new()];
    let mut at = 0;
    let classes = [(19, general, "x"), (8, floats, "d")];
    for (first, count, class) in classes {
        for n in (0..count).step_by(2) {
            let pair = n + 1 < count;
            at += if pair { 16 } else { 8 };
            for (line, [one, two]) in lines.iter_mut().zip([["stur", "stp"], ["ldur", "ldp"]]) {
                line.push_str("; ");
                let reg = format!("{class}{}", first + n);
                line.push_str(&if pair {
                    format!("{two} {class}{}, {reg}, [x29, #-{at:#x}]", first + n + 1)
                } else {
                    format!("{one} {reg}, [x29, #-{at:#x}]")
                });
            }
        }
    }
    lines
}

#[test]
fn prologues_and_epilogues() {
    for general in 0..=Arm64::REGS.homes.len() {
        for floats in 0..=Arm64::REGS.float_homes.len() {
            for size in [0, 8, 16, 24, 4000] {
                let bytes = (8 * (general + floats) as u32 + size).next_multiple_of(16);
                let [stores, loads] = saves(general, floats);
                let [down, up] = match bytes {
                    0 => [String::new(), String::new()],
                    4096 => ["; sub sp, sp, #0x1, lsl #0xc".into(), "; mov sp, x29".into()],
                    4097.. => [
                        format!("; sub sp, sp, #0x1, lsl #0xc; sub sp, sp, #{:#x}", bytes - 4096),
                        "; mov sp, x29".into(),
                    ],
                    _ => [format!("; sub sp, sp, #{bytes:#x}"), format!("; add sp, sp, #{bytes:#x}")],
                };
                let begin = format!("stp x29, x30, [sp, #-0x10]!; mov x29, sp{down}{stores}");
                let end = format!("{loads}{up}; ldp x29, x30, [sp], #0x10; ret");
                for leaf in [false, true] {
                    let shape = shape(general, floats, size, leaf);
                    check(|m| m.prologue(&shape), &begin);
                    check(
                        |m| {
                            m.prologue(&shape);
                            m.epilogue(&shape);
                        },
                        &format!("{begin}{end}"),
                    );
                }
            }
        }
    }
}

/// Frames up to the guard's reach only move the stack pointer; larger ones compare with the limit first.
#[test]
fn large_frames() {
    let start = "stp x29, x30, [sp, #-0x10]!; mov x29, sp";
    for (size, expected) in [
        (32 << 10, "sub sp, sp, #0x8, lsl #0xc"),
        ((32 << 10) + 8, "sub sp, sp, #0x8, lsl #0xc; sub sp, sp, #0x10"),
        (MAX_UNCHECKED_FRAME, "sub sp, sp, #0x80, lsl #0xc"),
    ] {
        check(|m| m.prologue(&shape(0, 0, size, false)), &format!("{start}; {expected}"));
    }
    for (size, size_text) in [
        (MAX_UNCHECKED_FRAME + 8, "mov w16, #0x10; movk w16, #0x8, lsl #0x10"),
        (16 << 20, "mov w16, #0x1000000"),
        (0x7fff_0000, "mov w16, #0x7fff0000"),
    ] {
        let words = size_text.split("; ").count() * 4;
        let stubs = [words + 48, words + 52];
        check(
            |m| {
                m.prologue(&shape(0, 0, size, false));
                m.epilogue(&shape(0, 0, size, false));
            },
            &format!(
                "{start}; {size_text}; mov x17, sp; subs x16, x17, x16; b.lo {:#x}; ldur x17, [x28, #-0x28]; cmp x16, x17; \
                 b.lo {:#x}; mov sp, x16; mov sp, x29; ldp x29, x30, [sp], #0x10; ret; udf #0x9; udf #0x9",
                stubs[0], stubs[1]
            ),
        );
    }
}

/// Slots are cleared two at a time, and many in a loop.
#[test]
fn cleared_slots() {
    let frame = shape(0, 0, 512, false);
    let start = "stp x29, x30, [sp, #-0x10]!; mov x29, sp; sub sp, sp, #0x200";
    let cleared = |reach, lowest, count| {
        listed(reach, |m| {
            m.prologue(&frame);
            m.zero_slots(Slot(lowest), count);
        })
    };
    for count in 0..=16 {
        let mut expected = start.to_owned();
        for n in (0..count).step_by(2) {
            let disp = 8 * (16 - n);
            if n + 1 < count {
                expected.push_str(&format!("; stp xzr, xzr, [x29, #-{disp:#x}]"));
            } else {
                expected.push_str(&format!("; stur xzr, [x29, #-{disp:#x}]"));
            }
        }
        assert_eq!(cleared(Reach::Short, -128, count), expected);
    }
    let again = "stp xzr, xzr, [x16], #0x10; cmp x16, x17";
    assert_eq!(
        cleared(Reach::Short, -256, 18),
        format!("{start}; sub x16, x29, #0x100; sub x17, x29, #0x70; {again}; b.ne 0x14")
    );
    assert_eq!(
        cleared(Reach::Short, -256, 17),
        format!(
            "{start}; stur xzr, [x29, #-0x100]; sub x16, x29, #0xf8; sub x17, x29, #0x78; {again}; b.ne 0x18"
        )
    );
    assert_eq!(
        cleared(Reach::Far, -512, 64),
        format!("{start}; sub x16, x29, #0x200; mov x17, x29; {again}; b.eq 0x24; b 0x14")
            .replace("mov x17, x29", "add x17, x29, #0x0")
    );
    // From below the frame pointer's reach to above it.
    assert_eq!(
        cleared(Reach::Short, -264, 3),
        format!("{start}; stp xzr, xzr, [sp, #0xf8]; stur xzr, [x29, #-0xf8]")
    );
    let large = shape(0, 0, 4096, false);
    let text = listed(Reach::Short, |m| {
        m.prologue(&large);
        m.zero_slots(Slot(-2048), 3);
    });
    let singly = "str xzr, [sp, #0x800]; str xzr, [sp, #0x808]; str xzr, [sp, #0x810]";
    assert!(text.ends_with(singly), "{text}");
}

#[test]
fn calls() {
    check(|m| m.call_m(Mem::new(P, -48)), "ldur x16, [x28, #-0x30]; blr x16");
    let compare = |sig| {
        listed(Reach::Short, |m| {
            m.check_sig(X0, sig);
            m.trap(TrapCode::Unreachable);
        })
    };
    let ends = |at| format!("; b.ne {at:#x}; udf #0x1; udf #0x5");
    let load = "ldr w16, [x0, #0x10]";
    assert_eq!(compare(Src::Imm(4095)), format!("{load}; cmp w16, #0xfff{}", ends(0x10)));
    assert_eq!(compare(Src::Imm(4097)), format!("{load}; mov w17, #0x1001; cmp w16, w17{}", ends(0x14)));
    assert_eq!(compare(Src::Reg(X1)), format!("{load}; cmp w16, w1{}", ends(0x10)));
    assert_eq!(
        listed(Reach::Short, |m| {
            m.call_funcref(X0, Slot(-8));
            m.trap(TrapCode::Unreachable);
        }),
        "ldp x16, x17, [x0]; cmp x17, x28; b.ne 0x14; blr x16; udf #0x1; \
         mov x15, x28; mov x28, x17; blr x16; ldur x28, [x29, #-0x8]; b 0x10"
    );
}

#[test]
fn sites_are_where_calls_return_and_instructions_trap() {
    let masm = function(Reach::Short, |m| {
        m.code_mut().set_wasm_offset(1);
        m.call_func(3);
        m.code_mut().set_wasm_offset(2);
        m.check_sig(X0, Src::Imm(9));
        m.code_mut().set_wasm_offset(3);
        m.call_funcref(X0, Slot(-8));
        m.code_mut().set_wasm_offset(4);
        m.load_rm(crate::masm::Load::U32, X0, Mem { base: P, index: Some(X1), scale: 0, disp: 4 }, true);
        m.store_mx(crate::masm::Store::B64, Mem::new(P, 1 << 20), Src::Imm(1), true);
        m.trap(TrapCode::Unreachable);
    });
    let code = masm.code();
    let calls: Vec<_> = code.calls.iter().map(|call| (call.at, call.func)).collect();
    assert_eq!(calls, [(0, 3)]);
    let sites: Vec<_> = Sites::new(&code.sites, 0, 0).map(|site| (site.code, site.wasm, site.kind)).collect();
    let trap = Kind::Trap;
    assert_eq!(
        sites,
        [
            (0x04, 1, Kind::Call),
            (0x04, 2, trap(TrapCode::IndirectCallToNull)),
            (0x20, 3, Kind::Call),
            (0x24, 4, Kind::Memory),
            (0x30, 4, Kind::Memory),
            (0x34, 4, trap(TrapCode::Unreachable)),
            (0x44, 3, Kind::Call),
            (0x4c, 2, trap(TrapCode::BadSignature)),
        ]
    );
    for (at, text) in [(0x24, "ldr w0, [x16, #0x4]\n"), (0x30, "str x17, [x16]\n"), (0x34, "udf #0x1\n")] {
        assert_eq!(disassembler::listing(&code.bytes()[at..at + 4]), text);
    }
}

/// Calls reach 128 MiB, either way.
#[test]
fn direct_calls() {
    let patched = |distance: i64| {
        let mut field = [0xff; 6];
        Arm64::patch_call(&mut field, distance).then(|| {
            assert_eq!(field[4..], [0xff; 2]);
            disassembler::listing(&field[..4])
        })
    };
    assert_eq!(patched(0).as_deref(), Some("bl 0x0\n"));
    assert_eq!(patched(4).as_deref(), Some("bl 0x4\n"));
    let reach = i64::from(Arm64::CALL_REACH);
    assert_eq!(patched(reach - 4).as_deref(), Some("bl 0x7fffffc\n"));
    assert_eq!(patched(reach), None);
    assert_eq!(patched(-4).as_deref(), Some("bl 0xfffffffffffffffc\n"));
    assert_eq!(patched(-reach).as_deref(), Some("bl 0xfffffffff8000000\n"));
    assert_eq!(patched(-reach - 4), None);
    assert_eq!(patched(1 << 32), None);
    assert_eq!(patched(-(1 << 40)), None);
    // A patched field can be patched again.
    let mut field = 0x97ff_ffff_u32.to_le_bytes();
    assert!(Arm64::patch_call(&mut field, 8));
    assert_eq!(disassembler::listing(&field), "bl 0x8\n");
}

/// Where a veneer goes, by what its instructions do.
#[test]
fn veneers_reach_two_gigabytes() {
    for distance in [
        8,
        -4,
        0x7fff_fffc,
        -0x8000_0000,
        0x8000_0000 - 0x1_0000,
        0x1234_5678,
        -0x1234_5678,
        0xfffc,
        -0x1_0000,
    ] {
        let mut code = vec![0xcc];
        Arm64::veneer(distance, &mut code);
        assert_eq!(code.remove(0), 0xcc);
        assert!(code.len() <= crate::masm::VENEER_BYTES);
        let low = distance as u32 & 0xffff;
        let high = (distance as u32) >> 16;
        let text = disassembler::listing(&code);
        let lines: Vec<&str> = text.lines().collect();
        assert_eq!(lines[0], "adr x16, 0x0");
        assert_eq!(lines[1], format!("mov w17, #{low:#x}"));
        assert_eq!(lines[2], format!("movk w17, #{high:#x}, lsl #0x10"));
        assert_eq!(lines[3..], ["add x16, x16, w17, sxtw", "br x16"]);
    }
}
