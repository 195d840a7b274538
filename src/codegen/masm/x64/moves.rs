//! Moves between registers, slots, the outgoing area and memory.
//!
//! Immediates: zero by `xor`, then the shortest of a zero-extended 32-bit, a sign-extended 32-bit and a 64-bit form.

use super::super::{Load, Mem, OutSlot, Reg, Src, Store, Width};
use super::X64;
use super::encode::{Op, R11, RAX, RBX, REX_W, RSP, X15, alu, imm32, op, rex_byte, rex_w};
use super::jumps;
use crate::techniques::Technique;
use beeline_abi::sites::Kind;

/// Address of a slot of the outgoing area.
#[inline]
pub(super) fn out_slot(slot: OutSlot) -> Mem {
    // A frame of 2 GiB or more is refused in the prologue, so no slot that is ever used wraps here.
    Mem::new(RSP, slot.0.wrapping_mul(8) as i32)
}

impl X64 {
    /// General register to general register, unless they are the same: for values whose upper half is known.
    #[inline]
    pub(super) fn copy(&mut self, width: Width, dst: Reg, src: Reg) {
        if dst != src {
            self.rr(op::MOV, rex_w(width), dst, src);
        }
    }

    #[inline]
    pub(super) fn move_reg(&mut self, width: Width, dst: Reg, src: Reg) {
        if dst != src || width == Width::W32 {
            self.rr(op::MOV, rex_w(width), dst, src);
        }
    }

    /// Sets flags when `imm` is zero.
    #[inline]
    pub(super) fn move_imm(&mut self, width: Width, dst: Reg, imm: i64) {
        let low = imm as u32;
        if low == 0 && (imm == 0 || width == Width::W32) {
            self.alu_rr(alu::XOR, 0, dst, dst);
        } else if width == Width::W32 || u32::try_from(imm).is_ok() {
            self.plus_r(0xb8, 0, dst, u64::from(low), 4);
        } else if imm32(imm).is_some() {
            self.rr_i(op::MOV_MI, REX_W, Reg(0), dst, u64::from(low), 4);
        } else {
            self.plus_r(0xb8, REX_W, dst, imm as u64, 8);
        }
    }

    /// A 32- or 64-bit immediate to memory; 64 bits that do not fit go through r11.
    pub(super) fn store_imm(&mut self, width: Width, mem: Mem, imm: i64, site: bool) {
        if width == Width::W32 || imm32(imm).is_some() {
            self.memory_site(site);
            self.rm_i(op::MOV_MI, rex_w(width), Reg(0), mem, u64::from(imm as u32), 4);
        } else {
            self.move_imm(Width::W64, R11, imm);
            self.memory_site(site);
            self.rm(op::MOV_M, REX_W, R11, mem);
        }
    }

    /// General or float register or immediate to memory.
    pub(super) fn store_word(&mut self, width: Width, mem: Mem, src: Src) {
        match src {
            Src::Reg(reg) if reg.is_float() => self.float_store(width, reg, mem),
            Src::Reg(reg) => self.rm(op::MOV_M, rex_w(width), reg, mem),
            Src::Imm(imm) => self.store_imm(width, mem, imm, false),
            Src::Slot(slot) => {
                self.rm(op::MOV, rex_w(width), R11, self.at(slot));
                self.rm(op::MOV_M, rex_w(width), R11, mem);
            }
        }
    }

    /// General or float register from memory.
    pub(super) fn load_word(&mut self, width: Width, dst: Reg, mem: Mem) {
        if dst.is_float() {
            self.rm(Op::scalar(width, 0x10), 0, dst, mem);
        } else {
            self.rm(op::MOV, rex_w(width), dst, mem);
        }
    }

    #[inline]
    pub(super) fn float_store(&mut self, width: Width, src: Reg, mem: Mem) {
        let op = match width {
            Width::W32 => Op::scalar(width, 0x11),
            Width::W64 => op::MOVLPS_M,
        };
        self.rm(op, 0, src, mem);
    }

    #[inline]
    pub(super) fn float_copy(&mut self, dst: Reg, src: Reg) {
        if dst != src {
            self.rr(op::MOVAPS, 0, dst, src);
        }
    }

