//! Moves between registers, slots, the outgoing area and memory.
//!
//! An address is brought to one of the three forms that loads and stores have ([`Address`]), with x16 as the only scratch register, before a value
//! to be stored is put into x17. Slots near the frame pointer are addressed from it (256 bytes down), all others from the stack pointer, which
//! reaches 32 KiB up.

use super::super::{Load, Mem, OutSlot, Reg, Slot, Src, Store, Width};
use super::Arm64;
use super::encode::{
    FP, SF, SP, V31, X16, X17, ZR, bit_pattern, double, float_pattern, imm12, op, ra, rd, rm, rn, sf,
};
use beeline_abi::sites::Kind;

/// A load or store: its base word in the form with an unscaled offset, and the size of what it accesses.
#[derive(Clone, Copy, Debug)]
pub(super) struct Access {
    op: u32,
    /// Logarithm of the size in bytes.
    size: u32,
}

impl Access {
    /// Of a general register: `size` is the logarithm of the bytes, `opc` 0 for a store, 1 for a load, 2 for a load with the sign extended to 64 bits, 3 to 32.
    const fn int(size: u32, opc: u32) -> Self {
        Self { op: size << 30 | 0x3800_0000 | opc << 22, size }
    }
    /// Of a float register: `opc` 0 for a store, 1 for a load.
    const fn float(width: Width, opc: u32) -> Self {
        let size = if matches!(width, Width::W32) { 2 } else { 3 };
        Self { op: size << 30 | 0x3c00_0000 | opc << 22, size }
    }
    /// Of this register, with all its 32 or 64 bits.
    const fn word(width: Width, reg: Reg, load: bool) -> Self {
        if reg.is_float() {
            Self::float(width, load as u32)
        } else {
            Self::int(if matches!(width, Width::W32) { 2 } else { 3 }, load as u32)
        }
    }

    const fn of_load(kind: Load) -> Self {
        match kind {
            Load::U8 => Self::int(0, 1),
            Load::U16 => Self::int(1, 1),
            Load::U32 => Self::int(2, 1),
            Load::S8W32 => Self::int(0, 3),
            Load::S16W32 => Self::int(1, 3),
            Load::S8W64 => Self::int(0, 2),
            Load::S16W64 => Self::int(1, 2),
            Load::S32W64 => Self::int(2, 2),
            Load::U64 => Self::int(3, 1),
            Load::F32 => Self::float(Width::W32, 1),
            Load::F64 => Self::float(Width::W64, 1),
        }
    }

    const fn of_store(kind: Store) -> Self {
        match kind {
            Store::B8 => Self::int(0, 0),
            Store::B16 => Self::int(1, 0),
            Store::B32 => Self::int(2, 0),
            Store::B64 => Self::int(3, 0),
            Store::F32 => Self::float(Width::W32, 0),
            Store::F64 => Self::float(Width::W64, 0),
        }
    }
}

/// What an instruction can address.
#[derive(Clone, Copy, Debug)]
pub(super) enum Address {
    /// Base and a multiple of the size, 0 to 4095 times.
    Scaled(Reg, u32),
    /// Base and any offset from -256 to 255.
    Unscaled(Reg, i32),
    /// Base and index, which is multiplied by the size if asked for.
    Indexed(Reg, Reg, bool),
}

/// Base and offset in one instruction, if they fit.
#[inline]
fn direct(base: Reg, disp: i64, size: u32) -> Option<Address> {
    if disp >= 0 && disp >> size <= 0xfff && disp & ((1 << size) - 1) == 0 {
        Some(Address::Scaled(base, (disp >> size) as u32))
    } else if (-256..=255).contains(&disp) {
        Some(Address::Unscaled(base, disp as i32))
    } else {
        None
    }
}

/// Address of a slot of the outgoing area.
#[inline]
pub(super) fn out_slot(slot: OutSlot) -> Mem {
    // A frame of 2 GiB or more is refused in the prologue, so no slot that is ever used wraps here.
    Mem::new(SP, slot.0.wrapping_mul(8) as i32)
}

impl Arm64 {
    /// General register to general register, unless they are the same: for values whose upper half is known.
    #[inline]
    pub(super) fn copy(&mut self, width: Width, dst: Reg, src: Reg) {
        if dst != src {
            self.rrr(op::ORR | sf(width), dst, ZR, src);
        }
    }

