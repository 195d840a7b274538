//! Moves, loads and stores.

use super::super::{Extend, Load, Masm, Mem, OutSlot, Reg, Slot, Src, Store, Width};
use super::harness::{Batch, Expect, State};
use super::int::pairs;
use super::model::{self, INTS, WIDTHS, held};
use super::native::{self, FLOATS, GENERAL, Native};
use crate::Cpu;
use beeline_abi::TrapCode;

#[test]
fn immediates_and_registers() {
    let mut batch = Batch::new(Cpu::Baseline);
    for (dst, src) in pairs() {
        for imm in INTS {
            for width in WIDTHS {
                batch.case(
                    format!("{imm:#x}"),
                    State::new(),
                    &[Expect::Reg(dst, held(width, imm))],
                    |masm| {
                        masm.mov_ri(width, dst, imm);
                    },
                );
            }
        }
        for width in WIDTHS {
            let state = State::new();
            let value = held(width, state.get(src) as i64);
            batch.case("mov", state, &[Expect::Reg(dst, value)], |masm| masm.mov_rr(width, dst, src));
        }
        let state = State::new();
        let (a, b) = (state.get(dst), state.get(src));
        let expect = [Expect::Reg(dst, b), Expect::Reg(src, a)];
        batch.case("swap", state, &expect, |masm| masm.swap(dst, src));
    }
}

#[test]
fn float_registers() {
    let mut batch = Batch::new(Cpu::Baseline);
    for code in 0..225 {
        let [dst, src] = [code / 15, code % 15].map(|n| FLOATS[n]);
        let state = State::new();
        let (a, b) = (state.get(dst), state.get(src));
        batch.case("fmov", state, &[Expect::Reg(dst, b)], |masm| masm.fmov_ff(Width::W64, dst, src));
        let expect = [Expect::Reg(dst, b), Expect::Reg(src, a)];
        batch.case("swap", State::new(), &expect, |masm| masm.swap(dst, src));
        let general = GENERAL[code % 12];
        for width in WIDTHS {
            let state = State::new();
            let value = held(width, state.get(src) as i64);
            batch.case("mov_rf", state, &[Expect::Reg(general, value)], |masm| {
                masm.mov_rf(width, general, src)
            });
            let state = State::new();
            let value = held(width, state.get(general) as i64);
            batch.case("mov_fr", state, &[Expect::Reg(dst, value)], |masm| masm.mov_fr(width, dst, general));
        }
    }
}

#[test]
fn slots() {
    let mut batch = Batch::new(Cpu::Baseline);
    let (near, far) = (Slot(-64), Slot(-136));
    for slot in [near, far, Slot(16)] {
        for (reg, float) in GENERAL.into_iter().zip(FLOATS) {
            for width in WIDTHS {
                let mut state = State::new();
                *state.slot(slot) = 0xfedc_ba98_7654_3210;
                let value = held(width, 0xfedc_ba98_7654_3210_u64 as i64);
                batch.case("rs", state.clone(), &[Expect::Reg(reg, value)], |masm| {
                    masm.mov_rs(width, reg, slot)
                });
                batch.case("fs", state.clone(), &[Expect::Reg(float, value)], |masm| {
                    masm.fmov_fs(width, float, slot)
                });
                let written = |value| match width {
                    Width::W32 => Expect::SlotLow(slot, value as u32),
                    Width::W64 => Expect::Slot(slot, value),
                };
                let (general, bits) = (state.get(reg), state.get(float));
                batch.case("sx", state.clone(), &[written(general)], |masm| {
                    masm.mov_sx(width, slot, Src::Reg(reg))
                });
                batch.case("sf", state.clone(), &[written(bits)], |masm| masm.fmov_sf(width, slot, float));
                for imm in INTS {
                    batch.case("si", state.clone(), &[written(held(width, imm))], |masm| {
                        masm.mov_sx(width, slot, Src::Imm(imm));
                    });
                }
            }
        }
        for width in WIDTHS {
            let mut state = State::new();
            let value = *state.slot(slot);
            let expected = match width {
                Width::W32 => Expect::SlotLow(Slot(-8), value as u32),
                Width::W64 => Expect::Slot(Slot(-8), value),
            };
            batch.case("ss", state, &[expected], |masm| masm.mov_ss(width, Slot(-8), slot));
        }
    }
}