    pub(super) fn exchange(&mut self, a: Reg, b: Reg) {
        if a == b {
        } else if a.is_float() {
            self.float_copy(X15, a);
            self.float_copy(a, b);
            self.float_copy(b, X15);
        } else if a == RAX || b == RAX {
            self.plus_r(0x90, REX_W, if a == RAX { b } else { a }, 0, 0);
        } else {
            self.rr(op::XCHG, REX_W, a, b);
        }
    }

    /// Float register to zero; also cuts the dependency of an instruction that leaves a part of its destination as it was.
    #[inline]
    pub(super) fn float_zero(&mut self, dst: Reg) {
        self.rr(op::XORPS, 0, dst, dst);
    }

    /// Shifts of each 32- or 64-bit lane.
    #[inline]
    pub(super) fn lane_shift(&mut self, width: Width, left: bool, dst: Reg, count: u8) {
        let op = match width {
            Width::W32 => op::PSHIFT_D,
            Width::W64 => op::PSHIFT_Q,
        };
        self.ext_ri8(op, 0, if left { 6 } else { 2 }, dst, count);
    }

    /// Bits to float register. A run of ones at either end of the lane is made by a shift of all ones (9 bytes), everything else is loaded from behind the
    /// function (8 or 9 bytes and the constant): through r11 it takes 11 and 15 bytes and two steps, in loops again and again. Dense products
    /// with a constant factor took 1.3 to 1.6 times as long, polynomials 1.15 times.
    pub(super) fn float_imm(&mut self, width: Width, dst: Reg, bits: u64) {
        let size = width.bits();
        let lane = if width == Width::W32 { u64::from(bits as u32) } else { bits };
        let all = u64::MAX >> (64 - size);
        if lane == 0 {
            return self.float_zero(dst);
        }
        let low_zeros = lane.trailing_zeros();
        if lane == all << low_zeros & all {
            self.rr(op::PCMPEQD, 0, dst, dst);
            if low_zeros > 0 {
                self.lane_shift(width, true, dst, low_zeros as u8);
            }
        } else if (lane & (lane + 1)) == 0 {
            self.rr(op::PCMPEQD, 0, dst, dst);
            self.lane_shift(width, false, dst, (size - lane.trailing_ones()) as u8);
        } else if self.code.techniques.has(Technique::FloatConstants) {
            self.rip_constant(Op::scalar(width, 0x10), dst, width, lane);
        } else {
            self.move_imm(width, R11, lane as i64);
            self.rr(op::MOVD, rex_w(width), dst, R11);
        }
    }

    /// A float instruction whose second operand is a constant, at `[rip + label]`.
    pub(super) fn rip_constant(&mut self, op: Op, reg: Reg, width: Width, bits: u64) {
        let label = self.code.constant(width, bits);
        self.rip(op, reg);
        self.relocated(label, jumps::REL32);
    }

    #[inline]
    fn memory_site(&mut self, site: bool) {
        if site {
            let at = self.code.len();
            self.code.site(at, Kind::Memory);
        }
    }

    /// The instruction that loads, and its REX bits.
    #[inline(always)]
    const fn load_op(kind: Load) -> (Op, u8) {
        match kind {
            Load::U32 => (op::MOV, 0),
            Load::U64 => (op::MOV, REX_W),
            Load::U8 => (op::MOVZX8, 0),
            Load::U16 => (op::MOVZX16, 0),
            Load::S8W32 => (op::MOVSX8, 0),
            Load::S16W32 => (op::MOVSX16, 0),
            Load::S8W64 => (op::MOVSX8, REX_W),
            Load::S16W64 => (op::MOVSX16, REX_W),
            Load::S32W64 => (op::MOVSXD, REX_W),
            Load::F32 => (Op::scalar(Width::W32, 0x10), 0),
            Load::F64 => (Op::scalar(Width::W64, 0x10), 0),
        }
    }

    pub(super) fn load(&mut self, kind: Load, dst: Reg, mem: Mem, site: bool) {
        self.memory_site(site);
        let (op, rex) = Self::load_op(kind);
        self.rm(op, rex, dst, mem);
    }