    #[inline]
    pub(super) fn move_reg(&mut self, width: Width, dst: Reg, src: Reg) {
        if dst != src || width == Width::W32 {
            self.rrr(op::ORR | sf(width), dst, ZR, src);
        }
    }

    /// One to four instructions: 16 bits at a time, over zeros or over ones, or a bit pattern.
    pub(super) fn move_imm(&mut self, width: Width, dst: Reg, imm: i64) {
        let bits = match width {
            Width::W32 => u64::from(imm as u32),
            Width::W64 => imm as u64,
        };
        // 32-bit operations clear the upper half.
        let width = if bits >> 32 == 0 { Width::W32 } else { Width::W64 };
        let halves = width.bits() / 16;
        let half = |n: u32| (bits >> (16 * n)) as u32 & 0xffff;
        let (mut zeros, mut ones) = (0, 0);
        for n in 0..halves {
            zeros += u32::from(half(n) == 0);
            ones += u32::from(half(n) == 0xffff);
        }
        let inverted = ones > zeros;
        if zeros.max(ones) + 1 < halves
            && let Some(pattern) = bit_pattern(width, imm)
        {
            return self.ins(op::ORR_I | sf(width) | pattern | rn(ZR) | rd(dst));
        }
        let (first, skip) = if inverted { (op::MOVN, 0xffff) } else { (op::MOVZ, 0) };
        let (mut op, mut written) = (first, false);
        for n in (0..halves).filter(|&n| half(n) != skip) {
            let value = if op == op::MOVN { half(n) ^ 0xffff } else { half(n) };
            self.ins(op | sf(width) | n << 21 | value << 5 | rd(dst));
            (op, written) = (op::MOVK, true);
        }
        if !written {
            self.ins(first | sf(width) | rd(dst));
        }
    }

    /// `dst = src + imm`, with no scratch register for less than 24 bits; `src` may be the stack pointer, `dst` not.
    pub(super) fn add_imm(&mut self, width: Width, dst: Reg, src: Reg, imm: i64) {
        let (op, amount) = if imm < 0 { (op::SUB_I, imm.wrapping_neg()) } else { (op::ADD_I, imm) };
        if let Some(field) = imm12(amount) {
            self.ins(op | sf(width) | field | rn(src) | rd(dst));
        } else if amount as u64 <= 0xff_ffff {
            let (high, low) = ((amount as u32 >> 12) << 10, (amount as u32 & 0xfff) << 10);
            self.ins(op | sf(width) | 1 << 22 | high | rn(src) | rd(dst));
            self.ins(op | sf(width) | low | rn(dst) | rd(dst));
        } else {
            let other = if dst == src { X16 } else { dst };
            self.move_imm(width, other, imm);
            // The form with an extended register takes the stack pointer.
            if src == SP {
                self.rrr(op::ADD_UXTX, dst, src, other);
            } else {
                self.rrr(op::ADD | sf(width), dst, src, other);
            }
        }
    }

    /// Where a slot is.
    #[inline]
    pub(super) fn at(&self, slot: Slot) -> Mem {
        if slot.0 >= -256 {
            Mem::new(FP, slot.0)
        } else {
            Mem::new(SP, slot.0.wrapping_add(self.frame_bytes))
        }
    }

    /// An address that one instruction can access, computed with x16.
    fn address(&mut self, mem: Mem, size: u32) -> Address {
        let Mem { base, index, scale, disp } = mem;
        let disp = i64::from(disp);
        let Some(index) = index else {
            if let Some(address) = direct(base, disp, size) {
                return address;
            }
            return self.far_address(base, disp, size);
        };
        let scaled = u32::from(scale) == size;
        if disp == 0 && (scale == 0 || scaled) {
            return Address::Indexed(base, index, scale != 0);
        }
        let sum = |to: Reg, to_index: Reg| {
            op::ADD | SF | u32::from(scale) << 10 | rm(index) | rn(to_index) | rd(to)
        };
        if direct(X16, disp, size).is_none() {
            if let Some(field) = imm12(disp).filter(|_| scale == 0) {
                self.ins(op::ADD_I | SF | field | rn(index) | rd(X16));
                return Address::Indexed(base, X16, false);
            }
            if disp.unsigned_abs() > 0xff_ffff {
                self.move_imm(Width::W64, X16, disp);
                self.ins(sum(X16, X16));
                return Address::Indexed(base, X16, false);
            }
        }
        self.ins(sum(X16, base));
        match direct(X16, disp, size) {
            Some(address) => address,
            None => self.far_address(X16, disp, size),
        }
    }