#[test]
fn outgoing_slots() {
    let mut batch = Batch::new(Cpu::Baseline);
    for n in [0, 1, 15, 16, 40] {
        for source in
            [Src::Reg(GENERAL[3]), Src::Reg(FLOATS[9]), Src::Imm(-5), Src::Imm(1 << 40), Src::Slot(Slot(-8))]
        {
            for back in [GENERAL[0], GENERAL[6], FLOATS[0], FLOATS[13]] {
                let mut state = State::new();
                let value = match source {
                    Src::Reg(reg) => state.get(reg),
                    Src::Imm(imm) => imm as u64,
                    Src::Slot(slot) => *state.slot(slot),
                };
                batch.case("out", state, &[Expect::Reg(back, value)], |masm| {
                    native::move_stack(masm, -512);
                    masm.mov_ox(Width::W64, OutSlot(n), source);
                    masm.mov_ro(Width::W64, back, OutSlot(n));
                    native::move_stack(masm, 512);
                });
            }
        }
    }
}

const LOADS: [(Load, Load); 11] = [
    (Load::U8, Load::U8),
    (Load::U16, Load::U16),
    (Load::U32, Load::U32),
    (Load::S8W32, Load::S8W32),
    (Load::S16W32, Load::S16W32),
    (Load::S8W64, Load::S8W64),
    (Load::S16W64, Load::S16W64),
    (Load::S32W64, Load::S32W64),
    (Load::U64, Load::U64),
    (Load::F32, Load::U32),
    (Load::F64, Load::U64),
];

fn loaded(kind: Load, bytes: &[u8]) -> u64 {
    let value = u64::from_le_bytes(bytes[..8].try_into().expect("eight bytes"));
    match kind {
        Load::U8 => value & 0xff,
        Load::U16 => value & 0xffff,
        Load::U32 => value & 0xffff_ffff,
        Load::S8W32 => model::extend(Extend::S8W32, value),
        Load::S16W32 => model::extend(Extend::S16W32, value),
        Load::S8W64 => model::extend(Extend::S8W64, value),
        Load::S16W64 => model::extend(Extend::S16W64, value),
        Load::S32W64 => model::extend(Extend::S32W64, value),
        _ => value,
    }
}

/// Addresses of byte 8 of the state's memory, of every shape: the address, and the values of base and index.
fn addresses(base: Reg, index: Reg, memory: u64) -> Vec<(Mem, u64, u64)> {
    let at = memory + 8;
    let mut list = Vec::new();
    // Around the borders of what immediates hold: 8 bits, 9 bits, 12 bits times the size, 24 bits, 32 bits.
    let near = [0, 8, -8, 127, 128, -128, -129, 255, 256, 257, -256, -257, 4095, 4096, -4096, -4097];
    let far = [0x7ff8, 0x8000, 0x8001, 0xff_f000, 0xff_ffff, 0x100_0000, -0xff_ffff, -0x100_0000];
    for (n, disp) in near.into_iter().chain(far).chain([0x7fff_ffff, -0x8000_0000]).enumerate() {
        let from = at.wrapping_sub(disp as u64);
        list.push((Mem::new(base, disp), from, 0));
        if base != index {
            for scale in 0..4 {
                let value = [1, 0xffff_ffff, 0x7fff_0000][(n + usize::from(scale)) % 3];
                let mem = Mem { base, index: Some(index), scale, disp };
                list.push((mem, from.wrapping_sub(value << scale), value));
            }
        }
    }
    list
}