    /// An integer from the instance, or whatever else is loaded.
    pub(super) fn load_pinned(&mut self, kind: Load, dst: Reg, disp: i32) {
        let rex = match kind {
            Load::U32 => 0,
            Load::U64 => REX_W,
            _ => return self.load_other_pinned(kind, dst, disp),
        };
        self.rp(op::MOV, rex, dst, disp);
    }

    /// Not in line, as it takes registers that would be saved for all.
    #[inline(never)]
    fn load_other_pinned(&mut self, kind: Load, dst: Reg, disp: i32) {
        self.load(kind, dst, Mem::new(RBX, disp), false);
    }

    /// An integer to the instance, or whatever else is stored.
    pub(super) fn store_pinned(&mut self, kind: Store, disp: i32, src: Src) {
        let (rex, reg) = match (kind, src) {
            (Store::B32, Src::Reg(reg)) => (0, reg),
            (Store::B64, Src::Reg(reg)) => (REX_W, reg),
            _ => return self.store_other_pinned(kind, disp, src),
        };
        self.rp(op::MOV_M, rex, reg, disp);
    }

    /// See [`Self::load_other_pinned`].
    #[inline(never)]
    fn store_other_pinned(&mut self, kind: Store, disp: i32, src: Src) {
        self.store(kind, Mem::new(RBX, disp), src, false);
    }

    #[inline(always)]
    pub(super) fn guest_load(&mut self, kind: Load, dst: Reg, base: Reg, index: Reg, disp: i32) {
        self.memory_site(true);
        let (op, rex) = Self::load_op(kind);
        self.rm_guest(op, rex, dst, base, index, disp);
    }

    #[inline(always)]
    pub(super) fn guest_store(&mut self, kind: Store, base: Reg, index: Reg, disp: i32, src: Reg) {
        self.memory_site(true);
        let (op, rex) = match (kind, src.is_float()) {
            (Store::B8, _) => (op::MOV8_M, rex_byte(src)),
            (Store::B16, _) => (op::MOV16_M, 0),
            (Store::B32 | Store::F32, false) => (op::MOV_M, 0),
            (Store::B64 | Store::F64, false) => (op::MOV_M, REX_W),
            (Store::B32 | Store::F32, true) => (Op::scalar(Width::W32, 0x11), 0),
            (Store::B64 | Store::F64, true) => (op::MOVLPS_M, 0),
        };
        self.rm_guest(op, rex, src, base, index, disp);
    }

    #[inline]
    pub(super) fn store(&mut self, kind: Store, mem: Mem, src: Src, site: bool) {
        match src {
            Src::Imm(imm) => match kind {
                Store::B8 => {
                    self.memory_site(site);
                    self.rm_i(op::MOV8_MI, 0, Reg(0), mem, u64::from(imm as u8), 1);
                }
                Store::B16 => {
                    self.memory_site(site);
                    self.rm_i(op::MOV16_MI, 0, Reg(0), mem, u64::from(imm as u16), 2);
                }
                Store::B32 | Store::F32 => self.store_imm(Width::W32, mem, imm, site),
                Store::B64 | Store::F64 => self.store_imm(Width::W64, mem, imm, site),
            },
            Src::Reg(reg) => {
                self.memory_site(site);
                match kind {
                    Store::B8 => self.rm(op::MOV8_M, rex_byte(reg), reg, mem),
                    Store::B16 => self.rm(op::MOV16_M, 0, reg, mem),
                    Store::B32 | Store::F32 => self.store_word(Width::W32, mem, Src::Reg(reg)),
                    Store::B64 | Store::F64 => self.store_word(Width::W64, mem, Src::Reg(reg)),
                }
            }
            Src::Slot(slot) => {
                self.load_word(Width::W64, R11, self.at(slot));
                self.store(kind, mem, Src::Reg(R11), site);
            }
        }
    }

    /// Float register from a float register, slot or immediate.
    pub(super) fn float_from(&mut self, width: Width, dst: Reg, src: Src) {
        match src {
            Src::Slot(slot) => self.load_word(width, dst, self.at(slot)),
            Src::Reg(reg) => self.float_copy(dst, reg),
            Src::Imm(bits) => self.float_imm(width, dst, bits as u64),
        }
    }
}