    /// Base and an offset that is out of reach of `size`. `base` may be x16 if the offset is below 16 MiB.
    fn far_address(&mut self, base: Reg, disp: i64, size: u32) -> Address {
        // What is above 12 bits is added, the rest is the instruction's.
        let (high, low) = (disp & !0xfff, disp & 0xfff);
        if let Some(address) = direct(X16, low, size)
            && high.unsigned_abs() <= 0xff_f000
        {
            self.add_imm(Width::W64, X16, base, high);
            return address;
        }
        if disp.unsigned_abs() <= 0xff_ffff {
            self.add_imm(Width::W64, X16, base, disp);
            return Address::Scaled(X16, 0);
        }
        debug_assert!(base != X16);
        self.move_imm(Width::W64, X16, disp);
        Address::Indexed(base, X16, false)
    }

    /// Emits the access.
    #[inline]
    fn access(&mut self, access: Access, reg: Reg, address: Address) {
        let word = match address {
            Address::Scaled(base, times) => 1 << 24 | times << 10 | rn(base),
            Address::Unscaled(base, offset) => (offset as u32 & 0x1ff) << 12 | rn(base),
            Address::Indexed(base, index, scaled) => {
                0x0020_6800 | u32::from(scaled) << 12 | rm(index) | rn(base)
            }
        };
        self.ins(access.op | word | rd(reg));
    }

    /// General or float register from memory.
    #[inline]
    pub(super) fn load_word(&mut self, width: Width, dst: Reg, mem: Mem) {
        let access = Access::word(width, dst, true);
        let address = self.address(mem, access.size);
        self.access(access, dst, address);
    }

    /// General or float register, immediate or slot to memory.
    pub(super) fn store_word(&mut self, width: Width, mem: Mem, src: Src) {
        let address = self.address(mem, if width == Width::W32 { 2 } else { 3 });
        let reg = match src {
            Src::Reg(reg) => reg,
            Src::Imm(imm) => self.imm_to_store(width, imm),
            Src::Slot(slot) => {
                self.load_slot(width, X17, slot);
                X17
            }
        };
        self.access(Access::word(width, reg, false), reg, address);
    }

    /// A slot to a general register, with that register and no other for its address.
    pub(super) fn load_slot(&mut self, width: Width, dst: Reg, slot: Slot) {
        let mem = self.at(slot);
        let access = Access::word(width, dst, true);
        let address = match direct(mem.base, mem.disp.into(), access.size) {
            Some(address) => address,
            None => {
                self.add_imm(Width::W64, dst, mem.base, mem.disp.into());
                Address::Scaled(dst, 0)
            }
        };
        self.access(access, dst, address);
    }

    /// A register with an immediate: the zero register, or x17.
    fn imm_to_store(&mut self, width: Width, imm: i64) -> Reg {
        if imm == 0 || (width == Width::W32 && imm as u32 == 0) {
            return ZR;
        }
        self.move_imm(width, X17, imm);
        X17
    }

    #[inline]
    pub(super) fn float_copy(&mut self, dst: Reg, src: Reg) {
        if dst != src {
            // 64 bits, whatever the value's: narrower copies are no cheaper.
            self.rr(op::FMOV | double(Width::W64), dst, src);
        }
    }

    pub(super) fn exchange(&mut self, a: Reg, b: Reg) {
        if a == b {
        } else if a.is_float() {
            self.float_copy(V31, a);
            self.float_copy(a, b);
            self.float_copy(b, V31);
        } else {
            self.copy(Width::W64, X16, a);
            self.copy(Width::W64, a, b);
            self.copy(Width::W64, b, X16);
        }
    }