/// A state of its own for one address: its memory must stay where it is. Also the address without offset.
fn state_for(base: Reg, index: Reg, which: usize) -> (Box<State>, Mem) {
    let mut state = State::new();
    let (mem, base_value, index_value) = addresses(base, index, state.memory_address())[which];
    state.set(index, index_value);
    state.set(base, base_value);
    (state, mem)
}

fn bases_and_indices() -> impl Iterator<Item = (usize, (Reg, Reg))> {
    GENERAL
        .into_iter()
        .chain([Native::REGS.pinned])
        .flat_map(|base| GENERAL.map(|index| (base, index)))
        .enumerate()
}

#[test]
fn loads_of_every_shape() {
    let mut batch = Batch::new(Cpu::Baseline);
    for (i, (base, index)) in bases_and_indices() {
        for j in 0..addresses(base, index, 0).len() {
            let (kind, as_integer) = LOADS[(i + j) % LOADS.len()];
            let general = GENERAL[(i * 3 + j) % 12];
            let dst = if kind == as_integer { general } else { FLOATS[(i * 3 + j) % 15] };
            let (state, mem) = state_for(base, index, j);
            let value = loaded(as_integer, &state.memory[8..]);
            batch.case(format!("{kind:?} {dst:?} {mem:?}"), state, &[Expect::Reg(dst, value)], |masm| {
                masm.load_rm(kind, dst, mem, true);
            });
            let (state, mem) = state_for(base, index, j);
            let address = state.memory_address() + 8;
            batch.case(format!("lea {general:?} {mem:?}"), state, &[Expect::Reg(general, address)], |masm| {
                masm.lea_rm(general, mem);
            });
        }
    }
}

const STORES: [(Store, usize); 6] =
    [(Store::B8, 1), (Store::B16, 2), (Store::B32, 4), (Store::B64, 8), (Store::F32, 4), (Store::F64, 8)];

#[test]
fn stores_of_every_shape() {
    let mut batch = Batch::new(Cpu::Baseline);
    for (i, (base, index)) in bases_and_indices() {
        for j in 0..addresses(base, index, 0).len() {
            let (kind, size) = STORES[(i + j) % STORES.len()];
            let general = GENERAL[(i * 3 + j) % 12];
            let float = matches!(kind, Store::F32 | Store::F64);
            let reg = if float { FLOATS[(i * 3 + j) % 15] } else { general };
            for src in [Src::Reg(reg), Src::Imm(INTS[(i + j) % INTS.len()])] {
                let (state, mem) = state_for(base, index, j);
                let value = match src {
                    Src::Imm(imm) => imm as u64,
                    _ => state.get(reg),
                };
                let mut memory = state.memory.to_vec();
                memory[8..8 + size].copy_from_slice(&value.to_le_bytes()[..size]);
                batch.case_memory(
                    format!("{kind:?} {src:?} {mem:?}"),
                    state,
                    &[Expect::Same],
                    Some(memory),
                    |masm| {
                        masm.store_mx(kind, mem, src, true);
                    },
                );
            }
        }
    }
}

#[test]
fn faults_are_out_of_bounds() {
    let mut batch = Batch::new(Cpu::Baseline);
    for (kind, store) in
        [(Load::U8, Store::B8), (Load::F32, Store::F32), (Load::U64, Store::B64), (Load::F64, Store::F64)]
    {
        let float = matches!(kind, Load::F32 | Load::F64);
        let reg = if float { FLOATS[9] } else { GENERAL[6] };
        let base = GENERAL[3];
        let mut state = State::new();
        state.set(base, 0);
        let expect = [Expect::Trap(TrapCode::MemoryOutOfBounds)];
        batch.case("load", state.clone(), &expect, |masm| masm.load_rm(kind, reg, Mem::new(base, 8), true));
        for src in [Src::Reg(reg), Src::Imm(1 << 40)] {
            batch.case("store", state.clone(), &expect, |masm| {
                masm.store_mx(store, Mem::new(base, 8), src, true)
            });
        }
    }
}