    /// Bits to float register: zero and the constants of `fmov` in one instruction, everything else through x16.
    pub(super) fn float_imm(&mut self, width: Width, dst: Reg, bits: u64) {
        let bits = if width == Width::W32 { u64::from(bits as u32) } else { bits };
        if bits == 0 {
            self.ins(op::MOVI_ZERO | rd(dst));
        } else if let Some(pattern) = float_pattern(width, bits) {
            self.ins(op::FMOV_I | double(width) | pattern | rd(dst));
        } else {
            self.move_imm(width, X16, bits as i64);
            self.bits_to_float(width, dst, X16);
        }
    }

    pub(super) fn bits_to_float(&mut self, width: Width, dst: Reg, src: Reg) {
        self.rr(op::FMOV_FR | sf(width) | double(width), dst, src);
    }

    pub(super) fn float_to_bits(&mut self, width: Width, dst: Reg, src: Reg) {
        self.rr(op::FMOV_RF | sf(width) | double(width), dst, src);
    }

    #[inline]
    fn memory_site(&mut self, site: bool) {
        if site {
            let at = self.code.len();
            self.code.site(at, Kind::Memory);
        }
    }

    #[inline]
    pub(super) fn load(&mut self, kind: Load, dst: Reg, mem: Mem, site: bool) {
        let access = Access::of_load(kind);
        let address = self.address(mem, access.size);
        self.memory_site(site);
        self.access(access, dst, address);
    }

    #[inline]
    pub(super) fn store(&mut self, kind: Store, mem: Mem, src: Src, site: bool) {
        let access = Access::of_store(kind);
        let address = self.address(mem, access.size);
        let (access, reg) = match src {
            Src::Reg(reg) => (access, reg),
            // The bits of a float constant are stored from a general register.
            Src::Imm(imm) => {
                let (width, imm) = match kind {
                    Store::B8 => (Width::W32, imm & 0xff),
                    Store::B16 => (Width::W32, imm & 0xffff),
                    Store::B32 | Store::F32 => (Width::W32, imm),
                    Store::B64 | Store::F64 => (Width::W64, imm),
                };
                (Access::int(access.size, 0), self.imm_to_store(width, imm))
            }
            Src::Slot(slot) => {
                self.load_slot(Width::W64, X17, slot);
                (Access::int(access.size, 0), X17)
            }
        };
        self.memory_site(site);
        self.access(access, reg, address);
    }

    pub(super) fn address_to(&mut self, dst: Reg, mem: Mem) {
        let Mem { base, index, scale, disp } = mem;
        let base = match index {
            None if disp == 0 => return self.copy(Width::W64, dst, base),
            None => base,
            Some(index) => {
                let sum = if disp == 0 { dst } else { X17 };
                self.ins(op::ADD | SF | u32::from(scale) << 10 | rm(index) | rn(base) | rd(sum));
                sum
            }
        };
        if disp != 0 {
            self.add_imm(Width::W64, dst, base, disp.into());
        }
    }

    /// Two 64-bit registers of one class at neighbouring words, 512 bytes around the base; `first` is at the lower one.
    pub(super) fn pair(&mut self, op: u32, first: Reg, second: Reg, base: Reg, disp: i32) {
        debug_assert!((-512..512).contains(&disp) && disp % 8 == 0);
        self.ins(op | ((disp / 8) as u32 & 0x7f) << 15 | ra(second) | rn(base) | rd(first));
    }

    /// A general register with the value of `src`: its own, or `scratch`.
    pub(super) fn in_general(&mut self, width: Width, src: Src, scratch: Reg) -> Reg {
        match src {
            Src::Reg(reg) => return reg,
            Src::Imm(0) => return ZR,
            Src::Imm(imm) => self.move_imm(width, scratch, imm),
            Src::Slot(slot) => self.load_slot(width, scratch, slot),
        }
        scratch
    }

    /// A float register with the value of `src`: its own, or `scratch`.
    pub(super) fn in_float(&mut self, width: Width, src: Src, scratch: Reg) -> Reg {
        match src {
            Src::Reg(reg) => return reg,
            Src::Imm(bits) => self.float_imm(width, scratch, bits as u64),
            Src::Slot(slot) => self.load_word(width, scratch, self.at(slot)),
        }
        scratch
    }
}
